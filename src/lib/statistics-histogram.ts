/** How many values lie from `from` up to, and without, `to`; the last bin includes its end. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const mostBins = 60;

/**
 * Bins of one round width over all values. The width follows the Freedman–Diaconis rule, rounded up to
 * 1, 2, 2.5 or 5 times a power of ten; there are at most about sixty. No values, no bins; equal values
 * share one.
 *
 * Source: D. Freedman and P. Diaconis, "On the Histogram as a Density Estimator: L2 Theory",
 * Zeitschrift für Wahrscheinlichkeitstheorie und verwandte Gebiete 57, 1981.
 *
 * @param sorted in ascending order.
 */
export function histogram(sorted: ArrayLike<number>): readonly Bin[] {
  const n = sorted.length;
  if (n === 0) return [];
  const low = sorted[0] ?? 0;
  const high = sorted[n - 1] ?? 0;
  const range = high - low;
  // Differences that the numbers can hardly hold are no differences.
  const isFlat = !(range > Math.max(Math.abs(low), Math.abs(high)) * 1e-9) || range < 1e-200;
  if (isFlat || !Number.isFinite(range)) return [{ from: low, to: high, count: n }];
  const quartiles = (sorted[Math.floor(0.75 * n)] ?? 0) - (sorted[Math.floor(0.25 * n)] ?? 0);
  const wanted = (2 * quartiles) / Math.cbrt(n);
  const sturges = range / Math.ceil(Math.log2(n) + 1);
  const width = roundStep(Math.max(wanted > 0 ? wanted : sturges, range / mostBins));
  const first = Math.floor(low / width);
  const bins = Math.max(1, Math.ceil(high / width) - first);
  // Multiples of short decimals shall be short decimals.
  const edge = (at: number): number => Number(((first + at) * width).toPrecision(12));
  const counts = new Float64Array(bins);
  let bin = 0;
  for (let at = 0; at < n; at += 1) {
    const value = sorted[at] ?? 0;
    while (bin < bins - 1 && value >= edge(bin + 1)) bin += 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (count, at) => ({ from: edge(at), to: edge(at + 1), count }));
}

/** The next greater of 1, 2, 2.5, 5 and 10 times a power of ten. */
export function roundStep(size: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 2.5, 5].find((each) => each * magnitude >= size * (1 - 1e-12)) ?? 10;
  return factor * magnitude;
}
