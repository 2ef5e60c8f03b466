import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useOpenProject } from '../../parts/project-context.tsx';
import { headlineTone } from '../../parts/tones.ts';
import { Trend } from '../../parts/trend.tsx';
import { revisionAnswerQuery } from '../../queries/revision-options.ts';
import type { RevisionAnswer, RevisionEntry } from '../../queries/revision-types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import styles from './revisions.module.css';
import { useRevisionsWords } from './words/use-revisions-words.ts';

/** So many are read at once; each one is a whole bundle. */
const step = 20;

/** The revisions with what each answered, and the choice of two. */
export function Timeline({
  revisions,
  shown,
  from,
  to,
  onCompare,
}: {
  readonly revisions: readonly RevisionEntry[];
  readonly shown: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onCompare: (change: { readonly from?: string; readonly to?: string }) => void;
}): ReactNode {
  const words = useRevisionsWords();
  const { session, request } = useOpenProject();
  const [count, setCount] = useState(step);
  const listed = revisions.slice(0, count);
  const answers = useQueries({
    queries: listed.map(({ id }) => revisionAnswerQuery(session, request, id)),
  });
  const complete = answers
    .flatMap(({ data }) => (data === undefined ? [] : [data.complete]))
    .toReversed();
  return (
    <>
      {complete.length > 1 && (
        <p className={styles.trend}>
          <Trend values={complete} />
          <span>{words.trend(complete[0] ?? 0, complete.at(-1) ?? 0, complete.length)}</span>
        </p>
      )}
      <ol className={styles.timeline}>
        {listed.map((revision, at) => (
          <Row
            key={revision.id}
            revision={revision}
            answer={answers[at]?.data}
            hasFailed={answers[at]?.isError === true}
            isShown={revision.id === shown}
            side={revision.id === from ? 'from' : revision.id === to ? 'to' : undefined}
            onCompare={revisions.length > 1 ? onCompare : undefined}
          />
        ))}
      </ol>
      {revisions.length > count && (
        <p className={styles.older}>
          <Button onClick={() => setCount(count + step)}>
            {words.older(Math.min(step, revisions.length - count))}
          </Button>
        </p>
      )}
    </>
  );
}

function Row({
  revision,
  answer,
  hasFailed,
  isShown,
  side,
  onCompare,
}: {
  readonly revision: RevisionEntry;
  readonly answer: RevisionAnswer | undefined;
  readonly hasFailed: boolean;
  readonly isShown: boolean;
  readonly side: 'from' | 'to' | undefined;
  /** Absent where there is nothing to compare it with. */
  readonly onCompare:
    | ((change: { readonly from?: string; readonly to?: string }) => void)
    | undefined;
}): ReactNode {
  const words = useRevisionsWords();
  const format = useFormat();
  const { request } = useOpenProject();
  const name = revision.label ?? revision.id;
  return (
    <li
      className={styles.row}
      data-side={onCompare === undefined ? undefined : side}
      aria-current={isShown ? 'true' : undefined}
    >
      <span className={styles.name}>
        <SafeText text={name} />
        {isShown && <Badge look="outline">{words.shown}</Badge>}
      </span>
      <span className={styles.date}>
        {revision.createdAt !== undefined && format.exactTime(revision.createdAt)}
      </span>
      <span className={styles.verdict}>
        {hasFailed ? (
          <>
            <StateGlyph tone="unknown" />
            <span>{words.unreadable}</span>
          </>
        ) : answer === undefined ? (
          <Skeleton width={180} />
        ) : (
          <>
            <StateGlyph tone={headlineTone[answer.headline]} />
            <span>
              {words.headline[answer.headline]} · {words.complete(answer.complete, answer.inScope)}{' '}
              · {words.gatesOf(answer.gates.passed, gatesIn(answer))}
            </span>
          </>
        )}
      </span>
      <span className={styles.actions}>
        {onCompare !== undefined && (
          <>
            <Button
              size="small"
              look={side === 'from' ? 'default' : 'quiet'}
              aria-pressed={side === 'from'}
              aria-label={words.compareFrom(name)}
              onClick={() => onCompare({ from: revision.id })}
            >
              {words.from}
            </Button>
            <Button
              size="small"
              look={side === 'to' ? 'default' : 'quiet'}
              aria-pressed={side === 'to'}
              aria-label={words.compareTo(name)}
              onClick={() => onCompare({ to: revision.id })}
            >
              {words.to}
            </Button>
          </>
        )}
        {isShown && request.revision !== undefined ? (
          <Link
            to="/p/$project/history"
            params={{ project: request.project }}
            search={{ rev: undefined }}
          >
            {words.follow}
          </Link>
        ) : (
          <Link
            to="/p/$project/overview"
            params={{ project: request.project }}
            search={{ rev: revision.id }}
            aria-label={words.lookAt(name)}
          >
            {words.look}
          </Link>
        )}
      </span>
    </li>
  );
}

function gatesIn({ gates }: RevisionAnswer): number {
  return Object.values(gates).reduce((sum, count) => sum + count, 0);
}
