import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { headlineTone } from '../../parts/tones.ts';
import { Trend } from '../../parts/trend.tsx';
import { revisionAnswerQuery } from '../../queries/revision-options.ts';
import type { BundleSession, OpenRequest } from '../../queries/session-types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './projects.module.css';
import { useProjectsWords } from './words/use-projects-words.ts';

/** The trend reads as many revisions; each one is a whole bundle. */
const inTrend = 8;

/**
 * What a project's newest revision answers, and how far it came over the last ones. Judged when each was
 * made, in the background; a project that cannot be read says so and does not stop the others.
 */
export function ProjectAnswer({
  session,
  request,
  revisions,
}: {
  readonly session: BundleSession;
  readonly request: OpenRequest;
  /** Newest first. */
  readonly revisions: readonly { readonly id: string }[];
}): ReactNode {
  const words = useProjectsWords();
  const answers = useQueries({
    queries: revisions.slice(0, inTrend).map(({ id }) => revisionAnswerQuery(session, request, id)),
  });
  const [newest] = answers;
  if (newest === undefined) return null;
  if (newest.isError) {
    return (
      <span className={styles.answer}>
        <StateGlyph tone="unknown" />
        <span>{words.unreadable}</span>
      </span>
    );
  }
  if (newest.data === undefined) {
    return (
      <span className={styles.answer}>
        <Skeleton width={220} />
      </span>
    );
  }
  const { headline, complete, inScope } = newest.data;
  const course = answers
    .flatMap(({ data }) => (data === undefined ? [] : [data.complete]))
    .reverse();
  return (
    <span className={styles.answer}>
      <StateGlyph tone={headlineTone[headline]} />
      <span>
        {words.headline[headline]} · {words.complete(complete, inScope)}
      </span>
      {course.length > 1 && (
        <>
          <Trend values={course} />
          <VisuallyHidden>
            {words.trend(course[0] ?? 0, course.at(-1) ?? 0, course.length)}
          </VisuallyHidden>
        </>
      )}
    </span>
  );
}
