import { reason } from '../gates/reason-codes.ts';
import type { ConditionResult, ConditionVerdict, Reason } from '../gates/types.ts';
import { greatest, smallest } from '../lib/statistics.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import type { Operator } from '../model/common.ts';
import type { Condition, MetricCondition } from '../model/condition.ts';
import type { ConditionId, GateId, MetricId } from '../model/ids.ts';
import { metricId } from '../model/ids.ts';
import type { Metric, MetricTarget, Series } from '../model/metric.ts';
import { aggregate } from './aggregate.ts';
import { findCondition } from './cause-book.ts';
import { type DeriveContext, remembered } from './context.ts';
import { downsample, inTime, type Points } from './downsample.ts';
import type { EvidenceReference, MetricDetail, MetricRow } from './types.ts';

const SPARK_POINTS = 60;
const NO_POINTS: Series = { t: [], v: [] };

/** One row a metric, in the order of the bundle. */
export const metricRows: (context: DeriveContext) => ReadonlyMap<MetricId, MetricRow> = remembered(
  (context) => {
    const rows = new Map<MetricId, MetricRow>();
    for (const metric of context.project.index.metrics.values()) {
      rows.set(metric.id, metricRow(context, metric));
    }
    return rows;
  },
);

/** The points of a metric, wherever the bundle keeps them. */
export function pointsOf(context: DeriveContext, metric: Metric): Points {
  return inTime(context.project.reading.series.get(metric.id) ?? metric.series ?? NO_POINTS);
}

function metricRow(context: DeriveContext, metric: Metric): MetricRow {
  const points = pointsOf(context, metric);
  const judged = judgedBy(context, metric);
  const target = targetOf(metric, judged?.condition);
  const measured = measure(context, points, target);
  const verdict = judge(metric, target, measured, judged?.result);
  const value = engineValue(judged?.result) ?? measured.value;
  const headroom = target === undefined ? undefined : headroomOf(target, value);
  return {
    id: metric.id,
    title: metric.title,
    unit: metric.unit,
    better: metric.better,
    ...(metric.group === undefined ? {} : { group: metric.group }),
    ...(target === undefined ? {} : { aggregate: target.aggregate }),
    ...(value === undefined ? {} : { value }),
    samples: measured.samples,
    ...(target === undefined ? {} : { target: { operator: target.operator, value: target.value } }),
    ...verdict,
    ...(headroom === undefined ? {} : { headroom }),
    spark: downsample(points, SPARK_POINTS, breachOf(target)).v,
  };
}

interface Judged {
  readonly gate: GateId;
  readonly condition: MetricCondition;
  readonly result: ConditionResult;
}

/** Conditions of gates that judge each metric, at whatever depth. */
const judgedMetrics = remembered((context) => {
  const found = new Map<MetricId, Judged[]>();
  for (const gate of context.project.index.gates.values()) {
    for (const condition of metricConditions(gate.conditions)) {
      const result = findCondition(context, gate.id, condition.id);
      if (result === undefined) continue;
      const list = found.get(condition.metric) ?? [];
      list.push({ gate: gate.id, condition, result });
      found.set(condition.metric, list);
    }
  }
  return found;
});

function metricConditions(conditions: readonly Condition[]): readonly MetricCondition[] {
  const found: MetricCondition[] = [];
  const open = [...conditions].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'metric') found.push(next);
    else if (next.kind === 'not') open.push(next.of);
    else if (next.kind === 'all' || next.kind === 'any' || next.kind === 'at-least') {
      open.push(...[...next.of].reverse());
    }
  }
  return found;
}

const worst: readonly ConditionVerdict[] = [
  'failed',
  'unknown',
  'stale',
  'missing',
  'waived',
  'not-applicable',
  'passed',
];

/** The gate condition that judges the metric; of several the worst, so that nothing looks greener. */
function judgedBy(context: DeriveContext, metric: Metric): Judged | undefined {
  const all = judgedMetrics(context).get(metric.id) ?? [];
  return all.toSorted(
    (a, b) => worst.indexOf(a.result.verdict) - worst.indexOf(b.result.verdict),
  )[0];
}

/** The target that is judged: in the metric's own unit, else the one that the metric states. */
function targetOf(
  metric: Metric,
  condition: MetricCondition | undefined,
): MetricTarget | undefined {
  if (condition === undefined || condition.unit !== metric.unit) return metric.target;
  return {
    operator: condition.operator,
    value: condition.target,
    aggregate: condition.aggregate,
    ...(condition.minSamples === undefined ? {} : { minSamples: condition.minSamples }),
    ...(condition.window === undefined ? {} : { window: condition.window }),
  };
}

interface Measured {
  readonly samples: number;
  readonly value: number | undefined;
}

