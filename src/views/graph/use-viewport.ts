import { useCallback, useEffect, useRef } from 'react';
import { useMedia } from '../../ui/use-media.ts';
import { type Camera, middleOf, useSeen } from './camera.ts';
import type { Box, DrawingLayout } from './drawing-layout.ts';
import { fitted } from './fitted.ts';

/** From this zoom on the shape of the plan around an item tells something. */
const LEGIBLE = 0.35;
/** How near an item is brought that could not be made out. */
const CLOSE = 0.85;
/** From this zoom on titles can be read, and a large plan mounts its nodes. */
export const readableZoom = 0.6;

/**
 * The viewport: fits the whole drawing into what is visible until the reader moves it, and brings a
 * box into view when asked.
 */
export function useViewport(
  camera: Camera,
  layout: DrawingLayout,
): {
  readonly showAll: () => void;
  readonly reveal: (box: Box) => void;
  readonly onMoved: (event: unknown) => void;
  /** Keeps that node where it is on the screen when the next layout comes, instead of the middle. */
  readonly hold: (id: string) => void;
} {
  const [width, height] = useSeen((seen) => [seen.width, seen.height] as const);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const moved = useRef(false);
  const duration = isStill ? 0 : 160;

  const showAll = useCallback(
    (animate: boolean) => {
      if (width === 0 || height === 0) return;
      moved.current = false;
      camera.moveTo(fitted(layout, width, height), animate ? duration : 0);
    },
    [camera, layout, width, height, duration],
  );

  const held = useRef<string | undefined>(undefined);
  const shown = useRef(layout);
  useEffect(() => {
    const before = shown.current;
    const id = held.current;
    shown.current = layout;
    held.current = undefined;
    if (!moved.current) {
      showAll(false);
      return;
    }
    if (before === layout) return;
    const { x, y, zoom } = camera.seen;
    const middle = camera.pointAt({ x: width / 2, y: height / 2 });
    const kept = id ?? nearestIn(before, layout, middle);
    const from = kept === undefined ? undefined : before.boxes.get(kept);
    const to = kept === undefined ? undefined : layout.boxes.get(kept);
    if (from === undefined || to === undefined) return;
    camera.moveTo({ x: x + (from.x - to.x) * zoom, y: y + (from.y - to.y) * zoom, zoom });
  }, [showAll, layout, camera, width, height]);

  const reveal = useCallback(
    (box: Box) => {
      if (width === 0 || height === 0) return;
      const { x, y, zoom } = camera.seen;
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const isVisible =
        left >= 0 &&
        top >= 0 &&
        left + box.width * zoom <= width &&
        top + box.height * zoom <= height;
      if (isVisible && zoom >= LEGIBLE) return;
      moved.current = true;
      camera.centre(middleOf(box), Math.max(zoom, CLOSE), duration);
    },
    [camera, width, height, duration],
  );

  return {
    showAll: useCallback(() => showAll(true), [showAll]),
    reveal,
    hold: useCallback((id: string) => {
      held.current = id;
    }, []),
    // Moves without an event are our own.
    onMoved: useCallback((event: unknown) => {
      if (event !== null && event !== undefined) moved.current = true;
    }, []),
  };
}

/** What the reader looks at: of the boxes that both drawings have, the nearest to a point. */
function nearestIn(
  before: DrawingLayout,
  after: DrawingLayout,
  { x, y }: { readonly x: number; readonly y: number },
): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, box] of before.boxes) {
    const away = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
    if (away >= least || !after.boxes.has(id)) continue;
    least = away;
    best = id;
  }
  return best;
}
