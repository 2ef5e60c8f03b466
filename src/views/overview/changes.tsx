import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DemandChange } from '../../derive/diff-types.ts';
import type { RevisionDiff } from '../../derive/revision-diff-types.ts';
import { EvidenceLink, GateLink, MetricLink } from '../../parts/links.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import { conditionTone, gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { changesSincePreviousQuery } from '../../queries/revision-options.ts';
import { SafeText } from '../../ui/safe-text.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import styles from './changes.module.css';
import { useOverviewWords } from './words/use-overview-words.ts';

/** More than these and the line is no summary. */
const mostOfKind = 4;

/** What is otherwise than in the revision before, what matters most first. */
export function Changes(): ReactNode {
  const words = useOverviewWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(changesSincePreviousQuery(session, request));
  if (error !== null) return <p className={styles.first}>{words.changesFailed}</p>;
  if (data === undefined) return <Skeleton height={64} />;
  if (data === null) return <p className={styles.first}>{words.firstRevision}</p>;
  return (
    <section
      aria-label={words.since(data.before.label ?? data.before.revision)}
      className={styles.changes}
    >
      <h2 className={styles.title}>
        <Link
          to="/p/$project/history"
          params={{ project: request.project }}
          search={{ from: data.before.revision, to: data.after.revision }}
          className={styles.link}
        >
          <SafeText text={words.since(data.before.label ?? data.before.revision)} />
        </Link>
      </h2>
      {data.same ? <p className={styles.quiet}>{words.nothingChanged}</p> : <List diff={data} />}
    </section>
  );
}

interface Line {
  readonly id: string;
  readonly tone?: StateTone;
  readonly text: ReactNode;
}

interface Kind {
  readonly id: string;
  readonly lines: readonly Line[];
}

function List({ diff }: { readonly diff: RevisionDiff }): ReactNode {
  const words = useOverviewWords();
  const counts = countsOf(diff);
  const kinds = useLines(diff).filter(({ lines }) => lines.length > 0);
  return (
    <ul className={styles.list}>
      {kinds.flatMap(({ id, lines }) => [
        ...lines.slice(0, mostOfKind).map((line) => (
          <li key={JSON.stringify([id, line.id])} className={styles.line}>
            {line.tone !== undefined && <StateGlyph tone={line.tone} size={14} />}
            <span>{line.text}</span>
          </li>
        )),
        lines.length > mostOfKind && (
          <li key={id} className={styles.quiet}>
            {words.moreChanges(lines.length - mostOfKind)}
          </li>
        ),
      ])}
      {Object.values(counts).some((count) => count > 0) && (
        <li className={styles.quiet}>{words.otherChanges(counts)}</li>
      )}
    </ul>
  );
}

function countsOf(diff: RevisionDiff) {
  return {
    items: diff.items.length,
    evidence: diff.evidence.length,
    metrics: diff.metrics.length,
    rules: diff.rules.length + diff.invariants.length,
  };
}

function useLines(diff: RevisionDiff): readonly Kind[] {
  const words = useOverviewWords();
  const states = useStateWords();
  const revokedGates = new Set(
    diff.revoked.filter(({ condition }) => condition === undefined).map(({ gate }) => gate),
  );
  return [
    {
      id: 'revoked',
      lines: diff.revoked.map(({ gate, condition, title }) => ({
        id: JSON.stringify([gate, condition ?? null]),
        tone: 'failed',
        text: (
          <>
            <GateLink gate={gate} condition={condition} className={styles.link}>
              <SafeText text={condition === undefined ? gate : title} />
            </GateLink>{' '}
            {words.passRevoked}
          </>
        ),
      })),
    },
    {
      id: 'gates',
      lines: diff.gates
        .filter(({ id }) => !revokedGates.has(id))
        .map(({ id, kind, after }) => ({
          id,
          ...(after !== undefined && { tone: gateTone[after] }),
          text: (
            <>
              <GateLink gate={id} className={styles.link}>
                <SafeText text={id} />
              </GateLink>{' '}
              {after === undefined
                ? words.gateGone
                : kind === 'added'
                  ? words.gateCame(states.gate[after])
                  : words.gateBecame(states.gate[after])}
            </>
          ),
        })),
    },
    {
      id: 'loosened',
      lines: distinct(diff.loosened).map((change) => demandLine(change, words.loosened)),
    },
    {
      id: 'weakened',
      lines: distinct(diff.weakened).map((change) => demandLine(change, words.weakened)),
    },
    {
      id: 'replaced',
      lines: diff.evidence
        .filter(({ kind }) => kind === 'replaced')
        .map(({ name, after }) => ({
          id: name,
          tone: conditionTone.unknown,
          text: (
            <>
              {after === undefined ? (
                <SafeText text={name} />
              ) : (
                <EvidenceLink evidence={after} className={styles.link}>
                  <SafeText text={name} />
                </EvidenceLink>
              )}{' '}
              {words.replaced}
            </>
          ),
        })),
    },
  ];
}

/** A metric and the condition that asks for it change together; one line says it. */
function distinct(changes: readonly DemandChange[]): readonly DemandChange[] {
  const byText = new Map(
    changes
      .toReversed()
      .map((change) => [JSON.stringify([change.title, change.before, change.after]), change]),
  );
  return [...byText.values()].reverse();
}

function demandLine(change: DemandChange, label: string): Line {
  return {
    id: JSON.stringify([change.of, change.within ?? null, change.id, change.field]),
    tone: 'missing',
    text: (
      <>
        {label}: <Demand change={change} />
      </>
    ),
  };
}

function Demand({ change }: { readonly change: DemandChange }): ReactNode {
  const format = useFormat();
  const words = useOverviewWords();
  const text = (value: DemandChange['before']): string =>
    value === undefined
      ? words.unset
      : typeof value === 'number'
        ? (format.number(value) ?? String(value))
        : String(value);
  const title = <SafeText text={change.title} />;
  return (
    <>
      {change.of === 'metric' ? (
        <MetricLink metric={change.id} className={styles.link}>
          {title}
        </MetricLink>
      ) : (
        title
      )}{' '}
      <span className={styles.values}>
        {text(change.before)} → {text(change.after)}
      </span>
    </>
  );
}
