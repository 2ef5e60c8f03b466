/**
 * Statistics over plain numbers. Every function is exact in the sense stated beside it and gives
 * `undefined` for no numbers at all: nothing is ever invented from an empty sample.
 */

/**
 * The nearest-rank percentile: the smallest number of the sample such that at least `percent` of
 * a hundred of the sample is not greater. It is always a number that was measured, so a verdict
 * can point at the very row that decides it; interpolating definitions cannot.
 *
 * Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50(4), 1996, definition 1 (inverse of the empirical distribution function).
 *
 * @param values in any order; not changed.
 * @param percent a whole number from 1 to 100. Whole, so that `percent * n` is exact and the rank
 *   never moves by a rounding error.
 */
export function percentile(values: readonly number[], percent: number): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.ceil((percent * values.length) / 100) - 1];
}

/**
 * The sum, correctly rounded: the double that is nearest to the exact sum of the given doubles, so
 * the order of the values never matters.
 *
 * Source: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric
 * Predicates", 1997; the rounding of the last two partials follows R. Hettinger's `msum` as in
 * CPython's `math.fsum`.
 */
export function exactSum(values: readonly number[]): number {
  const partials: number[] = [];
  for (const value of values) {
    let rest = value;
    let kept = 0;
    for (let at = 0; at < partials.length; at += 1) {
      let small = partials[at] ?? 0;
      if (Math.abs(rest) < Math.abs(small)) [rest, small] = [small, rest];
      const high = rest + small;
      const low = small - (high - rest);
      if (low !== 0) {
        partials[kept] = low;
        kept += 1;
      }
      rest = high;
    }
    partials.length = kept;
    partials.push(rest);
  }
  return roundPartials(partials);
}

function roundPartials(partials: readonly number[]): number {
  let at = partials.length - 1;
  let high = partials[at] ?? 0;
  let low = 0;
  while (at > 0) {
    at -= 1;
    const before = high;
    const next = partials[at] ?? 0;
    high = before + next;
    low = next - (high - before);
    if (low !== 0) break;
  }
  // Half-way cases: the remaining partials decide in which direction to round.
  const below = partials[at - 1] ?? 0;
  if (at > 0 && ((low < 0 && below < 0) || (low > 0 && below > 0))) {
    const doubled = low * 2;
    const moved = high + doubled;
    if (doubled === moved - high) return moved;
  }
  return high;
}

/** The arithmetic mean: the exact sum, rounded, divided by the count. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : exactSum(values) / values.length;
}

/** The smallest number. A loop, because spreading a million arguments overflows the stack. */
export function smallest(values: readonly number[]): number | undefined {
  let found = values[0];
  for (const value of values) if (found === undefined || value < found) found = value;
  return found;
}

/** The greatest number. */
export function greatest(values: readonly number[]): number | undefined {
  let found = values[0];
  for (const value of values) if (found === undefined || value > found) found = value;
  return found;
}
