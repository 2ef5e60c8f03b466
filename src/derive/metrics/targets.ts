import type { ConditionVerdict, Quantity, Reason } from '../../gates/types.ts';
import type { DeliverableId, EvidenceId, MetricId } from '../../model/ids.ts';
import type { DeriveContext } from '../context.ts';
import { contractDetails } from '../contracts.ts';
import { judgedBy, metricRows } from '../metrics.ts';

/** Who delivers the proof that a target names. */
export type Delivery =
  /** A deliverable of the contract is the file. */
  | 'deliverable'
  /** The bundle has the file, although no deliverable is it. */
  | 'in-bundle'
  /** A file is named that nobody delivers. */
  | 'nobody'
  /** No file is named. */
  | 'no-file';

export interface TargetRow {
  readonly key: string;
  readonly title: string;
  readonly metric?: MetricId;
  readonly group: string;
  readonly aggregate?: string;
  readonly operator: string;
  readonly value: number;
  readonly unit: string;
  readonly measured?: Quantity;
  readonly samples?: number;
  /** The cap that a budget was held against instead of the stated limit. */
  readonly cap?: Quantity;
  /** Absent: nothing judges it. */
  readonly verdict?: ConditionVerdict;
  readonly reason?: Reason;
  readonly statedIn: 'summary' | 'section' | 'metric';
  readonly delivery: Delivery;
  readonly evidencePath?: string;
  /** What the plan says where it names no file. */
  readonly evidenceNote?: string;
  readonly evidence?: EvidenceId;
  readonly deliverable?: DeliverableId;
}

/**
 * Every target of the plan: those of contracts as they state them, then those of metrics that no
 * contract speaks of.
 */
export function targetRows(context: DeriveContext): readonly TargetRow[] {
  const rows: TargetRow[] = [];
  const spoken = new Set<string>();
  const metrics = metricRows(context);
  for (const { contract, targets } of contractDetails(context)) {
    for (const { target, result, deliveredBy, evidence } of targets) {
      const { metric, aggregate, evidencePath, evidenceNote } = target;
      if (metric !== undefined) spoken.add(metric);
      const isBudget = result?.kind === 'budget';
      const samples = metric === undefined || isBudget ? undefined : metrics.get(metric)?.samples;
      rows.push({
        key: JSON.stringify([contract.id, target.id]),
        title: target.title,
        group: contract.title,
        operator: target.operator,
        value: target.value,
        unit: target.unit,
        statedIn: target.statedIn,
        delivery: deliveryOf(evidencePath, deliveredBy, evidence),
        ...(metric === undefined ? {} : { metric }),
        ...(aggregate === undefined || isBudget ? {} : { aggregate }),
        ...(isBudget && result.expected !== undefined ? { cap: result.expected } : {}),
        ...(result?.actual === undefined ? {} : { measured: result.actual }),
        ...(samples === undefined ? {} : { samples }),
        ...(result === undefined ? {} : { verdict: result.verdict, reason: result.reason }),
        ...(evidencePath === undefined ? {} : { evidencePath }),
        ...(evidenceNote === undefined ? {} : { evidenceNote }),
        ...(evidence === undefined ? {} : { evidence }),
        ...(deliveredBy === undefined ? {} : { deliverable: deliveredBy }),
      });
    }
  }
  for (const metric of context.project.index.metrics.values()) {
    const judged = judgedBy(context, metric);
    if (spoken.has(metric.id) || judged === undefined) continue;
    const { condition, result } = judged;
    const file = metric.seriesFile?.path;
    const evidence =
      file === undefined
        ? metric.evidence?.find((id) => context.project.index.evidence.has(id))
        : context.project.index.evidenceByPath.get(file)?.[0]?.id;
    rows.push({
      key: JSON.stringify(['metric', metric.id]),
      title: metric.title,
      metric: metric.id,
      group: metric.group ?? '',
      aggregate: condition.aggregate,
      operator: condition.operator,
      value: condition.target,
      unit: condition.unit,
      samples: metrics.get(metric.id)?.samples ?? 0,
      ...(result.actual === undefined ? {} : { measured: result.actual }),
      verdict: result.verdict,
      reason: result.reason,
      statedIn: 'metric',
      delivery:
        evidence !== undefined
          ? 'in-bundle'
          : file === undefined && (metric.evidence ?? []).length === 0
            ? 'no-file'
            : 'nobody',
      ...(file === undefined ? {} : { evidencePath: file }),
      ...(metric.note === undefined ? {} : { evidenceNote: metric.note }),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }
  return rows;
}

function deliveryOf(
  path: string | undefined,
  deliveredBy: DeliverableId | undefined,
  evidence: EvidenceId | undefined,
): Delivery {
  if (path === undefined) return 'no-file';
  if (deliveredBy !== undefined) return 'deliverable';
  return evidence === undefined ? 'nobody' : 'in-bundle';
}
