import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import type { GateDetail } from '../../derive/types.ts';
import type { ConditionResult } from '../../gates/types.ts';
import { ConditionCard } from '../../parts/condition-card.tsx';
import { EvidenceLink, ItemLink, ReviewLink } from '../../parts/links.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import { ReasonText } from '../../parts/reason-text.tsx';
import { gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { gateDetailQuery } from '../../queries/options.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { useIntoView } from '../../ui/use-into-view.ts';
import { GateHistory } from './gate-history.tsx';
import styles from './gate-panel.module.css';
import { GateWaivers } from './gate-waivers.tsx';
import { useGatesWords } from './words/use-gates-words.ts';

/** One gate in full: what it guards, what was recorded, and every condition with its proof. */
export function GatePanel({
  gate,
  condition,
  onBack,
}: {
  readonly gate: string;
  readonly condition: string | undefined;
  readonly onBack: () => void;
}): ReactNode {
  const words = useGatesWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(gateDetailQuery(session, request, gate));
  if (error !== null) throw error;
  return (
    <div className={styles.detail}>
      <Button look="quiet" size="small" className={styles.back} onClick={onBack}>
        {words.back}
      </Button>
      {data === undefined ? (
        <SkeletonRows rows={6} rowHeight={48} />
      ) : data === null ? (
        <EmptyState title={words.unknownGate(gate)}>{words.chooseHint}</EmptyState>
      ) : (
        <Whole detail={data} condition={condition} />
      )}
    </div>
  );
}

function Whole({
  detail,
  condition,
}: {
  readonly detail: GateDetail;
  readonly condition: string | undefined;
}): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  const { gate, result } = detail;
  const blocking = result.conditions.filter((entry) => entry.blocking);
  const informative = result.conditions.filter((entry) => !entry.blocking);
  const met = blocking.filter(
    ({ verdict }) => verdict === 'passed' || verdict === 'waived' || verdict === 'not-applicable',
  ).length;
  return (
    <Panel>
      <header className={styles.head}>
        <div className={styles.marks}>
          <CodeRef code={gate.id} id strong />
          <StateBadge tone={gateTone[result.verdict]} word={states.gate[result.verdict]} />
          {gate.nonBypassable === true && <Badge>{words.cannotBeWaived}</Badge>}
        </div>
        <h2 className={styles.title}>
          <SafeText text={gate.title} />
        </h2>
        {gate.statement !== undefined && (
          <p className={styles.statement}>
            <SafeText text={gate.statement} multiline />
          </p>
        )}
        <p className={styles.summary}>
          {words.holding(met, blocking.length)} <ReasonText reason={result.reason} />.
        </p>
        {result.conditions.length > 0 && (
          <p>
            <ReviewLink gate={gate.id}>{words.review}</ReviewLink>
          </p>
        )}
        <Declared result={result} />
        <Guards guards={gate.guards} />
        <GateHistory gate={gate.id} />
        <Deciding conditions={blocking} />
      </header>
      {result.conditions.length === 0 && <p className={styles.guards}>{words.noCondition}</p>}
      <Conditions title={words.blocking} gate={gate.id} conditions={blocking} chosen={condition} />
      <Conditions
        title={words.informative}
        gate={gate.id}
        conditions={informative}
        chosen={condition}
      />
      <GateWaivers detail={detail} />
    </Panel>
  );
}

/** The way to the evidence of the first condition that does not hold. */
function Deciding({ conditions }: { readonly conditions: readonly ConditionResult[] }): ReactNode {
  const words = useGatesWords();
  const use = conditions.find(({ verdict, uses }) => verdict === 'failed' && uses.length > 0)
    ?.uses[0];
  if (use === undefined) return null;
  return (
    <p>
      <EvidenceLink evidence={use.evidence} pointer={use.pointer}>
        {words.openFailing}
      </EvidenceLink>
    </p>
  );
}

/** What somebody recorded, beside what was computed. */
function Declared({ result }: { readonly result: GateDetail['result'] }): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  const { declared } = result;
  if (declared === undefined) return null;
  return (
    <p className={styles.declared} data-tone={result.contradicts ? 'contradicted' : undefined}>
      {words.recorded(states.recorded[declared.verdict])}
      {declared.at !== undefined && (
        <>
          {' '}
          {words.recordedAt} <ExactTime at={declared.at} />
        </>
      )}
      {declared.by !== undefined && (
        <>
          {' '}
          <SafeText text={words.recordedBy(declared.by)} />
        </>
      )}
      ; {words.recomputed(states.gate[result.verdict])}. {result.contradicts && words.differs}
    </p>
  );
}

function Guards({ guards }: { readonly guards: GateDetail['gate']['guards'] }): ReactNode {
  const words = useGatesWords();
  const effects = (['start', 'complete', 'advance'] as const).filter((effect) =>
    guards.some((guard) => guard.effect === effect),
  );
  return effects.map((effect) => (
    <p key={effect} className={styles.guards}>
      {words.guards[effect]}{' '}
      {guards
        .filter((guard) => guard.effect === effect)
        .map((guard) => (
          <ItemLink key={guard.item} item={guard.item} className={styles.guarded}>
            <CodeRef code={guard.item} id />
          </ItemLink>
        ))}
    </p>
  ));
}

function Conditions({
  title,
  gate,
  conditions,
  chosen,
}: {
  readonly title: string;
  readonly gate: string;
  readonly conditions: readonly ConditionResult[];
  readonly chosen: string | undefined;
}): ReactNode {
  if (conditions.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.subheading}>{title}</h3>
      <ul className={styles.conditions}>
        {conditions.map((result) => (
          <Placed key={result.id} chosen={result.id === chosen}>
            <ConditionCard gate={gate} result={result} linked={false} />
          </Placed>
        ))}
      </ul>
    </section>
  );
}

/** Scrolls to the condition that the link names. */
function Placed({
  chosen,
  children,
}: {
  readonly chosen: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const element = useRef<HTMLLIElement>(null);
  useIntoView(element, chosen);
  return (
    <li ref={element} className={styles.condition} aria-current={chosen} data-chosen={chosen}>
      {children}
    </li>
  );
}
