import { twoSided, z95 } from './statistics-normal.ts';

/** How two samples differ, the second against the first. */
export interface Comparison {
  readonly sizes: readonly [number, number];
  readonly medians: readonly [number, number];
  /** Pairs in which the second sample's value is the greater one; ties count half. */
  readonly u: number;
  /** `u` as a share of all pairs: how often a value of the second is greater. 0.5: no difference. */
  readonly greater: number;
  /** Two-sided. */
  readonly p: number;
  /** `exact` counts all arrangements; `normal` approximates, with ties and continuity corrected. */
  readonly method: 'exact' | 'normal';
  /** Hodges–Lehmann: the median of all differences, with its 95 % interval where there is one. */
  readonly shift: number;
  readonly interval?: readonly [number, number];
}

/** Up to this many values on either side, without ties, every arrangement is counted. */
const exactSize = 25;

/**
 * The Mann–Whitney U test of two samples, with the common-language effect size and the Hodges–Lehmann
 * shift. `undefined` where a sample is empty. It assumes that values do not depend on one another;
 * the shift also assumes that the two distributions have the same shape.
 *
 * Sources: H. B. Mann and D. R. Whitney, "On a Test of Whether one of Two Random Variables is
 * Stochastically Larger than the Other", Annals of Mathematical Statistics 18, 1947; J. L. Hodges and
 * E. L. Lehmann, "Estimates of Location Based on Rank Tests", same 34, 1963; the interval inverts the
 * test (M. Hollander and D. A. Wolfe, "Nonparametric Statistical Methods", section 4.3).
 */
export function compareSamples(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): Comparison | undefined {
  const a = Float64Array.from(first).sort();
  const b = Float64Array.from(second).sort();
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return undefined;
  const { u, ties } = pairsWon(a, b);
  const isExact = ties === 0 && n <= exactSize && m <= exactSize;
  const counts = isExact ? arrangements(n, m) : undefined;
  const spread = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  const beyond = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  const p =
    counts === undefined ? (spread > 0 ? twoSided(beyond / spread) : 1) : exactTail(counts, u);
  const cut =
    counts === undefined
      ? Math.floor((n * m) / 2 - z95 * Math.sqrt((n * m * (n + m + 1)) / 12))
      : exactCut(counts);
  const low = Math.floor((n * m + 1) / 2);
  const high = Math.floor((n * m + 2) / 2);
  const shift = (nthDifference(a, b, low) + nthDifference(a, b, high)) / 2;
  return {
    sizes: [n, m],
    medians: [middle(a), middle(b)],
    u,
    greater: u / (n * m),
    p,
    method: isExact ? 'exact' : 'normal',
    shift,
    ...(cut < 1
      ? {}
      : { interval: [nthDifference(a, b, cut), nthDifference(a, b, n * m + 1 - cut)] as const }),
  };
}

/** The mean of the two values in the middle, as is usual for a median that is no verdict. */
function middle(sorted: Float64Array): number {
  const at = sorted.length >> 1;
  const upper = sorted[at] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[at - 1] ?? Number.NaN) + upper) / 2;
}

/** `ties` is the sum of t³ − t over groups of equal values. */
function pairsWon(a: Float64Array, b: Float64Array): { readonly u: number; readonly ties: number } {
  let u = 0;
  let ties = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = i < a.length ? (a[i] ?? 0) : Number.POSITIVE_INFINITY;
    const y = j < b.length ? (b[j] ?? 0) : Number.POSITIVE_INFINITY;
    const value = Math.min(x, y);
    const [iFrom, jFrom] = [i, j];
    while (i < a.length && a[i] === value) i += 1;
    while (j < b.length && b[j] === value) j += 1;
    const [inA, inB] = [i - iFrom, j - jFrom];
    u += inB * (iFrom + inA / 2);
    const size = inA + inB;
    ties += size ** 3 - size;
  }
  return { u, ties };
}

/** How many arrangements of `n` and `m` values give each U, from 0 to `n * m`. */
function arrangements(n: number, m: number): Float64Array {
  const most = n * m;
  // Gaussian binomial coefficient: the product of (1 - q^(m+i)) / (1 - q^i) for i from 1 to n.
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  for (let i = 1; i <= n; i += 1) {
    for (let at = most; at >= m + i; at -= 1)
      counts[at] = (counts[at] ?? 0) - (counts[at - m - i] ?? 0);
    for (let at = i; at <= most; at += 1) counts[at] = (counts[at] ?? 0) + (counts[at - i] ?? 0);
  }
  return counts;
}

function exactTail(counts: Float64Array, u: number): number {
  const most = counts.length - 1;
  const nearer = Math.min(u, most - u);
  let tail = 0;
  for (let at = 0; at <= nearer; at += 1) tail += counts[at] ?? 0;
  return Math.min(1, (2 * tail) / total(counts));
}

/** The rank of the lower end: the greatest k with P(U ≤ k − 1) ≤ 2.5 %. */
function exactCut(counts: Float64Array): number {
  const limit = 0.025 * total(counts);
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) {
    sum += counts[at] ?? 0;
    if (sum > limit) return at;
  }
  return 0;
}

function total(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The `rank`-th smallest of all differences `b[j] - a[i]`, found by bisection of the value; the
 * pairs below a value are counted in one walk, so that a million by a million is no matter.
 */
function nthDifference(a: Float64Array, b: Float64Array, rank: number): number {
  let low = (b[0] ?? 0) - (a[a.length - 1] ?? 0);
  let high = (b[b.length - 1] ?? 0) - (a[0] ?? 0);
  if (countUpTo(a, b, low) >= rank) return low;
  for (let step = 0; step < 200; step += 1) {
    const between = low / 2 + high / 2;
    if (between <= low || between >= high) break;
    if (countUpTo(a, b, between) >= rank) high = between;
    else low = between;
  }
  return greatestUpTo(a, b, high);
}

function countUpTo(a: Float64Array, b: Float64Array, limit: number): number {
  let count = 0;
  let j = 0;
  for (const x of a) {
    while (j < b.length && (b[j] ?? 0) - x <= limit) j += 1;
    count += j;
  }
  return count;
}

/** The difference itself, where bisection ended a rounding error above it. */
function greatestUpTo(a: Float64Array, b: Float64Array, limit: number): number {
  let found = Number.NEGATIVE_INFINITY;
  let j = 0;
  for (const x of a) {
    while (j < b.length && (b[j] ?? 0) - x <= limit) j += 1;
    if (j > 0) found = Math.max(found, (b[j - 1] ?? 0) - x);
  }
  return found;
}
