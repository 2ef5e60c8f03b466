import type { DrawingLayout } from './drawing-layout.ts';

/** Room around the drawing when all of it is fitted, in pixels. */
const margin = { x: 24, top: 20, bottom: 64 } as const;
/** In a pane narrower than this the legend stands above the buttons, and takes as much more. */
const narrow = { below: 900, bottom: 92 } as const;
/** A small plan is not blown up beyond its natural size. */
const LARGEST_FIT = 1.15;
export const smallestZoom = 0.004;
export const largestZoom = 2.5;

/** How large a drawing is, and where it begins; at 0 unless it says otherwise. */
export type Extent = Pick<DrawingLayout, 'width' | 'height'> &
  Partial<Pick<DrawingLayout, 'left' | 'top'>>;

/** The viewport that shows all of the drawing in the middle of the pane. */
export function fitted(
  layout: Extent,
  width: number,
  height: number,
): { readonly x: number; readonly y: number; readonly zoom: number } {
  const roomX = Math.max(1, width - 2 * margin.x);
  const bottom = width < narrow.below ? narrow.bottom : margin.bottom;
  const roomY = Math.max(1, height - margin.top - bottom);
  const zoom = Math.max(
    smallestZoom,
    Math.min(LARGEST_FIT, roomX / Math.max(1, layout.width), roomY / Math.max(1, layout.height)),
  );
  return {
    x: margin.x + (roomX - layout.width * zoom) / 2 - (layout.left ?? 0) * zoom,
    y: margin.top + (roomY - layout.height * zoom) / 2 - (layout.top ?? 0) * zoom,
    zoom,
  };
}
