import { twoSided } from './statistics-normal.ts';

/** Whether a row of values rises or falls. */
export interface Trend {
  readonly direction: 'rising' | 'falling' | 'none';
  /** Two-sided. */
  readonly p: number;
  /** Theil–Sen: the median slope of all pairs, a unit of `x`. */
  readonly slope: number;
  readonly values: number;
}

/** Fewer values than this show no trend, whatever they are. */
export const leastForTrend = 8;

/**
 * The Mann–Kendall test at 5 % with the Theil–Sen slope. Quadratic: give it hundreds of values, not
 * thousands. `undefined` for fewer than eight values. It assumes that the scatter of the values does
 * not depend on the one before.
 *
 * Sources: H. B. Mann, "Nonparametric Tests Against Trend", Econometrica 13, 1945; M. G. Kendall, "Rank
 * Correlation Methods", 1975 (variance with ties); P. K. Sen, "Estimates of the Regression Coefficient
 * Based on Kendall's Tau", Journal of the American Statistical Association 63, 1968.
 */
export function trendOf(x: ArrayLike<number>, y: ArrayLike<number>): Trend | undefined {
  const n = y.length;
  if (n < leastForTrend) return undefined;
  let score = 0;
  const slopes: number[] = [];
  for (let later = 1; later < n; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      const rise = (y[later] ?? 0) - (y[earlier] ?? 0);
      const run = (x[later] ?? 0) - (x[earlier] ?? 0);
      score += Math.sign(rise);
      if (run > 0) slopes.push(rise / run);
    }
  }
  const variance = (n * (n - 1) * (2 * n + 5) - tieTerm(y)) / 18;
  const z = variance > 0 ? (score - Math.sign(score)) / Math.sqrt(variance) : 0;
  const p = twoSided(z);
  const rises = score > 0 ? 'rising' : 'falling';
  return { direction: p < 0.05 ? rises : 'none', p, slope: median(slopes), values: n };
}

function tieTerm(y: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < y.length; at += 1) {
    const value = y[at] ?? 0;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let term = 0;
  for (const count of counts.values()) term += count * (count - 1) * (2 * count + 5);
  return term;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
