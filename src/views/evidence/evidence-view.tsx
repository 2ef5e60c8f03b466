import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useSnapshot } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { usePanels } from '../../state/panels.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { EvidenceDetailPane } from './evidence-detail.tsx';
import { EvidenceList } from './evidence-list.tsx';
import type { EvidenceSearch } from './evidence-search.ts';
import styles from './evidence-view.module.css';
import { useEvidenceWords } from './words/use-evidence-words.ts';

const ReviewView = lazy(async () => ({
  default: (await import('./review/review-view.tsx')).ReviewView,
}));

/** From this width on the list and the chosen piece stand beside each other. */
const wideQuery = '(min-width: 1100px)';
const widest = 1100;

const closed = { id: undefined, at: undefined, as: undefined } as const;

/** What is the proof? Every piece of evidence, and one of them opened at the place that decides. */
export function EvidenceView({ search, setSearch }: SearchProps<EvidenceSearch>): ReactNode {
  const words = useEvidenceWords();
  const snapshot = useSnapshot();
  const printing = usePrinting();
  const isWide = useMedia(wideQuery);
  const width = usePanels((panels) => panels.sizes.evidenceViewer);
  const resize = usePanels((panels) => panels.resize);
  const page = useRef<HTMLDivElement>(null);
  const { id } = search;
  const isReplaced = !isWide && id !== undefined;
  useFocusFollows(page, isReplaced);

  if (search.review !== undefined) {
    return (
      <div ref={page} className={styles.page} data-wide={isWide}>
        <Suspense fallback={<SkeletonRows rows={10} />}>
          <ReviewView
            gate={search.review}
            isWide={isWide}
            widest={widest}
            search={search}
            setSearch={setSearch}
          />
        </Suspense>
      </div>
    );
  }
  const list = (
    <EvidenceList
      snapshot={snapshot}
      search={search}
      setSearch={setSearch}
      isTight={(id !== undefined || !isWide) && !printing}
    />
  );
  const detail = id !== undefined && (
    <EvidenceDetailPane
      key={id}
      id={id}
      search={search}
      setSearch={setSearch}
      now={snapshot.asOf}
      look={isWide ? 'beside' : 'alone'}
      onClose={() => setSearch(closed)}
    />
  );
  return (
    <div ref={page} className={styles.page} data-wide={isWide}>
      {isWide ? (
        <SplitPane
          side={detail === false ? undefined : detail}
          sideLabel={words.detail}
          size={width}
          onSizeChange={(size) => resize('evidenceViewer', size)}
          min={380}
          max={widest}
        >
          {list}
        </SplitPane>
      ) : (
        detail || list
      )}
    </div>
  );
}

/** Where one part takes the place of the other, the keyboard goes along. */
function useFocusFollows(
  page: { readonly current: HTMLElement | null },
  isReplaced: boolean,
): void {
  const before = useRef(isReplaced);
  useEffect(() => {
    if (before.current === isReplaced) return;
    before.current = isReplaced;
    const box = page.current;
    const target = isReplaced
      ? (box?.querySelector('h1') ?? box?.querySelector('button'))
      : (box?.querySelector('[role="grid"]') ?? box?.querySelector('section'));
    if (target instanceof HTMLElement) target.focus();
  }, [page, isReplaced]);
}
