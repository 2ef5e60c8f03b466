import { type ComponentType, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { fetchTheRest } from './on-demand.ts';
import type { PaneProps } from './pane.ts';

/** Asked again this much later while a button of the mouse is down, in milliseconds. */
const HELD = 50;
/** So long after that nobody waits any more, and the rest of the page is fetched, in milliseconds. */
const CALM = 300;

// Once it has come, no drawing waits for it again.
let known: ComponentType<PaneProps> | undefined;

/**
 * The pane that can be moved by hand: none until the first picture of the drawing stands, since it is
 * as large as all the rest of it.
 *
 * @param onTakeOver called right before it stands where something else stood
 */
export function useMovable(onTakeOver: () => void): ComponentType<PaneProps> | undefined {
  const [pane, setPane] = useState(() => known);
  useEffect(() => {
    if (pane !== undefined) return;
    let isOver = false;
    const take = (): void => {
      if (isOver) return;
      // Elements are replaced: a press that has begun would come to nothing.
      if (document.querySelector('button:active') !== null) {
        setTimeout(take, HELD);
        return;
      }
      onTakeOver();
      // At once, with all of its effects: between two frames nobody sees it.
      flushSync(() => setPane(() => known));
    };
    const stop = afterPaint(() => {
      void import('./movable-pane.tsx').then(({ MovablePane }) => {
        known = MovablePane;
        take();
        setTimeout(fetchTheRest, CALM);
      });
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [pane, onTakeOver]);
  return pane;
}

/** Runs it once a frame was painted that shows what stands now. */
function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(run);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
