import { exactSum, greatest, mean, percentile, smallest } from '../../lib/statistics.ts';
import { areCompatible, convert } from '../../lib/units.ts';
import type { Pointer } from '../../model/common.ts';
import type { Aggregate, MetricCondition } from '../../model/condition.ts';
import type { Metric } from '../../model/metric.ts';
import { withConsidered } from '../admission.ts';
import { compare, unitMismatch } from '../compare.ts';
import type { JudgeContext } from '../context.ts';
import { type Handler, readMetric } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { type Points, pointsOf } from '../points.ts';
import { reason } from '../reason-codes.ts';
import type { EvidenceUse, Reason } from '../types.ts';

/** An aggregate with the sample that decides it, where it is one. */
interface Aggregated {
  readonly value: number;
  readonly unit: string;
  readonly samples: number;
  /** Position in the series, for aggregates that are one of the samples. */
  readonly at?: number;
}

/**
 * A series, aggregated, against a target. Percentiles are nearest-rank (see `percentile`); `rate`
 * is the share of ones in a series of zeros and ones; gaps are left out and never counted as 0.
 */
export const metric: Handler<MetricCondition> = {
  judge(condition, context) {
    const points = pointsOf(context, condition.metric, condition);
    if ('verdict' in points) return points;
    return withConsidered(context, judgePoints(condition, context, points), points.considered);
  },
  reads(condition, project, sink) {
    readMetric(project, condition.metric, sink);
  },
};

function judgePoints(condition: MetricCondition, context: JudgeContext, points: Points): Judgement {
  const plain = points.evidence.map((entry) => context.use(entry));
  const found = aggregated(context, condition, points);
  if ('verdict' in found) return { ...found, uses: plain };
  const expected = {
    value: condition.target,
    unit: condition.unit,
    operator: condition.operator,
    of: condition.aggregate,
  };
  const actual = {
    value: convert(found.value, found.unit, condition.unit) ?? found.value,
    unit: areCompatible(found.unit, condition.unit) ? condition.unit : found.unit,
    of: condition.aggregate,
  };
  const uses = pointed(context, points, found, plain);
  const quantities = { expected, actual };
  const needed = Math.max(1, condition.minSamples ?? 1);
  if (!(found.samples >= needed)) {
    const params = { samples: found.samples, needed };
    return judgement('unknown', reason('metric-too-few-samples', params), uses, quantities);
  }
  if (!areCompatible(found.unit, condition.unit)) {
    return judgement('unknown', unitMismatch(found.unit, condition.unit), uses, quantities);
  }
  const units = { actual: found.unit, target: condition.unit };
  const outcome = compare(condition.operator, found.value, condition.target, units);
  if (typeof outcome !== 'boolean') return judgement('unknown', outcome, uses, quantities);
  const params = {
    aggregate: condition.aggregate,
    value: actual.value,
    samples: found.samples,
  };
  return outcome
    ? judgement('passed', reason('metric-holds', params), uses, quantities)
    : judgement('failed', reason('metric-misses', params), uses, quantities);
}

function aggregated(
  context: JudgeContext,
  condition: MetricCondition,
  points: Points,
): Aggregated | Judgement {
  const { metric: id, aggregate, window } = condition;
  // The admission decides which points there are at all, and it has been applied already: the
  // points of a metric are all of its series up to `asOf`.
  return context.share(JSON.stringify(['aggregate', id, aggregate, window]), () => {
    const from = window === undefined ? Number.NEGATIVE_INFINITY : context.asOf - window * 1000;
    const values: number[] = [];
    const at: number[] = [];
    let older = 0;
    for (let index = 0; index < points.v.length; index += 1) {
      const value = points.v[index];
      if (value === null || value === undefined) continue;
      if ((points.t[index] ?? 0) >= from) {
        values.push(value);
        at.push(index);
      } else older += 1;
    }
    if (values.length === 0) {
      return older > 0
        ? judgement('stale', reason('metric-window-empty', { samples: older, window: window ?? 0 }))
        : judgement('missing', reason('metric-without-points', { metric: id }));
    }
    const found = compute(aggregate, points, values, at);
    return 'code' in found ? judgement('unknown', found) : found;
  });
}

const PERCENTS: ReadonlyMap<string, number> = new Map([
  ['p50', 50],
  ['p90', 90],
  ['p95', 95],
  ['p99', 99],
]);

function compute(
  aggregate: Aggregate,
  { metric: { unit }, t }: Points,
  values: readonly number[],
  at: readonly number[],
): Aggregated | Reason {
  const samples = values.length;
  const measured = (value: number | undefined): Aggregated => {
    const position = at[values.indexOf(value ?? Number.NaN)];
    const plain = { value: value ?? Number.NaN, unit, samples };
    return position === undefined ? plain : { ...plain, at: position };
  };
  switch (aggregate) {
    case 'p50':
    case 'p90':
    case 'p95':
    case 'p99':
      return measured(percentile(values, PERCENTS.get(aggregate) ?? 50));
    case 'min':
      return measured(smallest(values));
    case 'max':
      return measured(greatest(values));
    case 'last':
      return measured(values[lastOf(t, at)]);
    case 'mean':
      return { value: mean(values) ?? Number.NaN, unit, samples };
    case 'sum':
      return { value: exactSum(values), unit, samples };
    case 'count':
      return { value: samples, unit: 'count', samples };
    case 'rate':
      return rate(values);
    default:
      return reason('unknown-aggregate', { aggregate });
  }
}

/** The share of ones. A series that holds anything else has no rate. */
function rate(values: readonly number[]): Aggregated | Reason {
  let ones = 0;
  for (const value of values) {
    if (value !== 0 && value !== 1) return reason('metric-not-binary', { value });
    ones += value;
  }
  return { value: ones / values.length, unit: 'ratio', samples: values.length };
}

/** The newest sample; of several at one instant the one that was written last. */
function lastOf(t: readonly number[], at: readonly number[]): number {
  let found = 0;
  for (let index = 1; index < at.length; index += 1) {
    if ((t[at[index] ?? 0] ?? 0) >= (t[at[found] ?? 0] ?? 0)) found = index;
  }
  return found;
}

/** Names the row that decides, where it is known which row a point stands in. */
function pointed(
  context: JudgeContext,
  { metric, evidence }: Points,
  { at }: Aggregated,
  plain: readonly EvidenceUse[],
): readonly EvidenceUse[] {
  const { seriesFile } = metric;
  const isRead = metric.series === undefined;
  const rows = isRead ? context.project.reading.seriesRows?.get(metric.id) : undefined;
  const pointer = at === undefined ? undefined : cellOf(seriesFile, at, rows);
  if (pointer === undefined || seriesFile === undefined) return plain;
  return evidence.map((entry) =>
    entry.path === seriesFile.path ? context.use(entry, pointer) : context.use(entry),
  );
}

/** Rows are counted from 1, without the header. Without a list, only a filter parts them from points. */
function cellOf(
  seriesFile: Metric['seriesFile'],
  at: number,
  rows: readonly number[] | undefined,
): Pointer | undefined {
  if (seriesFile === undefined) return undefined;
  const row = rows === undefined && seriesFile.where === undefined ? at + 1 : rows?.[at];
  return row === undefined ? undefined : { kind: 'cell', row, column: seriesFile.valueColumn };
}
