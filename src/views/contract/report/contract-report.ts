import type {
  CheckDetail,
  ContractDetail,
  DeliverableDetail,
  TargetDetail,
} from '../../../derive/contracts.ts';
import type { PlanSnapshot } from '../../../derive/types.ts';
import type { ConditionResult, Quantity, Reason } from '../../../gates/types.ts';

/** A verdict with its reason: the code for machines, the sentence for people. */
export interface ReportVerdict {
  readonly verdict: string;
  readonly reason?: Reason;
  readonly text?: string;
}

export interface ReportDeliverable extends ReportVerdict {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly path: string;
  readonly category: string;
  readonly agreed: { readonly lines?: string; readonly minRows?: number };
  readonly measured?: {
    readonly lines?: number;
    readonly rows?: number;
    readonly evidence: string;
  };
  readonly checks: readonly (ReportVerdict & { readonly check: string })[];
  readonly patterns: readonly {
    readonly pattern: string;
    readonly kind: 'required' | 'forbidden';
    readonly count?: number;
    readonly lines?: readonly number[];
    readonly holds?: boolean;
  }[];
}

export interface ReportTarget extends ReportVerdict {
  readonly id: string;
  readonly title: string;
  readonly operator: string;
  readonly value: number;
  readonly unit: string;
  readonly actual?: Quantity;
  readonly proof?: string;
}

export interface ReportCheck extends ReportVerdict {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ReportCheck[];
}

/** What the contract demands beside what was found, for whoever has no browser at hand. */
export interface ContractReport {
  readonly report: 'wavegate-contract';
  readonly version: 1;
  readonly contract: { readonly id: string; readonly title: string };
  readonly project: { readonly id: string; readonly title: string; readonly sample: boolean };
  readonly revision: string;
  /** SHA-256 that names the bundle. */
  readonly bundle: string;
  readonly asOf: string;
  readonly summary: Readonly<
    Record<
      'deliverables' | 'targets' | 'crossChecks' | 'definitionOfDone',
      { readonly met: number; readonly of: number }
    >
  > & {
    readonly lines: ContractDetail['lines'];
    readonly attempts: {
      readonly made: number;
      readonly rejected: number;
      readonly limit?: number;
    };
  };
  readonly deliverables: readonly ReportDeliverable[];
  readonly targets: readonly ReportTarget[];
  readonly crossChecks: readonly ReportCheck[];
  readonly definitionOfDone: readonly ReportCheck[];
}

type Say = (reason: Reason) => string;

/** The report as data. @param say words a reason in the reader's language */
export function contractReport(
  detail: ContractDetail,
  snapshot: PlanSnapshot,
  say: Say,
): ContractReport {
  const { contract, deliverables, targets, crossChecks, definitionOfDone, attempts } = detail;
  return {
    report: 'wavegate-contract',
    version: 1,
    contract: { id: contract.id, title: contract.title },
    project: { id: snapshot.info.id, title: snapshot.info.title, sample: snapshot.sample },
    revision: snapshot.revision.id,
    bundle: snapshot.bundle.bundleId,
    asOf: snapshot.asOf,
    summary: {
      deliverables: metOf(deliverables),
      targets: metOf(targets),
      crossChecks: metOf(crossChecks),
      definitionOfDone: metOf(definitionOfDone),
      lines: detail.lines,
      attempts: {
        ...attempts,
        ...(contract.attemptLimit !== undefined && { limit: contract.attemptLimit }),
      },
    },
    deliverables: deliverables.map((entry) => deliverableOf(entry, say)),
    targets: targets.map((entry) => targetOf(entry, say)),
    crossChecks: crossChecks.map(({ result }) => checkOf(result, say)),
    definitionOfDone: definitionOfDone.map(({ result }) => checkOf(result, say)),
  };
}

function metOf(entries: readonly (DeliverableDetail | TargetDetail | CheckDetail)[]) {
  return {
    met: entries.filter(({ result }) => result?.verdict === 'passed').length,
    of: entries.length,
  };
}

function verdictOf(result: ConditionResult | undefined, say: Say): ReportVerdict {
  return result === undefined
    ? { verdict: 'unknown' }
    : { verdict: result.verdict, reason: result.reason, text: say(result.reason) };
}

function deliverableOf(
  { deliverable, result, checks, measured, patterns }: DeliverableDetail,
  say: Say,
): ReportDeliverable {
  const { id, number, title, path, category, lines, minRows } = deliverable;
  return {
    id,
    ...(number !== undefined && { number }),
    title,
    path,
    category,
    ...verdictOf(result, say),
    agreed: {
      ...(lines !== undefined && { lines: `${lines.min ?? 0}–${lines.max ?? '∞'}` }),
      ...(minRows !== undefined && { minRows }),
    },
    ...(measured !== undefined && {
      measured: {
        ...(measured.file.lines !== undefined && { lines: measured.file.lines }),
        ...(measured.file.rows !== undefined && { rows: measured.file.rows }),
        evidence: measured.evidence,
      },
    }),
    checks: checks.map((entry) => ({ check: entry.check, ...verdictOf(entry.result, say) })),
    patterns: patterns.map(({ rule, ...found }) => ({ pattern: rule.pattern, ...found })),
  };
}

function targetOf({ target, result }: TargetDetail, say: Say): ReportTarget {
  const { id, title, operator, value, unit } = target;
  const proof = target.evidencePath ?? target.evidenceNote;
  return {
    id,
    title,
    operator,
    value,
    unit,
    ...(result?.actual !== undefined && { actual: result.actual }),
    ...(proof !== undefined && { proof }),
    ...verdictOf(result, say),
  };
}

function checkOf(result: ConditionResult, say: Say): ReportCheck {
  return {
    id: result.id,
    title: result.title,
    ...verdictOf(result, say),
    parts: (result.parts ?? []).map((part) => checkOf(part, say)),
  };
}
