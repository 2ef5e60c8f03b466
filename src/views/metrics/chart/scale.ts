import type { ChartModel } from './chart-model.ts';

/** The axis of values. */
export interface ValueScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly isLog: boolean;
}

/** Room around the plot, in CSS pixels. */
export const frame = { left: 58, right: 16, top: 14, bottom: 26 } as const;

/** A value or a time as a share of its axis, 0 at the low end. */
export function shareOf(value: number, { low, high, isLog }: ValueScale): number {
  if (isLog) return (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
  // Halves, since the distance between two numbers may be beyond all numbers.
  return (value / 2 - low / 2) / (high / 2 - low / 2);
}

/** The inverse of {@link shareOf} for an axis of time. */
export function timeAt(share: number, { from, to }: Pick<ChartModel, 'from' | 'to'>): number {
  return from + share * (to - from);
}

/** Lowest and highest of what is drawn, lines included; none where there is nothing. */
export function valueRange({
  series,
  lines,
  course,
  least,
}: Pick<ChartModel, 'series' | 'lines' | 'course' | 'least'>):
  | readonly [number, number]
  | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const take = (value: number): void => {
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (const { v, shape } of series) {
    for (let at = 0; at < v.length; at += 1) take(v[at] ?? Number.NaN);
    if (shape === 'area') take(0);
  }
  for (const { value } of lines) take(value);
  for (const value of [...(course?.v ?? []), ...(least ?? [])]) take(value);
  return low <= high ? [low, high] : undefined;
}

/**
 * Round bounds around the values, with ticks at round steps between them: in equal steps, or at powers
 * of ten (with 2 and 5 between them where there are few). Any range will do where there are no values.
 */
export function valueScale(
  range: readonly [number, number] | undefined,
  isLog: boolean,
): ValueScale {
  if (range === undefined) return { low: 0, high: 1, ticks: [0, 1], isLog: false };
  const [least, most] = range;
  return isLog && least > 0 ? logScale(least, most) : plainScale(least, most);
}

function plainScale(least: number, most: number): ValueScale {
  // Differences beyond what the numbers can hold are no differences.
  const size = Math.max(Math.abs(least), Math.abs(most));
  const span = most - least > size * 1e-6 ? most - least : size;
  const rough = (span < 1e-200 ? 1 : span) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 2.5, 5].find((factor) => factor * magnitude >= rough) ?? 10);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    // Steps are short decimals, and so must their multiples be.
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, isLog: false };
}

function logScale(least: number, most: number): ValueScale {
  const first = Math.floor(Math.log10(least) + 1e-12);
  const last = Math.max(first + 1, Math.ceil(Math.log10(most) - 1e-12));
  const every = Math.ceil((last - first) / 6);
  const between = last - first <= 2 ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = first; power < last; power += every) {
    for (const factor of between) ticks.push(Number((factor * 10 ** power).toPrecision(12)));
  }
  const high = 10 ** last;
  if (ticks.at(-1) !== high) ticks.push(Number(high.toPrecision(12)));
  return { low: ticks[0] ?? 1, high, ticks, isLog: true };
}
