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
    let left = Number.POSITIVE_INFINITY;
    let top = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    const point = (x: number, y: number): void => {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    };
    this.trace(key, { moveTo: point, lineTo: point });
    return { x: left, y: top, width: right - left, height: bottom - top };
  }
}

/** As straight lines from point to point. */
export function traceRoute(route: readonly Point[], pen: Pen): void {
  for (const [at, { x, y }] of route.entries()) {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}
