import { exactSum, greatest, mean, percentile, smallest } from '../lib/statistics.ts';
import type { Aggregate } from '../model/condition.ts';

/**
 * One number for a sample in the order of time. `count` is the size of the sample and `rate` the
 * share of its numbers that are not zero; both are numbers even for an empty sample where they
 * have a meaning (`count` is 0). Everything else has no value without a sample.
 */
export function aggregate(values: readonly number[], kind: Aggregate): number | undefined {
  return aggregates[kind](values);
}

const aggregates: Readonly<Record<Aggregate, (values: readonly number[]) => number | undefined>> = {
  p50: (values) => percentile(values, 50),
  p90: (values) => percentile(values, 90),
  p95: (values) => percentile(values, 95),
  p99: (values) => percentile(values, 99),
  mean,
  min: smallest,
  max: greatest,
  last: (values) => values.at(-1),
  sum: (values) => (values.length === 0 ? undefined : exactSum(values)),
  rate: (values) =>
    values.length === 0 ? undefined : values.filter((value) => value !== 0).length / values.length,
  count: (values) => (values.length === 0 ? undefined : values.length),
};
