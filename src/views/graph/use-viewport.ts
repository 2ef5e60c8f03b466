import { useCallback, useEffect, useRef } from 'react';
import { useMedia } from '../../ui/use-media.ts';
import { type Camera, middleOf, useSeen } from './camera.ts';
import type { Box, DrawingLayout } from './drawing-layout.ts';
import { fitted } from './fitted.ts';
import type { View } from './paint.ts';

/** From this zoom on the shape of the plan around an item tells something. */
const LEGIBLE = 0.35;
/** Around a group that is shown as a whole, in pixels of the screen. */
const RIM = 16;
/** Side of the corner with a group's title, in the drawing's pixels. */
const CORNER = 40;
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
  /** Brings a box into view; `false` while there is no room yet to bring it to. */
  readonly reveal: (box: Box) => boolean;
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
    const next = { x: x + (from.x - to.x) * zoom, y: y + (from.y - to.y) * zoom, zoom };
    // The corner of a large group lies out of sight while its inside is read: closed, it would be gone.
    if (id !== undefined && !isInside(to, next, width, height))
      camera.centre(middleOf(to), zoom, 0);
    else camera.moveTo(next);
  }, [showAll, layout, camera, width, height]);

  const reveal = useCallback(
    (box: Box) => {
      if (width === 0 || height === 0) return false;
      const { zoom } = camera.seen;
      const whole = Math.min((width - 2 * RIM) / box.width, (height - 2 * RIM) / box.height);
      // Of a group that is larger than the pane the corner tells where one is.
      const shown = whole < CLOSE ? { ...box, width: CORNER, height: CORNER } : box;
      if (isInside(shown, camera.seen, width, height) && zoom >= LEGIBLE) return true;
      moved.current = true;
      camera.centre(middleOf(box), Math.min(Math.max(zoom, CLOSE), whole), duration);
      return true;
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

/** Whether all of a box is on the screen. */
function isInside(
  box: Box,
  { x, y, zoom }: Pick<View, 'x' | 'y' | 'zoom'>,
  width: number,
  height: number,
): boolean {
  const left = box.x * zoom + x;
  const top = box.y * zoom + y;
  return (
    left >= 0 && top >= 0 && left + box.width * zoom <= width && top + box.height * zoom <= height
  );
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
