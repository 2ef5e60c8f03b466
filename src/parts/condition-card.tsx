import type { ReactNode } from 'react';
import type { ConditionResult, Quantity } from '../gates/types.ts';
import { Badge } from '../ui/badge.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { InStages } from '../ui/in-stages.tsx';
import { type KeyValue, KeyValueList } from '../ui/key-values.tsx';
import { ToneText } from '../ui/page-heading.tsx';
import { ExactTime } from '../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../ui/safe-text.tsx';
import { StateBadge, StateGlyph } from '../ui/state-glyph.tsx';
import { usePrinting } from '../ui/use-printing.ts';
import styles from './condition-card.module.css';
import { EvidenceUses } from './evidence-uses.tsx';
import { GateLink } from './links.tsx';
import { ReasonText } from './reason-text.tsx';
import { conditionTone } from './tones.ts';
import { useValues } from './use-values.ts';
import { useProofWords } from './wording/proof.ts';
import { useStateWords } from './wording/states.ts';

export interface ConditionCardProps {
  readonly gate: string;
  readonly result: ConditionResult;
  /** Whether the title leads to the gate's page; not there itself. */
  readonly linked?: boolean;
  /** Whether the parts of a composed condition stand open. */
  readonly partsOpen?: boolean;
  /** On paper: parts that hold are counted, and of what holds only the reason is told. */
  readonly brief?: boolean;
}

/**
 * One condition with everything that decides it: what it demands, what was found, why, and in which
 * place of which evidence, whose digest was compared or not. Parts follow, each in the same way.
 */
export function ConditionCard({
  gate,
  result,
  linked = true,
  partsOpen = false,
  brief = false,
}: ConditionCardProps): ReactNode {
  const words = useProofWords();
  const states = useStateWords();
  const title = <SafeText text={result.title} />;
  const isBrief = usePrinting() && brief;
  const all = result.parts ?? [];
  const parts = isBrief ? all.filter(({ verdict }) => verdict !== 'passed') : all;
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <StateGlyph
          tone={conditionTone[result.verdict]}
          label={states.condition[result.verdict]}
          className={styles.glyph}
        />
        <span className={styles.title}>
          {linked ? (
            <GateLink gate={gate} condition={result.id} className={styles.link}>
              {title}
            </GateLink>
          ) : (
            title
          )}
          {!result.blocking && <Badge>{words.informative}</Badge>}
        </span>
      </div>
      <div className={styles.body}>
        {result.statement !== undefined && (
          <p className={styles.statement}>
            <SafeText text={result.statement} multiline />
          </p>
        )}
        {isBrief && result.verdict === 'passed' ? (
          <p className={styles.statement}>
            <ReasonText reason={result.reason} />
          </p>
        ) : (
          <ConditionFacts result={result} />
        )}
        {parts.length < all.length && result.verdict !== 'passed' && (
          <p className={styles.statement}>{words.holdToo(all.length - parts.length)}</p>
        )}
        {parts.length > 0 && (
          <Disclosure summary={words.parts(parts.length)} defaultOpen={partsOpen}>
            <ul className={styles.parts}>
              <InStages first={partsOpen ? 12 : 0} step={12}>
                {parts.map((part) => (
                  <li key={part.id}>
                    <ConditionCard
                      gate={gate}
                      result={part}
                      linked={false}
                      partsOpen={partsOpen}
                      brief={brief}
                    />
                  </li>
                ))}
              </InStages>
            </ul>
          </Disclosure>
        )}
      </div>
    </div>
  );
}

/** Expected, actual, reason, evidence, waiver and owner of a condition, those that there are. */
export function ConditionFacts({ result }: { readonly result: ConditionResult }): ReactNode {
  const words = useProofWords();
  const states = useStateWords();
  const items: KeyValue[] = [];
  const add = (id: string, name: string, value: ReactNode): void => {
    items.push({ id, name, value });
  };
  if (result.expected !== undefined) {
    add('expected', words.expected, <QuantityText quantity={result.expected} />);
  }
  if (result.actual !== undefined) {
    add(
      'actual',
      words.actual,
      <ToneText tone={conditionTone[result.underlying ?? result.verdict]}>
        <QuantityText quantity={result.actual} />
      </ToneText>,
    );
  }
  add(
    'reason',
    words.reason,
    <ToneText tone={conditionTone[result.verdict]}>
      <ReasonText reason={result.reason} />
    </ToneText>,
  );
  if (result.uses.length > 0) {
    add('evidence', words.evidence, <EvidenceUses uses={result.uses} />);
  }
  if (result.gate !== undefined) {
    add(
      'gate',
      words.decidedBy,
      <GateLink gate={result.gate}>
        <CodeRef code={result.gate} id />
      </GateLink>,
    );
  }
  if (result.waiver !== undefined) {
    const { waiver } = result;
    add(
      'waiver',
      words.waiver,
      <>
        <SafeText text={waiver.reason} />, <SafeText text={words.waivedBy(waiver.author)} />{' '}
        {words.until} <ExactTime at={waiver.expires} />
      </>,
    );
  }
  if (result.underlying !== undefined && result.underlying !== result.verdict) {
    add(
      'underlying',
      words.withoutWaiver,
      <StateBadge
        tone={conditionTone[result.underlying]}
        word={states.condition[result.underlying]}
        look="plain"
      />,
    );
  }
  if (result.owner !== undefined) add('owner', words.owner, <SafeText text={result.owner} />);
  return <KeyValueList items={items} look="inset" />;
}

/** A value with what was measured, its operator and its unit: `p95 ≤ 200 ms`. */
export function QuantityText({ quantity }: { readonly quantity: Quantity }): ReactNode {
  const words = useProofWords();
  const parts = useValues().quantity(quantity);
  return <SafeText text={parts.map((part) => part ?? words.nothing).join(' ')} />;
}
