import { type Columns, positionsIn, type Span } from './columns.ts';

/** Points to be drawn. */
export interface Drawn {
  readonly t: Float64Array;
  /** `NaN` is a gap: the line ends before it and begins anew behind it. */
  readonly v: Float64Array;
  /** Points inside the span, of which these are some. */
  readonly total: number;
}

/**
 * What is drawn of the points inside a span: all of them while there are few, else of each of
 * `buckets` equal stretches of time the first, the last, the lowest, the highest, the first beyond
 * the target, and the first gap. So a line through them covers the same pixels as one through all
 * when a bucket is at most a pixel wide, no extreme disappears, and where a point is beyond the target
 * a point beyond it is drawn in the same bucket. The neighbours on both sides of the span come along,
 * so that the line runs on to the edge.
 *
 * Source: U. Jugel, Z. Jerzak, G. Hackenbroich and V. Markl, "M4: A Visualization-Oriented Time Series
 * Data Aggregation", VLDB 7(10), 2014; the breach and the gap are our own addition.
 */
export function pictureOf(
  columns: Columns,
  span: Span,
  buckets: number,
  breaches: (value: number) => boolean,
): Drawn {
  const { t } = columns;
  const [first, last] = positionsIn(t, span);
  const from = Math.max(0, first - 1);
  const to = Math.min(t.length, last + 1);
  const total = last - first;
  const writer = new Writer(columns);
  if (total <= 4 * buckets) {
    for (let at = from; at < to; at += 1) writer.put(at);
    return { ...writer.done(), total };
  }
  if (from < first) writer.put(from);
  const start = t[first] ?? 0;
  const width = ((t[last - 1] ?? 0) - start) / buckets || 1;
  let at = first;
  while (at < last) {
    const bucket = Math.floor(((t[at] ?? 0) - start) / width);
    const edge = start + (bucket + 1) * width;
    let end = at + 1;
    while (end < last && (t[end] ?? 0) < edge) end += 1;
    writer.putSome(at, end, breaches);
    at = end;
  }
  if (last < to) writer.put(last);
  return { ...writer.done(), total };
}

/** Collects points, with a gap wherever the data pauses. */
class Writer {
  readonly #columns: Columns;
  readonly #t: number[] = [];
  readonly #v: number[] = [];
  #before = -1;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  put(at: number): void {
    const { t, v } = this.#columns;
    if (this.#before >= 0 && this.#hasPause(this.#before, at)) {
      this.#t.push(((t[at - 1] ?? 0) + (t[at] ?? 0)) / 2);
      this.#v.push(Number.NaN);
    }
    this.#t.push(t[at] ?? 0);
    this.#v.push(v[at] ?? Number.NaN);
    this.#before = at;
  }

  /** The points of `[from, end)` that must not disappear. */
  putSome(from: number, end: number, breaches: (value: number) => boolean): void {
    const { t, v, pause = Number.POSITIVE_INFINITY } = this.#columns;
    let paused = -1;
    let low = -1;
    let high = -1;
    let breach = -1;
    let gap = -1;
    let afterGap = -1;
    let first = -1;
    let last = -1;
    for (let at = from; at < end; at += 1) {
      const value = v[at] ?? Number.NaN;
      if (paused < 0 && at > from && (t[at] ?? 0) - (t[at - 1] ?? 0) > pause) paused = at;
      if (Number.isNaN(value)) {
        if (gap < 0) gap = at;
        continue;
      }
      if (first < 0) first = at;
      if (gap >= 0 && afterGap < 0 && at > gap) afterGap = at;
      last = at;
      if (low < 0 || value < (v[low] ?? 0)) low = at;
      if (high < 0 || value > (v[high] ?? 0)) high = at;
      if (breach < 0 && breaches(value)) breach = at;
    }
    const kept = [first, low, high, breach, gap, afterGap, paused, last].filter((at) => at >= 0);
    kept.sort((a, b) => a - b);
    for (const at of kept) if (at !== this.#before) this.put(at);
  }

  done(): { readonly t: Float64Array; readonly v: Float64Array } {
    return { t: Float64Array.from(this.#t), v: Float64Array.from(this.#v) };
  }

  /** A point behind a pause is always among those that are put, so that the step before it says all. */
  #hasPause(before: number, at: number): boolean {
    const { t, pause } = this.#columns;
    return pause !== undefined && (t[at] ?? 0) - (t[at - 1] ?? 0) > pause && at > before;
  }
}
