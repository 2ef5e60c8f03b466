import { parseTimestamp } from '../../lib/timestamp.ts';
import type { Metric } from '../../model/metric.ts';
import { type DeriveContext, remembered } from '../context.ts';
import { pointsOf } from '../metrics.ts';

/** Points in columns, in the order of time, up to the instant of judgement. */
export interface Columns {
  /** Milliseconds since 1970. */
  readonly t: Float64Array;
  /** `NaN` is a gap. */
  readonly v: Float64Array;
  readonly category?: { readonly names: readonly string[]; readonly of: Uint32Array };
  /** Points after the instant of judgement, which nothing here counts. */
  readonly later: number;
  /** A pause longer than this is a gap too; absent where the points come at no steady pace. */
  readonly pause?: number;
}

const known = remembered(() => new Map<string, Columns>());

/** The points of a metric, made once for one judgement. */
export function columnsOf(context: DeriveContext, metric: Metric): Columns {
  const made = known(context);
  const found = made.get(metric.id);
  if (found !== undefined) return found;
  const { t, v, category } = pointsOf(context, metric);
  const columns = makeColumns(t, v, category, parseTimestamp(context.verdicts.asOf));
  made.set(metric.id, columns);
  return columns;
}

/** @param t in order */
export function makeColumns(
  t: ArrayLike<number>,
  v: ArrayLike<number | null>,
  category: readonly string[] | undefined,
  asOf: number,
): Columns {
  let count = t.length;
  while (count > 0 && !((t[count - 1] ?? 0) <= asOf)) count -= 1;
  const times = new Float64Array(count);
  const values = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    times[at] = t[at] ?? 0;
    values[at] = v[at] ?? Number.NaN;
  }
  const pause = pauseOf(times);
  return {
    t: times,
    v: values,
    later: t.length - count,
    ...(category === undefined ? {} : { category: coded(category, count) }),
    ...(pause === undefined ? {} : { pause }),
  };
}

function coded(category: readonly string[], count: number) {
  const codes = new Map<string, number>();
  const of = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const name = category[at] ?? '';
    let code = codes.get(name);
    if (code === undefined) {
      code = codes.size;
      codes.set(name, code);
    }
    of[at] = code;
  }
  return { names: [...codes.keys()], of };
}

const leastSteps = 9;
const sampledSteps = 2001;

/**
 * Three times the usual step, where nine steps in ten are at most that long. Where there are many,
 * every so many is looked at.
 */
function pauseOf(t: Float64Array): number | undefined {
  const count = t.length - 1;
  if (count < leastSteps) return undefined;
  const stride = Math.max(1, Math.floor(count / sampledSteps));
  const steps: number[] = [];
  for (let at = 0; at < count; at += stride) steps.push((t[at + 1] ?? 0) - (t[at] ?? 0));
  steps.sort((a, b) => a - b);
  const usual = steps[steps.length >> 1] ?? 0;
  const long = steps.filter((step) => step > 3 * usual).length;
  return usual > 0 && long * 10 <= steps.length ? 3 * usual : undefined;
}

/** First position at or after a time. */
export function positionOf(t: Float64Array, time: number): number {
  let low = 0;
  let high = t.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((t[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of time, both ends included; everything where an end is absent. */
export interface Span {
  readonly from?: number;
  readonly to?: number;
}

/** The positions inside a span: from the first up to, and without, the second. */
export function positionsIn(t: Float64Array, { from, to }: Span): readonly [number, number] {
  const first = from === undefined ? 0 : positionOf(t, from);
  // Half a millisecond more, so that the end itself is inside.
  const last = to === undefined ? t.length : positionOf(t, to + 0.5);
  return [first, Math.max(first, last)];
}

/** The values inside a span that are no gaps, in the order of time. */
export function valuesIn(columns: Columns, span: Span): Float64Array {
  const [first, last] = positionsIn(columns.t, span);
  return columns.v.subarray(first, last).filter((value) => !Number.isNaN(value));
}
