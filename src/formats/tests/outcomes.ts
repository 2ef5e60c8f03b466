import type { Outcome } from '../../model/evidence.ts';

const gravity: Readonly<Record<Outcome, number>> = {
  error: 5,
  failed: 4,
  unknown: 3,
  flaky: 2,
  skipped: 1,
  passed: 0,
};

/** The graver of two outcomes; the first one when they are alike. */
export function graver(a: Outcome, b: Outcome): Outcome {
  return gravity[b] > gravity[a] ? b : a;
}
