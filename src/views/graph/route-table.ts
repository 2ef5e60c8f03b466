import type { LayoutResult } from '../../derive/layout/types.ts';
import type { Box, Pen, Point, Routes } from './drawing-layout.ts';

/**
 * The routes of a layout by the keys of their edges, left in the arrays that the layout's thread
 * has sent: thousands of them are painted from afar without an object for each point.
 */
export class RouteTable implements Routes {
  readonly #at = new Map<string, number>();
  readonly #offsets: Int32Array;
  readonly #points: Float64Array;
  /** Routes that are not those of the layout. */
  readonly #others = new Map<number, readonly Point[]>();
  #bounds: Float64Array | undefined;

  constructor({ offsets, points }: LayoutResult['routes']) {
    this.#offsets = offsets;
    this.#points = points;
  }

  /** @param other where the edge does not take the way that the layout has found */
  add(key: string, at: number, other?: readonly Point[]): void {
    this.#at.set(key, at);
    if (other !== undefined) this.#others.set(at, other);
  }

  get size(): number {
    return this.#at.size;
  }

  keys(): IterableIterator<string> {
    return this.#at.keys();
  }

  get(key: string): readonly Point[] | undefined {
    const at = this.#at.get(key);
    if (at === undefined) return undefined;
    const other = this.#others.get(at);
    if (other !== undefined) return other;
    const route: Point[] = [];
    const end = this.#offsets[at + 1] ?? 0;
    for (let p = this.#offsets[at] ?? 0; p < end; p += 1) {
      route.push({ x: this.#points[2 * p] ?? 0, y: this.#points[2 * p + 1] ?? 0 });
    }
    return route;
  }

  length(key: string): number {
    const at = this.#at.get(key);
    if (at === undefined) return 0;
    const other = this.#others.get(at);
    return other?.length ?? (this.#offsets[at + 1] ?? 0) - (this.#offsets[at] ?? 0);
  }

  trace(key: string, pen: Pen): void {
    const at = this.#at.get(key);
    if (at === undefined) return;
    const other = this.#others.get(at);
    if (other !== undefined) {
      traceRoute(other, pen);
      return;
    }
    const points = this.#points;
    const first = this.#offsets[at] ?? 0;
    const end = this.#offsets[at + 1] ?? 0;
    for (let p = first; p < end; p += 1) {
      const x = points[2 * p] ?? 0;
      const y = points[2 * p + 1] ?? 0;
      if (p === first) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
  }

  boxOf(key: string): Box {
    const at = this.#at.get(key);
    const other = at === undefined ? [] : this.#others.get(at);
    if (at === undefined || other !== undefined) return boxAround(other ?? []);
    this.#bounds ??= boundsOf(this.#offsets, this.#points);
    const [left = 0, top = 0, right = 0, bottom = 0] = this.#bounds.subarray(4 * at, 4 * at + 4);
    return { x: left, y: top, width: right - left, height: bottom - top };
  }
}

/** Left, top, right and bottom of each route, all at once: whoever asks for one asks for thousands. */
function boundsOf(offsets: Int32Array, points: Float64Array): Float64Array {
  const bounds = new Float64Array(4 * Math.max(0, offsets.length - 1));
  for (let at = 0; at + 1 < offsets.length; at += 1) {
    let left = Number.POSITIVE_INFINITY;
    let top = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    const end = offsets[at + 1] ?? 0;
    for (let p = offsets[at] ?? 0; p < end; p += 1) {
      const x = points[2 * p] ?? 0;
      const y = points[2 * p + 1] ?? 0;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    bounds[4 * at] = left;
    bounds[4 * at + 1] = top;
    bounds[4 * at + 2] = right;
    bounds[4 * at + 3] = bottom;
  }
  return bounds;
}

function boxAround(route: readonly Point[]): Box {
  const xs = route.map(({ x }) => x);
  const ys = route.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** As straight lines from point to point. */
export function traceRoute(route: readonly Point[], pen: Pen): void {
  for (const [at, { x, y }] of route.entries()) {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}
