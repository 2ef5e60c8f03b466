import type { ChartSeries } from './chart-model.ts';

/** One place on the axis of time with the value of every series there. */
export interface DrawnRow {
  readonly t: number;
  /** In the order of the series; `null` inside a gap and before the first and after the last point. */
  readonly v: readonly (number | null)[];
  /** Whether the series has a point of its own here, and is not just passing. */
  readonly own: readonly boolean[];
}

type Course = Pick<ChartSeries, 't' | 'v' | 'shape'>;

/**
 * All series on one list of times, as the chart library wants them. Where a series has no point of its
 * own its line is continued straight (or level, for steps) between its neighbours, so that what is
 * drawn is the same line; no mark stands there, and no gap is bridged.
 */
export function drawnRows(series: readonly Course[]): readonly DrawnRow[] {
  const [only] = series;
  if (only !== undefined && series.length === 1) {
    return Array.from(only.t, (t, at) => ({ t, v: [known(only, at)], own: [true] }));
  }
  const times = [...new Set(series.flatMap(({ t }) => Array.from(t)))].sort((a, b) => a - b);
  const columns = series.map((each) => alongTimes(each, times));
  return times.map((t, at) => ({
    t,
    v: columns.map((column) => column[at]?.v ?? null),
    own: columns.map((column) => column[at]?.own ?? false),
  }));
}

function alongTimes(series: Course, times: readonly number[]) {
  const { t, shape } = series;
  let after = 0;
  return times.map((time): { readonly v: number | null; readonly own: boolean } => {
    while (after < t.length && (t[after] ?? 0) < time) after += 1;
    if (t[after] === time) {
      // Of several points at one time the last one stands; a gap among them stays one.
      let last = after;
      while (t[last + 1] === time) last += 1;
      return { v: known(series, last), own: true };
    }
    const before = known(series, after - 1);
    const next = known(series, after);
    if (before === null || next === null) return { v: null, own: false };
    if (shape === 'step') return { v: before, own: false };
    const [t0 = 0, t1 = 1] = [t[after - 1], t[after]];
    return { v: before + ((next - before) * (time - t0)) / (t1 - t0 || 1), own: false };
  });
}

function known({ v }: Course, at: number): number | null {
  const value = v[at] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}
