/** Below this zoom a node is only its colour. */
export const TEXT_FROM = 0.3;
/**
 * From this zoom on the canvas shows a node as its element does: when the element takes over, at the
 * zoom where text is read, nothing jumps.
 */
export const NEAR_FROM = 0.46;

/** How much of a node is told at a zoom, on the canvas and as elements alike. */
export function distanceOf(zoom: number): 'near' | 'middle' | 'far' {
  if (zoom < TEXT_FROM) return 'far';
  return zoom < NEAR_FROM ? 'middle' : 'near';
}
