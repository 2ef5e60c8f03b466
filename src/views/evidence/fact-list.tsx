import { type ReactNode, useMemo } from 'react';
import type { EvidenceDetail } from '../../derive/evidence-types.ts';
import type { Pointer } from '../../model/common.ts';
import type { Fact } from '../../model/evidence.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { formatPointer } from '../../parts/pointer-text.ts';
import { useValues, type Values } from '../../parts/use-values.ts';
import { usePointerWords } from '../../parts/wording/pointers.ts';
import { ToneText } from '../../ui/page-heading.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import styles from './evidence-detail.module.css';
import type { DetailWords } from './words/detail-en.ts';
import { useDetailWords } from './words/use-detail-words.ts';

const mostFacts = 24;

interface Line {
  readonly kind: string;
  readonly text: string;
  readonly pointer?: Pointer | undefined;
  readonly failed?: boolean;
}

/** What a reader took out of the file, each with the place where it stands. */
export function FactList({
  detail: { evidence },
  at,
}: {
  readonly detail: EvidenceDetail;
  readonly at: string | undefined;
}): ReactNode {
  const words = useDetailWords();
  const values = useValues();
  const places = usePointerWords();
  const lines = useMemo(
    () => (evidence.facts ?? []).flatMap((fact) => linesOf(fact, words, values)),
    [evidence.facts, words, values],
  );
  const shown = lines.slice(0, mostFacts);
  return (
    <ul className={styles.facts}>
      {shown.map((line, index) => (
        // Facts have no ids and come in one fixed order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index} className={styles.fact}>
          <span className={styles.factKind}>{line.kind}</span>
          <span className={styles.factText}>
            {line.failed === true ? (
              <ToneText tone="failed">
                <SafeText text={line.text} />
              </ToneText>
            ) : (
              <SafeText text={line.text} />
            )}
          </span>
          {line.pointer !== undefined && line.pointer.kind !== 'whole' && (
            <EvidenceLink evidence={evidence.id} pointer={line.pointer} className={styles.place}>
              <span aria-current={formatPointer(line.pointer) === at ? 'location' : undefined}>
                <SafeText text={places.place(line.pointer) || words.openPlace} />
              </span>
            </EvidenceLink>
          )}
        </li>
      ))}
      {lines.length > shown.length && (
        <li className={styles.quiet}>{words.moreFacts(lines.length - shown.length)}</li>
      )}
    </ul>
  );
}

/** Failed cases come as lines of their own; the passed ones are counted. */
function linesOf(fact: Fact, words: DetailWords, values: Values): readonly Line[] {
  const kind = words.factKinds[fact.type];
  switch (fact.type) {
    case 'tests': {
      const failures = (fact.cases ?? []).filter(
        ({ outcome }) => outcome === 'failed' || outcome === 'error' || outcome === 'flaky',
      );
      const tier = fact.tier === undefined ? '' : `${fact.tier}: `;
      return [
        {
          kind,
          text: `${tier}${words.tests(fact.passed, fact.total, fact.failed)}`,
          pointer: fact.pointer,
          failed: fact.failed > 0,
        },
        ...failures.map(({ name, suite, message, pointer }) => ({
          kind: '',
          text: [suite, name, message].filter((part) => part !== undefined).join(' · '),
          pointer,
          failed: true,
        })),
      ];
    }
    case 'value':
      return [{ kind, text: values.scalar(fact.value, fact.unit), pointer: fact.pointer }];
    case 'file': {
      const measures = [
        fact.exists ? undefined : words.noFile,
        fact.lines === undefined ? undefined : words.lines(fact.lines),
        fact.rows === undefined ? undefined : words.rows(fact.rows),
        ...(fact.patterns ?? []).map(({ rule, count }) => `${rule} ${count}`),
      ];
      return [
        {
          kind,
          text: `${fact.path}: ${measures.filter((part) => part !== undefined).join(', ')}`,
          failed: !fact.exists,
        },
      ];
    }
    case 'observation': {
      const moment = [fact.step, fact.moment].filter((part) => part !== undefined).join(' ');
      const where = moment === '' ? fact.probe : `${fact.probe} (${moment})`;
      return [{ kind, text: `${where} = ${values.scalar(fact.value)}`, pointer: fact.pointer }];
    }
    case 'rehearsal':
      return [{ kind, text: fact.step, pointer: fact.pointer }];
    case 'attestation': {
      const signer = fact.signer === undefined ? [] : [words.signedBy(fact.signer)];
      const result = fact.result === undefined ? [] : [fact.result];
      return [
        {
          kind,
          text: [fact.predicateType, ...result, ...signer].join(' · '),
          failed: fact.result === 'failed',
        },
      ];
    }
    case 'review':
      return [
        {
          kind,
          text: [fact.subject, fact.decision, fact.person ?? fact.role].join(' · '),
          failed: fact.decision === 'rejected',
        },
      ];
    case 'report':
      return Object.entries(fact.fields).map(([name, value]) => ({
        kind,
        text: `${fact.step} · ${name}: ${values.scalar(value)}`,
      }));
    case 'series':
      return [{ kind, text: fact.metric, pointer: fact.pointer }];
  }
}
