import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import styles from './viewer.module.css';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Hits beyond these are not counted. */
export const mostHits = 10_000;

export interface FindBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** How many hits there are, and which of them is shown, from 0. */
  readonly count: number;
  readonly at: number;
  /** Not everything was looked through, so nobody knows that there are no more. */
  readonly isPartial?: boolean;
  readonly onStep: (step: 1 | -1) => void;
}

/** Finds a text in content of which only a part is in the document, so the browser cannot. */
export function FindBar({
  query,
  onQuery,
  count,
  at,
  isPartial = false,
  onStep,
}: FindBarProps): ReactNode {
  const words = useViewerWords();
  return (
    <div className={styles.find}>
      <div className={styles.findField}>
        <SearchField
          label={words.find}
          value={query}
          onChange={onQuery}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onStep(event.shiftKey ? -1 : 1);
          }}
        />
      </div>
      <span role="status" className={styles.hits}>
        {query !== '' &&
          (count > 0
            ? words.hits(at + 1, count, isPartial || count >= mostHits)
            : !isPartial && words.noHits)}
      </span>
      {count > 0 && (
        <>
          <IconButton
            label={words.previous}
            icon={<Icon of={ChevronUp} />}
            size="small"
            onClick={() => onStep(-1)}
          />
          <IconButton
            label={words.next}
            icon={<Icon of={ChevronDown} />}
            size="small"
            onClick={() => onStep(1)}
          />
        </>
      )}
    </div>
  );
}

/** The next hit in a direction, round at the ends. */
export function stepHit(at: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (at + step + count) % count;
}
