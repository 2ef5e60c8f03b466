import type { LayoutInput, LayoutResult } from './types.ts';

/**
 * Takes back the shift that all nodes have in common against their former places, so that a new
 * wave at the rim does not move everything else. The arrays are changed in place.
 */
export function keepPlaces(result: LayoutResult, { previous }: LayoutInput): LayoutResult {
  if (previous === undefined) return result;
  const dx = commonShift(previous.x, result.x);
  const dy = commonShift(previous.y, result.y);
  if (dx === 0 && dy === 0) return result;
  const { groups, routes } = result;
  for (const corners of [result.x, groups.x]) shift(corners, dx);
  for (const corners of [result.y, groups.y]) shift(corners, dy);
  const { points } = routes;
  for (let at = 0; at < points.length; at += 2) {
    points[at] = (points[at] ?? 0) + dx;
    points[at + 1] = (points[at + 1] ?? 0) + dy;
  }
  return { ...result, left: result.left + dx, top: result.top + dy };
}

function shift(values: Float64Array, by: number): void {
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) + by;
}

/** So many nodes tell the common shift; more would only take longer. */
const SAMPLE = 512;

/**
 * The median way back of nodes that were there before, taken evenly from all; in whole pixels, so
 * that lines stay sharp.
 */
function commonShift(before: Float64Array, after: Float64Array): number {
  const ways = new Float64Array(SAMPLE);
  let count = 0;
  const step = Math.max(1, Math.ceil(after.length / SAMPLE));
  for (let first = 0; first < step && count < SAMPLE / 2; first += 1) {
    for (let node = first; node < after.length && count < SAMPLE; node += step) {
      const way = (before[node] ?? Number.NaN) - (after[node] ?? 0);
      if (Number.isFinite(way)) ways[count++] = way;
    }
  }
  if (count === 0) return 0;
  const known = ways.subarray(0, count).sort();
  return Math.round(known[count >> 1] ?? 0);
}
