import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/**
 * Browsers draw no box of more than some ten million pixels, which is less than a million lines. Beyond
 * this height the scroll bar stands for more than it is long, and a turn of the wheel moves further.
 */
const tallest = 6_000_000;
/** Rows drawn above and below what is in view. */
const beyond = 10;

export interface ScaledRows {
  readonly first: number;
  /** Behind the last row. */
  readonly end: number;
  /** Height of everything, and where the drawn rows begin in it, in CSS pixels. */
  readonly height: number;
  readonly top: number;
  readonly reveal: (row: number) => void;
  readonly onScroll: () => void;
}

/** Which rows of very many are in view. */
export function useScaledRows({
  count,
  rowHeight,
  head,
  scroller,
}: {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of what stays at the top of the box. */
  readonly head: number;
  readonly scroller: RefObject<HTMLElement | null>;
}): ScaledRows {
  const whole = count * rowHeight;
  const height = Math.min(whole, tallest);
  const [view, setView] = useState({ offset: 0, scroll: 0, rows: 30 });
  // A row that was asked for stands exactly; scrolling by hand may round.
  const exact = useRef<{ readonly scroll: number; readonly offset: number } | undefined>(undefined);

  const measure = useCallback((): void => {
    const box = scroller.current;
    if (box === null) return;
    const inside = Math.max(0, box.clientHeight - head);
    const range = Math.max(1, height - inside);
    const scroll = Math.min(box.scrollTop, range);
    const known = exact.current;
    const isExact = known !== undefined && Math.abs(known.scroll - box.scrollTop) < 1;
    const offset = isExact ? known.offset : (scroll / range) * Math.max(0, whole - inside);
    if (!isExact) exact.current = undefined;
    setView({ offset, scroll, rows: Math.ceil(inside / rowHeight) });
  }, [scroller, head, height, whole, rowHeight]);

  useEffect(() => {
    measure();
    const box = scroller.current;
    if (box === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [measure, scroller]);

  const reveal = useCallback(
    (row: number): void => {
      const box = scroller.current;
      if (box === null) return;
      const inside = Math.max(0, box.clientHeight - head);
      const most = Math.max(0, whole - inside);
      const offset = Math.min(most, Math.max(0, (row + 0.5) * rowHeight - inside / 2));
      const range = Math.max(1, height - inside);
      box.scrollTop = most === 0 ? 0 : (offset / most) * range;
      exact.current = { scroll: box.scrollTop, offset };
      measure();
    },
    [scroller, head, height, whole, rowHeight, measure],
  );

  const first = Math.max(0, Math.floor(view.offset / rowHeight) - beyond);
  const end = Math.min(count, first + view.rows + 2 * beyond + 1);
  return {
    first,
    end,
    height,
    top: view.scroll - (view.offset - first * rowHeight),
    reveal,
    onScroll: measure,
  };
}
