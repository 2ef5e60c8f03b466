import type {
  ConditionVerdict,
  GateVerdict,
  InvariantResult,
  ItemState,
  Reason,
} from '../gates/types.ts';
import type { Scalar } from '../model/common.ts';
import type { EvidenceId, GateId, InvariantId, ItemId, MetricId } from '../model/ids.ts';
import type { DemandChange } from './diff-types.ts';
import type { Answers } from './types.ts';

/** How a thing of the plan differs between two revisions. */
export type ChangeKind = 'added' | 'removed' | 'changed';

/** One field of a plan item, by its name in the model; absent on a side where it is not set. */
export interface FieldChange {
  readonly field: string;
  readonly before?: Scalar;
  readonly after?: Scalar;
}

export interface ItemChange {
  readonly id: ItemId;
  readonly title: string;
  /** `changed`: its state or what the plan says of it. */
  readonly kind: ChangeKind;
  /** States; equal when only fields changed. */
  readonly before?: ItemState;
  readonly after?: ItemState;
  readonly fields: readonly FieldChange[];
}

export interface DependencyChange {
  readonly kind: 'added' | 'removed';
  readonly item: ItemId;
  readonly on: ItemId;
}

/** `better` and `worse` follow the verdict alone; a gate that came or went is neither. */
export type Direction = 'better' | 'worse' | 'neither';

export interface GateFlip {
  readonly id: GateId;
  readonly title: string;
  readonly kind: ChangeKind;
  readonly direction: Direction;
  readonly before?: GateVerdict;
  readonly after?: GateVerdict;
  readonly reasonBefore?: Reason;
  readonly reasonAfter?: Reason;
}

export interface ConditionFlip {
  readonly gate: GateId;
  readonly gateTitle: string;
  readonly id: string;
  readonly title: string;
  readonly direction: Direction;
  readonly before?: ConditionVerdict;
  readonly after?: ConditionVerdict;
  readonly reasonAfter?: Reason;
}

/** A pass that is no pass any longer; `after` is absent when the gate or condition is gone. */
export interface RevokedPass {
  readonly gate: GateId;
  readonly gateTitle: string;
  /** Absent: the gate itself. */
  readonly condition?: string;
  readonly title: string;
  readonly after?: GateVerdict | ConditionVerdict;
  readonly reason?: Reason;
}

export interface EvidenceChange {
  /** `replaced`: other bytes under the same name. */
  readonly kind: 'added' | 'removed' | 'replaced';
  readonly name: string;
  readonly before?: EvidenceId;
  readonly after?: EvidenceId;
  /** Digests as recorded, lower-case hex; absent where none is. */
  readonly sha256Before?: string;
  readonly sha256After?: string;
  /** Gates with a condition that relies on it, before or after. */
  readonly gates: readonly GateId[];
}

/** A rule of the plan that came, went or was reworded; `verdict` of an invariant that flipped. */
export interface RuleChange {
  readonly kind: ChangeKind;
  readonly of: 'invariant' | 'authorisation-rule' | 'waiver' | 'stop';
  readonly id: string;
  readonly title: string;
}

export interface InvariantFlip {
  readonly id: InvariantId;
  readonly title: string;
  readonly before?: InvariantResult['verdict'];
  readonly after?: InvariantResult['verdict'];
}

/** The number that a metric shows, before and after. */
export interface MetricMove {
  readonly id: MetricId;
  readonly title: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly before?: number;
  readonly after?: number;
}

/** One of the two revisions that are compared. */
export interface DiffSide {
  readonly revision: string;
  readonly label?: string;
  readonly createdAt: string;
  /** The instant at which this side was judged. */
  readonly judgedAt: string;
  readonly headline: Answers['headline'];
  readonly complete: number;
  readonly inScope: number;
  readonly held: number;
}

/** What changed from one revision to another; plain, structured-cloneable data. */
export interface RevisionDiff {
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly items: readonly ItemChange[];
  readonly dependencies: readonly DependencyChange[];
  readonly gates: readonly GateFlip[];
  readonly conditions: readonly ConditionFlip[];
  readonly revoked: readonly RevokedPass[];
  readonly evidence: readonly EvidenceChange[];
  /** Demands of gates and metrics that became easier to meet. */
  readonly loosened: readonly DemandChange[];
  /** The same of contracts and their deliverables. */
  readonly weakened: readonly DemandChange[];
  readonly tightened: readonly DemandChange[];
  /** Demands that became other ones: neither easier nor harder on the face of it. */
  readonly altered: readonly DemandChange[];
  readonly rules: readonly RuleChange[];
  readonly invariants: readonly InvariantFlip[];
  readonly metrics: readonly MetricMove[];
  /** Nothing of the above. */
  readonly same: boolean;
}
