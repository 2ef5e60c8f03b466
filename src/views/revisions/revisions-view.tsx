import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useOpenProject } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { revisionsQuery } from '../../queries/revision-options.ts';
import type { RevisionEntry } from '../../queries/revision-types.ts';
import { EmptyState } from '../../ui/feedback.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import { DiffPanel } from './diff-panel.tsx';
import { Replay } from './replay.tsx';
import styles from './revisions.module.css';
import type { RevisionsSearch } from './revisions-search.ts';
import { Timeline } from './timeline.tsx';
import { useRevisionsWords } from './words/use-revisions-words.ts';

/** What changed? The revisions, what differs between any two of them, and the walk through all. */
export function RevisionsView({ search, setSearch }: SearchProps<RevisionsSearch>): ReactNode {
  const words = useRevisionsWords();
  const format = useFormat();
  const { session, request } = useOpenProject();
  const { data } = useQuery(revisionsQuery(session, request));
  const [isPlaying, setPlaying] = useState(false);
  if (data === undefined) {
    return (
      <div className={styles.page}>
        <SkeletonRows rows={6} />
      </div>
    );
  }
  const { revisions, shown } = data;
  const { from, to } = pairOf(revisions, search, shown);
  const compare = (change: Pick<RevisionsSearch, 'from' | 'to'>): void => {
    setPlaying(false);
    setSearch({ from: from?.id, to: to?.id, ...change });
  };
  return (
    <div className={styles.page}>
      <PageHeading
        question={words.question}
        answer={words.answer(revisions.length, format)}
        note={revisions.length > 1 ? words.note : undefined}
      />
      <Panel title={words.timeline} padding="none">
        <Timeline
          revisions={revisions}
          shown={shown}
          from={from?.id}
          to={to?.id}
          onCompare={compare}
        />
      </Panel>
      {from === undefined || to === undefined ? (
        <EmptyState title={words.onlyOne}>{words.onlyOneWhy}</EmptyState>
      ) : (
        <>
          <Replay
            revisions={revisions}
            to={to.id}
            isPlaying={isPlaying}
            onPlay={setPlaying}
            onStep={(before, after) => setSearch({ from: before, to: after })}
          />
          <DiffPanel
            from={from}
            to={to}
            each={search.each}
            onEach={(each) => setSearch({ each })}
          />
        </>
      )}
    </div>
  );
}

/** What the link names; else the shown revision and the one before it. */
function pairOf(
  revisions: readonly RevisionEntry[],
  search: RevisionsSearch,
  shown: string | undefined,
): { readonly from: RevisionEntry | undefined; readonly to: RevisionEntry | undefined } {
  const find = (id: string | undefined) => revisions.find((revision) => revision.id === id);
  const to = find(search.to) ?? find(shown) ?? revisions[0];
  const before = revisions[revisions.findIndex(({ id }) => id === to?.id) + 1];
  return { to, from: find(search.from) ?? before };
}
