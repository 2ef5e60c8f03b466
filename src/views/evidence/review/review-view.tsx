import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useSnapshot } from '../../../parts/project-context.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { usePanels } from '../../../state/panels.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { EvidenceDetailPane } from '../evidence-detail.tsx';
import type { EvidenceSearch } from '../evidence-search.ts';
import { useEvidenceWords } from '../words/use-evidence-words.ts';
import styles from './review.module.css';
import { ReviewBar } from './review-bar.tsx';
import { ReviewQueuePane } from './review-queue-pane.tsx';
import { useReviewKeys } from './use-review-keys.ts';
import { useReviewWalk } from './use-review-walk.ts';
import { useReviewWords } from './words/use-review-words.ts';

export interface ReviewViewProps extends SearchProps<EvidenceSearch> {
  readonly gate: string;
  readonly isWide: boolean;
  /** The greatest width of the side in CSS pixels. */
  readonly widest: number;
}

/** A gate under review: its conditions on one side, the open one with its evidence on the other. */
export function ReviewView({
  gate,
  isWide,
  widest,
  search,
  setSearch,
}: ReviewViewProps): ReactNode {
  const words = useEvidenceWords();
  const review = useReviewWords();
  const { asOf } = useSnapshot();
  const width = usePanels((panels) => panels.sizes.evidenceViewer);
  const resize = usePanels((panels) => panels.resize);
  const walk = useReviewWalk(gate, { search, setSearch });
  const note = useRef<HTMLTextAreaElement>(null);
  useReviewKeys(walk, () => note.current?.focus());
  const { id } = search;
  const queue = <ReviewQueuePane walk={walk} />;
  const toQueue = (): void =>
    setSearch({ id: undefined, at: undefined, as: undefined, step: undefined });
  const isOpen = walk.step !== undefined || id !== undefined;
  const side = isOpen && (
    <div className={styles.side}>
      {!isWide && (
        <Button
          look="quiet"
          size="small"
          icon={<Icon of={ArrowLeft} />}
          className={styles.back}
          onClick={toQueue}
        >
          {review.allConditions}
        </Button>
      )}
      <ReviewBar walk={walk} at={search.at} noteField={note} />
      {id !== undefined && (
        <EvidenceDetailPane
          key={id}
          id={id}
          search={search}
          setSearch={setSearch}
          now={asOf}
          look={isWide ? 'beside' : 'alone'}
          isReviewed
          onClose={toQueue}
        />
      )}
    </div>
  );
  if (!isWide) return side === false ? queue : side;
  return (
    <SplitPane
      side={side === false ? undefined : side}
      sideLabel={words.detail}
      size={width}
      onSizeChange={(size) => resize('evidenceViewer', size)}
      min={380}
      max={widest}
    >
      {queue}
    </SplitPane>
  );
}
