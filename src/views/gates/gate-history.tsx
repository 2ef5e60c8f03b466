import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpenProject } from '../../parts/project-context.tsx';
import { gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { gateHistoryQuery } from '../../queries/revision-options.ts';
import type { GateMoment } from '../../queries/revision-types.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import styles from './gate-history.module.css';
import { useGatesWords } from './words/use-gates-words.ts';

/** Further back than this the strip says less, and each revision has to be read. */
const mostRevisions = 24;

/** One square a revision, the oldest first, each judged at the time when it was made. */
export function GateHistory({ gate }: { readonly gate: string }): ReactNode {
  const words = useGatesWords();
  const { session, request } = useOpenProject();
  const { data, error, refetch } = useQuery(
    gateHistoryQuery(session, request, gate, mostRevisions),
  );
  if (error !== null) {
    return (
      <p className={styles.remark} role="status">
        {words.historyFailed}{' '}
        <Button size="small" onClick={() => void refetch()}>
          {words.historyRetry}
        </Button>
      </p>
    );
  }
  if (data === undefined) return <Skeleton height={42} />;
  const moments = data.toReversed();
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <section aria-label={words.history} className={styles.history}>
      <ol className={styles.strip}>
        {moments.map((moment) => (
          <li key={moment.revision.id}>
            <Moment moment={moment} gate={gate} />
          </li>
        ))}
      </ol>
      <p className={styles.ends}>
        <span>{nameOf(first)}</span>
        <span>{moments.length === 1 ? words.onlyRevision : words.everyRevision}</span>
        {moments.length > 1 && <span>{nameOf(last)}</span>}
      </p>
    </section>
  );
}

function nameOf({ revision }: GateMoment): string {
  return revision.label ?? revision.id;
}

function toneOf({ outcome }: GateMoment): StateTone {
  switch (outcome.kind) {
    case 'judged':
      return gateTone[outcome.verdict];
    case 'absent':
      return 'not-reached';
    case 'unreadable':
      return 'unknown';
  }
}

function Moment({
  moment,
  gate,
}: {
  readonly moment: GateMoment;
  readonly gate: string;
}): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  const format = useFormat();
  const { request } = useOpenProject();
  const { outcome, revision } = moment;
  const verdict =
    outcome.kind === 'judged' ? states.gate[outcome.verdict] : words.notJudged[outcome.kind];
  const when = revision.createdAt === undefined ? undefined : format.date(revision.createdAt);
  const text = [nameOf(moment), when, verdict].filter((part) => part !== undefined).join(', ');
  const tone = toneOf(moment);
  return (
    <Link
      to="/p/$project/gates"
      params={{ project: request.project }}
      search={{ rev: revision.id, gate }}
      className={styles.square}
      data-tone={tone}
      title={text}
      aria-label={text}
    >
      <StateGlyph tone={tone} size={14} />
    </Link>
  );
}
