import type { Operator, Pointer, Scalar, Seconds, SourceRef } from './common.ts';
import type {
  AuthorisationRuleId,
  BudgetId,
  ConditionId,
  DeliverableId,
  DocumentId,
  EvidenceId,
  GateId,
  ItemId,
  MetricId,
  ProbeId,
  RoleId,
  TierId,
} from './ids.ts';

/**
 * Which evidence a condition looks at. All given members must hold; an empty selector selects
 * nothing, so that a condition never passes on evidence that nobody meant.
 */
export interface EvidenceSelector {
  readonly ids?: readonly EvidenceId[];
  /** Evidence kind, for example `test-report`, `audit-export`. */
  readonly kind?: string;
  /** The evidence says that it covers this item, acceptance id or subject. */
  readonly covers?: string;
  /** Exact relative path. */
  readonly path?: string;
}

/** What stands in every condition, whatever its kind. */
export interface ConditionBase {
  readonly id: ConditionId;
  readonly title: string;
  readonly statement?: string;
  /** `false` makes the condition informative. Default: blocking. */
  readonly blocking?: boolean;
  readonly owner?: string;
  /** When given and failing to hold, the condition is `not-applicable` with this reason. */
  readonly appliesWhen?: {
    readonly condition: Condition;
    readonly reason: string;
  };
  /** A rule that is stated as not applying, with its reason. */
  readonly notApplicable?: { readonly reason: string; readonly by?: string };
  readonly source?: SourceRef;
}

/** Freshness and admissibility, shared by the kinds that look at evidence. */
export interface Admission {
  /** Older than this at `asOf` is stale. */
  readonly maxAge?: Seconds;
  /** Must refer to this commit, or to the commit of the revision when `revision`. */
  readonly commit?: string;
  /** Minimum strength; needs a scale in the project's `strengthScales`. */
  readonly minStrength?: string;
  /** Only evidence from these producing roles counts. */
  readonly producers?: readonly RoleId[];
}

export interface EvidenceCondition extends ConditionBase, Admission {
  readonly kind: 'evidence';
  readonly evidence: EvidenceSelector;
  /** Default 1. */
  readonly minCount?: number;
}

export interface TestsCondition extends ConditionBase, Admission {
  readonly kind: 'tests';
  readonly evidence: EvidenceSelector;
  readonly tier?: TierId;
  /** Only cases whose name or acceptance id is in this list. */
  readonly acceptance?: readonly string[];
  /** Only cases of suites with exactly this name. */
  readonly suite?: string;
  /** Default 1. Zero tests never pass, whatever is set here. */
  readonly minCases?: number;
  readonly maxFailed?: number;
  /** Default: no limit on skips, but skipped cases do not count toward `minCases`. */
  readonly maxSkipped?: number;
  readonly maxFlaky?: number;
}

export type Aggregate =
  | 'p50'
  | 'p90'
  | 'p95'
  | 'p99'
  | 'mean'
  | 'min'
  | 'max'
  | 'last'
  | 'sum'
  | 'rate'
  | 'count';

export interface MetricCondition extends ConditionBase, Admission {
  readonly kind: 'metric';
  readonly metric: MetricId;
  readonly aggregate: Aggregate;
  readonly operator: Operator;
  readonly target: number;
  readonly unit: string;
  /** Only samples at most this old at `asOf`. */
  readonly window?: Seconds;
  /** Default 1. */
  readonly minSamples?: number;
}

export interface BudgetCondition extends ConditionBase, Admission {
  readonly kind: 'budget';
  readonly budget: BudgetId;
  /** Which promise of the budget is judged. */
  readonly check: 'daily-cap' | 'monthly-cap' | 'caps' | 'alert-lead' | 'consistent';
}

export interface AuthorisationCondition extends ConditionBase {
  readonly kind: 'authorisation';
  readonly rule: AuthorisationRuleId;
  /** The step that must be authorised. Absent: a one-time rule for the whole plan. */
  readonly step?: ItemId;
}

export interface ProbeCondition extends ConditionBase, Admission {
  readonly kind: 'probe';
  readonly probe: ProbeId;
  /** Judge the observation made before or after this item was carried out. */
  readonly step?: ItemId;
  readonly moment?: 'before' | 'after' | 'latest';
}

export interface RehearsalCondition extends ConditionBase, Admission {
  readonly kind: 'rehearsal';
  readonly step: ItemId;
}

export interface DeliverableCondition extends ConditionBase {
  readonly kind: 'deliverable';
  readonly deliverable: DeliverableId;
  /** Default: all of them. */
  readonly checks?: readonly ('exists' | 'lines' | 'required' | 'forbidden' | 'structure')[];
}

/** One side of a comparison: a stated value, or a value inside evidence. */
export type Operand =
  | { readonly value: Scalar; readonly source?: SourceRef }
  | { readonly evidence: EvidenceId; readonly pointer: Pointer };

export interface CrossCheckCondition extends ConditionBase {
  readonly kind: 'cross-check';
  readonly left: Operand;
  readonly right: Operand;
  readonly operator?: Operator;
}

export interface ValueCondition extends ConditionBase, Admission {
  readonly kind: 'value';
  readonly evidence: EvidenceId;
  readonly pointer: Pointer;
  readonly operator: Operator;
  readonly target?: Scalar | readonly Scalar[];
  readonly unit?: string;
}

export interface AttestationCondition extends ConditionBase, Admission {
  readonly kind: 'attestation';
  readonly predicateType: string;
  readonly signers?: readonly string[];
  /** The file or item that the statement must be about. */
  readonly subject?: string;
  readonly subjectDigest?: string;
}

export interface DocumentCondition extends ConditionBase {
  readonly kind: 'document';
  readonly document: DocumentId;
  /** Default: it must exist. */
  readonly status?: readonly string[];
}

export interface ReviewCondition extends ConditionBase, Admission {
  readonly kind: 'review';
  readonly role: RoleId;
  /** The item, gate, document or evidence reviewed. */
  readonly subject: string;
}

export interface GateCondition extends ConditionBase {
  readonly kind: 'gate';
  readonly gate: GateId;
}

export interface AllCondition extends ConditionBase {
  readonly kind: 'all';
  readonly of: readonly Condition[];
}

export interface AnyCondition extends ConditionBase {
  readonly kind: 'any';
  readonly of: readonly Condition[];
}

/** Confined to probes and forbidden patterns: elsewhere it could make absence look green. */
export interface NotCondition extends ConditionBase {
  readonly kind: 'not';
  readonly of: Condition;
}

export interface AtLeastCondition extends ConditionBase {
  readonly kind: 'at-least';
  readonly count: number;
  readonly of: readonly Condition[];
}

/** A kind that this version does not know. It is kept whole, and its verdict is `unknown`. */
export interface UnrecognisedCondition extends ConditionBase {
  readonly kind: 'unrecognised';
  readonly originalKind: string;
  readonly original: unknown;
}

export type Condition =
  | EvidenceCondition
  | TestsCondition
  | MetricCondition
  | BudgetCondition
  | AuthorisationCondition
  | ProbeCondition
  | RehearsalCondition
  | DeliverableCondition
  | CrossCheckCondition
  | ValueCondition
  | AttestationCondition
  | DocumentCondition
  | ReviewCondition
  | GateCondition
  | AllCondition
  | AnyCondition
  | NotCondition
  | AtLeastCondition
  | UnrecognisedCondition;

export type ConditionKind = Condition['kind'];
