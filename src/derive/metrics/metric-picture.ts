import type { ConditionVerdict, EvidenceUse, Reason } from '../../gates/types.ts';
import { parseTimestamp } from '../../lib/timestamp.ts';
import { convert } from '../../lib/units.ts';
import type { Operator } from '../../model/common.ts';
import type { Aggregate, MetricCondition } from '../../model/condition.ts';
import { type GateId, metricId } from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';
import type { DeriveContext } from '../context.ts';
import {
  breachOf,
  type Judged,
  judgedBy,
  judgedMetrics,
  metricRows,
  targetOf,
} from '../metrics.ts';
import type { MetricRow } from '../types.ts';
import { type Columns, columnsOf, positionsIn, type Span } from './columns.ts';
import { type Drawn, pictureOf } from './picture.ts';

/** What one judgement of the metric takes, in the unit of the metric. */
export interface AggregateUse {
  /** Absent for the metric's own target, which no gate asks for. */
  readonly gate?: GateId;
  readonly gateTitle?: string;
  readonly condition: string;
  readonly title: string;
  readonly aggregate: Aggregate;
  /** Seconds before the instant of judgement; absent: everything up to it. */
  readonly window?: number;
  /** First and last sample inside the window. */
  readonly from?: number;
  readonly to?: number;
  readonly samples: number;
  readonly needed: number;
  readonly value?: number;
  readonly operator: Operator;
  readonly target?: number;
  readonly verdict: ConditionVerdict;
  readonly reason: Reason;
  readonly uses: readonly EvidenceUse[];
}

/** Something that happened and is marked on the axis of time. */
export interface Mark {
  readonly kind: 'revision' | 'decision' | 'waiver' | 'alert';
  readonly t: number;
  /** Title of the revision, gate or alert. */
  readonly title: string;
  readonly gate?: GateId;
  /** The recorded verdict of a decision. */
  readonly verdict?: 'passed' | 'failed' | 'unknown';
}

/** A metric ready to be drawn; what takes longer comes as `MetricStudy`. */
export interface MetricPicture {
  readonly metric: Metric;
  readonly row: MetricRow;
  readonly drawn: Drawn;
  /** First and last point of all, up to the instant of judgement. */
  readonly extent?: readonly [number, number];
  /** Points after the instant of judgement. */
  readonly later: number;
  readonly hasCategories: boolean;
  readonly uses: readonly AggregateUse[];
  readonly marks: readonly Mark[];
}

/** `undefined` when there is no such metric. */
export function metricPicture(
  context: DeriveContext,
  id: string,
  span: Span,
  buckets: number,
): MetricPicture | undefined {
  const metric = context.project.index.metrics.get(metricId(id));
  const row = metricRows(context).get(metricId(id));
  if (metric === undefined || row === undefined) return undefined;
  const columns = columnsOf(context, metric);
  const { t } = columns;
  const breaches = breachOf(targetOf(metric, judgedBy(context, metric)));
  const { series: _, ...withoutPoints } = metric;
  return {
    metric: withoutPoints,
    row,
    drawn: pictureOf(columns, span, Math.min(4000, Math.max(1, buckets)), breaches),
    ...(t.length === 0 ? {} : { extent: [t[0] ?? 0, t[t.length - 1] ?? 0] as const }),
    later: columns.later,
    hasCategories: columns.category !== undefined,
    uses: usesOf(context, metric, columns),
    marks: marksOf(context, metric),
  };
}

/** Every judgement of the metric, the worst first; its own target where no gate asks for it. */
export function usesOf(
  context: DeriveContext,
  metric: Metric,
  columns: Columns,
): readonly AggregateUse[] {
  const own = judgedBy(context, metric);
  const asked = judgedMetrics(context).get(metric.id) ?? [];
  const ordered = own === undefined ? asked : [own, ...asked.filter((entry) => entry !== own)];
  return ordered.map((judged) => useOf(context, metric, columns, judged));
}

function useOf(
  context: DeriveContext,
  metric: Metric,
  { t, v }: Columns,
  { gate, condition, result }: Judged,
): AggregateUse {
  const asOf = parseTimestamp(context.verdicts.asOf);
  const { window } = condition;
  const [start] = positionsIn(t, window === undefined ? {} : { from: asOf - window * 1000 });
  let samples = 0;
  let from: number | undefined;
  let to: number | undefined;
  for (let at = start; at < t.length; at += 1) {
    if (Number.isNaN(v[at] ?? Number.NaN)) continue;
    samples += 1;
    from ??= t[at];
    to = t[at];
  }
  const { value, unit } = result.actual ?? {};
  const measured =
    typeof value === 'number' ? convert(value, unit ?? metric.unit, metric.unit) : undefined;
  const target = targetOf(metric, { condition, result })?.value;
  const title = gate === undefined ? undefined : context.project.index.gates.get(gate)?.title;
  return {
    ...(gate === undefined ? {} : { gate, gateTitle: title ?? gate }),
    condition: condition.id,
    title: condition.title,
    aggregate: condition.aggregate,
    ...(window === undefined ? {} : { window }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
    samples,
    needed: neededBy(condition),
    ...(measured === undefined ? {} : { value: measured }),
    operator: condition.operator,
    ...(target === undefined ? {} : { target }),
    verdict: result.verdict,
    reason: result.reason,
    uses: result.uses,
  };
}

function neededBy({ minSamples }: MetricCondition): number {
  return Math.max(1, minSamples ?? 1);
}

/** The revision, decisions and waivers of gates that judge the metric, and alerts of its budgets. */
function marksOf(context: DeriveContext, metric: Metric): readonly Mark[] {
  const { project } = context;
  const gates = new Set((judgedMetrics(context).get(metric.id) ?? []).map(({ gate }) => gate));
  const { revision } = project;
  const marks: Mark[] = [
    {
      kind: 'revision',
      t: parseTimestamp(revision.createdAt),
      title: revision.label ?? revision.id,
    },
  ];
  for (const gate of project.index.gates.values()) {
    if (!gates.has(gate.id) || gate.declared?.at === undefined) continue;
    marks.push({
      kind: 'decision',
      t: parseTimestamp(gate.declared.at),
      title: gate.title,
      gate: gate.id,
      verdict: gate.declared.verdict,
    });
  }
  for (const waiver of project.waivers ?? []) {
    if (!gates.has(waiver.gate)) continue;
    const title = project.index.gates.get(waiver.gate)?.title ?? waiver.gate;
    marks.push({ kind: 'waiver', t: parseTimestamp(waiver.at), title, gate: waiver.gate });
  }
  for (const budget of project.budgets ?? []) {
    if (budget.spend !== metric.id) continue;
    for (const { at, text } of budget.alerts ?? []) {
      marks.push({ kind: 'alert', t: parseTimestamp(at), title: text ?? budget.title });
    }
  }
  return marks.filter(({ t }) => Number.isFinite(t)).sort((a, b) => a.t - b.t);
}
