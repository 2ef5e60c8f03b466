import { reason } from '../gates/reason-codes.ts';
import type { ConditionResult, ConditionVerdict } from '../gates/types.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import { convert } from '../lib/units.ts';
import type { Operator } from '../model/common.ts';
import type { Condition, MetricCondition } from '../model/condition.ts';
import { conditionId, type GateId, type MetricId } from '../model/ids.ts';
import type { Metric, Series } from '../model/metric.ts';
import { findCondition } from './cause-book.ts';
import { type DeriveContext, evaluationOf, remembered } from './context.ts';
import { downsample, inTime, type Points } from './downsample.ts';
import type { MetricRow } from './types.ts';

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
  const target = targetOf(metric, judged);
  const value =
    judged === undefined ? lastOf(context, points) : measuredValue(metric, judged.result);
  const headroom = target === undefined ? undefined : headroomOf(target, value);
  return {
    id: metric.id,
    title: metric.title,
    unit: metric.unit,
    better: metric.better,
    ...(metric.group === undefined ? {} : { group: metric.group }),
    ...(judged === undefined ? {} : { aggregate: judged.condition.aggregate }),
    ...(value === undefined ? {} : { value }),
    samples: samplesOf(context, points, judged?.condition.window),
    ...(target === undefined ? {} : { target }),
    verdict: judged?.result.verdict ?? 'no-target',
    reason: judged?.result.reason ?? reason('not-judged'),
    ...(headroom === undefined ? {} : { headroom }),
    spark: downsample(points, SPARK_POINTS, breachOf(target)).v,
  };
}

export interface Judged {
  /** Absent for the metric's own target, when no gate asks for it. */
  readonly gate?: GateId;
  readonly condition: MetricCondition;
  readonly result: ConditionResult;
}

/** Conditions of gates that judge each metric, at whatever depth. */
export const judgedMetrics = remembered((context) => {
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

/**
 * What judges the metric: a condition of a gate (of several the worst, so that nothing looks
 * greener), else its own target, by the same engine.
 */
export function judgedBy(context: DeriveContext, metric: Metric): Judged | undefined {
  const known = judgements(context);
  if (!known.has(metric.id)) known.set(metric.id, judgeOnce(context, metric));
  return known.get(metric.id);
}

/** A judgement of a million points takes as long as drawing them, and is asked for again and again. */
const judgements = remembered(() => new Map<MetricId, Judged | undefined>());

function judgeOnce(context: DeriveContext, metric: Metric): Judged | undefined {
  const all = judgedMetrics(context).get(metric.id) ?? [];
  const ofGate = all.toSorted(
    (a, b) => worst.indexOf(a.result.verdict) - worst.indexOf(b.result.verdict),
  )[0];
  if (ofGate !== undefined || metric.target === undefined) return ofGate;
  const { operator, value, aggregate, minSamples, window } = metric.target;
  const condition: MetricCondition = {
    kind: 'metric',
    id: conditionId('target'),
    title: metric.title,
    metric: metric.id,
    aggregate,
    operator,
    target: value,
    unit: metric.unit,
    ...(minSamples === undefined ? {} : { minSamples }),
    ...(window === undefined ? {} : { window }),
  };
  return { condition, result: evaluationOf(context).judge(condition) };
}

export interface Target {
  readonly operator: Operator;
  readonly value: number;
}

/** The target that is judged, in the unit of the metric; none where the units do not agree. */
export function targetOf(metric: Metric, judged: Judged | undefined): Target | undefined {
  if (judged === undefined) return undefined;
  const { operator, target, unit } = judged.condition;
  const value = convert(target, unit, metric.unit);
  return value === undefined ? undefined : { operator, value };
}

/** The aggregate that the engine judged, in the unit of the metric. */
function measuredValue(metric: Metric, result: ConditionResult): number | undefined {
  const { value, unit } = result.actual ?? {};
  return typeof value === 'number' ? convert(value, unit ?? metric.unit, metric.unit) : undefined;
}

/** Without a target nothing is judged, and the newest point is shown. */
function lastOf(context: DeriveContext, points: Points): number | undefined {
  const asOf = parseTimestamp(context.verdicts.asOf);
  const at = points.v.findLastIndex(
    (value, index) => value !== null && (points.t[index] ?? 0) <= asOf,
  );
  return points.v[at] ?? undefined;
}

/** Points that are no gaps, by the instant of judgement and inside the window where there is one. */
function samplesOf(context: DeriveContext, points: Points, window: number | undefined): number {
  const asOf = parseTimestamp(context.verdicts.asOf);
  const from = window === undefined ? Number.NEGATIVE_INFINITY : asOf - window * 1000;
  let count = 0;
  for (let at = 0; at < points.t.length; at += 1) {
    const time = points.t[at] ?? Number.NaN;
    if ((points.v[at] ?? null) !== null && time >= from && time <= asOf) count += 1;
  }
  return count;
}

const meets = new Map<string, (value: number, target: number) => boolean>([
  ['equals', (value, target) => value === target],
  ['not-equals', (value, target) => value !== target],
  ['less-than', (value, target) => value < target],
  ['at-most', (value, target) => value <= target],
  ['greater-than', (value, target) => value > target],
  ['at-least', (value, target) => value >= target],
]);

/** Whether a single point is on the wrong side; an operator without sides has no breaches. */
export function breachOf(target: MetricRow['target']): (value: number) => boolean {
  const meet = target === undefined ? undefined : meets.get(target.operator);
  return meet === undefined || target === undefined
    ? () => false
    : (value) => !meet(value, target.value);
}

/** The distance to the target as a share of it; negative once breached; none for a target of 0. */
function headroomOf(target: Target, value: number | undefined): number | undefined {
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
