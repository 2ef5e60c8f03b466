import type { MetricCondition } from '../../model/condition.ts';
import { conditionId, evidenceId, metricId } from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';

/** A metric in milliseconds of which less is better, told by the evidence `file`; without samples. */
export const metricOf = (id: string, own: Partial<Metric> = {}): Metric => ({
  id: metricId(id),
  title: `Metric ${id}`,
  unit: 'ms',
  better: 'lower',
  evidence: [evidenceId('file')],
  ...own,
});

/** Samples one after another, a minute apart unless something else is said. */
export const samplesFrom = (start: number, v: readonly (number | null)[], apart = 60_000) => ({
  t: v.map((_, at) => start + at * apart),
  v,
});

/** What asks that a metric is at most 50 ms at any time. */
export const asksOf = (
  metric: Metric,
  id: string,
  own: Partial<MetricCondition> = {},
): MetricCondition => ({
  kind: 'metric',
  id: conditionId(id),
  title: `Condition ${id}`,
  metric: metric.id,
  aggregate: 'max',
  operator: 'at-most',
  target: 50,
  unit: 'ms',
  ...own,
});
