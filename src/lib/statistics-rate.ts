import { z95 } from './statistics-normal.ts';

/** A share with what it was counted from, and the interval that holds the true share 95 times in 100. */
export interface Rate {
  readonly successes: number;
  readonly of: number;
  /** 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of successes with its 95 % Wilson score interval. `undefined` where nothing was counted.
 * It assumes that the trials do not depend on one another.
 *
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
 * Journal of the American Statistical Association 22, 1927, without continuity correction.
 */
export function wilson(successes: number, of: number): Rate | undefined {
  if (!(of > 0) || successes < 0 || successes > of) return undefined;
  const share = successes / of;
  const zz = z95 * z95;
  const middle = (share + zz / (2 * of)) / (1 + zz / of);
  const half = (z95 / (1 + zz / of)) * Math.sqrt((share * (1 - share)) / of + zz / (4 * of * of));
  return {
    successes,
    of,
    share,
    // At the ends the interval is closed by the formula, and only rounding would say otherwise.
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === of ? 1 : Math.min(1, middle + half),
  };
}
