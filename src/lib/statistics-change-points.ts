/** A stretch of values with one level: from `from` up to, and without, `to`. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
}

/** Fewer values than this are no level. */
const leastLength = 3;

/**
 * Cuts a row of values where its mean changes: PELT with the cost of normal values of one known
 * spread and the penalty 3·ln n for each cut. The result is the best of all possible cuts under that
 * cost, not an approximation. The spread is taken from the differences of neighbours (median of their
 * sizes), which a change of level hardly touches.
 *
 * It assumes that the values scatter about their level independently and with one spread; where
 * neighbours depend on one another it cuts too often.
 *
 * Source: R. Killick, P. Fearnhead and I. A. Eckley, "Optimal Detection of Changepoints With a Linear
 * Computational Cost", Journal of the American Statistical Association 107, 2012.
 *
 * @returns the segments in order; one where nothing changes, none for no values.
 */
export function changePoints(values: ArrayLike<number>): readonly Segment[] {
  const n = values.length;
  if (n === 0) return [];
  const { sums, squares } = cumulated(values);
  const spread = spreadOf(values);
  const whole = { from: 0, to: n, mean: (sums[n] ?? 0) / n + (values[0] ?? 0) };
  if (spread === 0 || n < 2 * leastLength) return [whole];
  const variance = spread * spread;
  const cost = (from: number, to: number): number => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    const square = (squares[to] ?? 0) - (squares[from] ?? 0);
    return Math.max(0, square - (sum * sum) / (to - from)) / variance;
  };
  const penalty = 3 * Math.log(n);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const cut = new Int32Array(n + 1);
  best[0] = -penalty;
  let candidates: number[] = [];
  for (let to = leastLength; to <= n; to += 1) {
    candidates.push(to - leastLength);
    let least = Number.POSITIVE_INFINITY;
    for (const from of candidates) {
      const found = (best[from] ?? 0) + cost(from, to) + penalty;
      if (found < least) {
        least = found;
        cut[to] = from;
      }
    }
    best[to] = least;
    // What loses against a cut at `next` now loses for good, since that cut is allowed from here on.
    const next = to + 1 - leastLength;
    candidates = candidates.filter(
      (from) =>
        from > next - leastLength ||
        (best[from] ?? 0) + cost(from, next) <= (best[next] ?? Number.POSITIVE_INFINITY),
    );
  }
  return segmentsOf(cut, sums, values[0] ?? 0, n);
}

/** Sums of the values less the first one, so that large levels do not eat the differences. */
function cumulated(values: ArrayLike<number>) {
  const n = values.length;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  const base = values[0] ?? 0;
  for (let at = 0; at < n; at += 1) {
    const value = (values[at] ?? 0) - base;
    sums[at + 1] = (sums[at] ?? 0) + value;
    squares[at + 1] = (squares[at] ?? 0) + value * value;
  }
  return { sums, squares };
}

function segmentsOf(
  cut: Int32Array,
  sums: Float64Array,
  base: number,
  n: number,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (let to = n; to > 0; ) {
    const from = cut[to] ?? 0;
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    segments.push({ from, to, mean: base + sum / (to - from) });
    to = from;
  }
  return segments.reverse();
}

/**
 * The spread of the values about their level: 1.4826 times the median size of the differences of
 * neighbours, divided by √2. Where more than half of them are 0, their root mean square instead.
 */
function spreadOf(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  const sizes = new Float64Array(values.length - 1);
  let squares = 0;
  for (let at = 0; at < sizes.length; at += 1) {
    const difference = (values[at + 1] ?? 0) - (values[at] ?? 0);
    sizes[at] = Math.abs(difference);
    squares += difference * difference;
  }
  sizes.sort();
  const half = sizes.length >> 1;
  const upper = sizes[half] ?? 0;
  const median = sizes.length % 2 === 1 ? upper : ((sizes[half - 1] ?? 0) + upper) / 2;
  const spread = median > 0 ? 1.4826 * median : Math.sqrt(squares / sizes.length);
  return spread / Math.SQRT2;
}