/** Only what was measured by the instant of judgement, and inside the window when there is one. */
function measure(
  context: DeriveContext,
  points: Points,
  target: MetricTarget | undefined,
): Measured {
  const asOf = parseTimestamp(context.verdicts.asOf);
  const from =
    target?.window === undefined ? Number.NEGATIVE_INFINITY : asOf - target.window * 1000;
  const values: number[] = [];
  for (let at = 0; at < points.t.length; at += 1) {
    const time = points.t[at] ?? Number.NaN;
    const value = points.v[at] ?? null;
    if (value !== null && time >= from && time <= asOf) values.push(value);
  }
  return { samples: values.length, value: aggregate(values, target?.aggregate ?? 'last') };
}

function engineValue(result: ConditionResult | undefined): number | undefined {
  const value = result?.actual?.value;
  return typeof value === 'number' ? value : undefined;
}

function judge(
  metric: Metric,
  target: MetricTarget | undefined,
  measured: Measured,
  result: ConditionResult | undefined,
): { readonly verdict: MetricRow['verdict']; readonly reason: Reason } {
  if (result !== undefined) return { verdict: result.verdict, reason: result.reason };
  if (target === undefined) return { verdict: 'no-target', reason: reason('not-judged') };
  const { samples, value } = measured;
  if (value === undefined) {
    return { verdict: 'missing', reason: reason('metric-without-points', { metric: metric.id }) };
  }
  const needed = target.minSamples ?? 1;
  if (samples < needed) {
    return { verdict: 'unknown', reason: reason('metric-too-few-samples', { samples, needed }) };
  }
  const { operator } = target;
  const holds = meets[operator]?.(value, target.value);
  if (holds === undefined) {
    return { verdict: 'unknown', reason: reason('unknown-operator', { operator }) };
  }
  const params = { aggregate: target.aggregate, value, samples };
  return holds
    ? { verdict: 'passed', reason: reason('metric-holds', params) }
    : { verdict: 'failed', reason: reason('metric-misses', params) };
}

const meets: Readonly<Partial<Record<Operator, (value: number, target: number) => boolean>>> = {
  equals: (value, target) => value === target,
  'not-equals': (value, target) => value !== target,
  'less-than': (value, target) => value < target,
  'at-most': (value, target) => value <= target,
  'greater-than': (value, target) => value > target,
  'at-least': (value, target) => value >= target,
};

/** Whether a single point is on the wrong side; an operator without sides has no breaches. */
function breachOf(target: MetricTarget | undefined): (value: number) => boolean {
  const meet = target === undefined ? undefined : meets[target.operator];
  return meet === undefined || target === undefined
    ? () => false
    : (value) => !meet(value, target.value);
}

/** The distance to the target as a share of it; negative once breached; none for a target of 0. */
function headroomOf(target: MetricTarget, value: number | undefined): number | undefined {
  if (value === undefined || target.value === 0) return undefined;
  const size = Math.abs(target.value);
  switch (target.operator) {
    case 'less-than':
    case 'at-most':
      return (target.value - value) / size;
    case 'greater-than':
    case 'at-least':
      return (value - target.value) / size;
    default:
      return undefined;
  }
}

/**
 * A metric with at most `maxPoints` of its points, of which every extreme and the first breach
 * stay. `undefined` when there is no such metric.
 */
export function metricDetail(
  context: DeriveContext,
  id: string,
  maxPoints: number,
): MetricDetail | undefined {
  const metric = context.project.index.metrics.get(metricId(id));
  const row = metricRows(context).get(metricId(id));
  if (metric === undefined || row === undefined) return undefined;
  const points = pointsOf(context, metric);
  const breaches = breachOf(targetOf(metric, judgedBy(context, metric)?.condition));
  const values = points.v.filter((value) => value !== null);
  const min = smallest(values);
  const max = greatest(values);
  const first = points.v.findIndex((value) => value !== null && breaches(value));
  const firstValue = points.v[first];
  const thinned = downsample(points, maxPoints, breaches);
  return {
    metric: withoutPoints(metric),
    row,
    t: thinned.t,
    v: thinned.v,
    ...(thinned.category === undefined ? {} : { category: thinned.category }),
    total: points.v.length,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(firstValue === undefined || firstValue === null
      ? {}
      : { firstBreach: { t: points.t[first] ?? 0, v: firstValue } }),
    usedBy: usedBy(context, metric.id),
  };
}

/** The points travel once, thinned; a million of them inside the metric would travel as well. */
function withoutPoints(metric: Metric): Metric {
  const { series: _, ...rest } = metric;
  return rest;
}

function usedBy(context: DeriveContext, metric: MetricId): readonly EvidenceReference[] {
  return (judgedMetrics(context).get(metric) ?? []).map(({ gate, condition, result }) => {
    const pointer = result.uses[0]?.pointer;
    const id: ConditionId = condition.id;
    return {
      gate,
      gateTitle: context.project.index.gates.get(gate)?.title ?? gate,
      condition: id,
      title: result.title,
      verdict: result.verdict,
      ...(pointer === undefined ? {} : { pointer }),
    };
  });
}
