import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import { usePrinting } from '../../../ui/use-printing.ts';

/** Above this many rows only those in view are in the document. */
const virtualFrom = 400;
/** Paper gets at most this many rows. */
const printedMost = 5000;

export interface VirtualRows {
  /** First row in the document, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Heights that stand for the rows before and after, in CSS pixels. */
  readonly before: number;
  readonly after: number;
  readonly reveal: (index: number, align?: 'auto' | 'center') => void;
}

/** Which of many rows of one height are in view. Few rows are all there, for the browser's own search. */
export function useVirtualRows({
  count,
  rowHeight,
  scroller,
}: {
  readonly count: number;
  /** CSS pixels; the style sheet says the same. */
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
}): VirtualRows {
  const printing = usePrinting();
  const virtual = count > virtualFrom && !printing;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 20,
    enabled: virtual,
    initialRect: { width: 0, height: 20 * rowHeight },
  });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const end = virtual
    ? (items.at(-1)?.index ?? -1) + 1
    : Math.min(count, printing ? printedMost : count);
  const reveal = useCallback(
    (index: number, align: 'auto' | 'center' = 'auto') => {
      if (virtual) {
        virtualizer.scrollToIndex(index, { align });
        scroller.current?.scrollIntoView({ block: 'nearest' });
      } else {
        scroller.current
          ?.querySelector(`[data-row="${index}"]`)
          ?.scrollIntoView({ block: 'nearest' });
      }
    },
    [virtual, virtualizer, scroller],
  );
  return {
    first,
    end,
    before: first * rowHeight,
    after: virtual ? (count - end) * rowHeight : 0,
    reveal,
  };
}
