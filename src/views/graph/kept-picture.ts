import type { View } from './paint.ts';

/** How far beyond the pane a kept picture reaches, as a share of the pane on each side. */
const MARGIN = 0.35;
/** A kept picture is stretched by this much at most while the reader zooms in; it is sharp at rest. */
const MOST_STRETCH = 3;

/** Where a kept picture is put so that it shows what the view asks for, in pixels of the pane. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The view of a picture that reaches beyond the pane of another on all sides. */
export function widened(view: View): View {
  const aside = Math.round(view.width * MARGIN);
  const above = Math.round(view.height * MARGIN);
  return {
    x: view.x + aside,
    y: view.y + above,
    zoom: view.zoom,
    width: view.width + 2 * aside,
    height: view.height + 2 * above,
  };
}

/** The same pane around the same middle, from so many times as far. */
export function seenFromFarther(view: View, times: number): View {
  const { x, y, zoom, width, height } = view;
  return {
    ...view,
    x: width / 2 + (x - width / 2) / times,
    y: height / 2 + (y - height / 2) / times,
    zoom: zoom / times,
  };
}

/**
 * Where a picture that was painted for one view goes in another; nothing when it does not reach over
 * the whole pane, or would have to be stretched too far.
 */
export function placementOf(painted: View, view: View): Placement | undefined {
  const stretch = view.zoom / painted.zoom;
  if (stretch > MOST_STRETCH) return undefined;
  const x = view.x - painted.x * stretch;
  const y = view.y - painted.y * stretch;
  const width = painted.width * stretch;
  const height = painted.height * stretch;
  const covers = x <= 0 && y <= 0 && x + width >= view.width && y + height >= view.height;
  return covers ? { x, y, width, height } : undefined;
}
