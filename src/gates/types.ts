import type { Pointer, Scalar, Timestamp } from '../model/common.ts';
import type { ConditionKind } from '../model/condition.ts';
import type { DigestState } from '../model/evidence.ts';
import type { RecordedVerdict } from '../model/gate.ts';
import type {
  ConditionId,
  EvidenceId,
  GateId,
  InvariantId,
  ItemId,
  StopConditionId,
} from '../model/ids.ts';
import type { DeclaredState } from '../model/plan.ts';
import type { ReasonCode } from './reason-codes.ts';

export type ConditionVerdict =
  | 'passed'
  | 'failed'
  | 'missing'
  | 'stale'
  | 'unknown'
  | 'waived'
  | 'not-applicable';

/** `waived` and `not-applicable` count as satisfied, so a gate is never one of them. */
export type GateVerdict = 'passed' | 'failed' | 'unknown' | 'stale' | 'missing';

export type ItemState =
  | 'complete'
  | 'contradicted'
  | 'stopped'
  | 'failed'
  | 'in-progress'
  | 'ready'
  | 'blocked'
  | 'deferred';

/** Is it built, rehearsed, proven? Judged apart from permission. */
export type Readiness = 'proven' | 'failing' | 'unproven' | 'not-required';

/** Is it authorised? Judged apart from readiness. */
export type Permission = 'authorised' | 'not-authorised' | 'expired' | 'forbidden' | 'not-required';

/**
 * Why, as data: `code` names a message in the interface's catalogue, `params` fills it.
 * The list of codes with their parameters stands in `reason-codes.ts`.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly params?: Readonly<Record<string, Scalar>>;
}

/** A value with how to read it. `text` is data (a name, a word), never a sentence. */
export interface Quantity {
  readonly value: Scalar | readonly Scalar[];
  readonly unit?: string;
  readonly operator?: string;
  /** What was measured: `p95`, `cases`, `quorum`, `lines`… */
  readonly of?: string;
}

/** One piece of evidence as it counted for one condition. */
export interface EvidenceUse {
  readonly evidence: EvidenceId;
  readonly pointer?: Pointer;
  readonly digest?: DigestState;
}

export interface ConditionResult {
  readonly id: ConditionId;
  readonly kind: ConditionKind;
  readonly title: string;
  readonly statement?: string;
  readonly blocking: boolean;
  readonly verdict: ConditionVerdict;
  /** What it would be without the waiver or the applicability rule. */
  readonly underlying?: ConditionVerdict;
  readonly reason: Reason;
  readonly expected?: Quantity;
  readonly actual?: Quantity;
  readonly uses: readonly EvidenceUse[];
  readonly owner?: string;
  readonly waiver?: {
    readonly id: string;
    readonly author: string;
    readonly reason: string;
    readonly expires: Timestamp;
  };
  /** Results of the parts, for `all`, `any`, `not`, `at-least`. */
  readonly parts?: readonly ConditionResult[];
  /** The gate that decides, for the kind `gate`. */
  readonly gate?: GateId;
}

export interface GateResult {
  readonly id: GateId;
  readonly verdict: GateVerdict;
  readonly reason: Reason;
  readonly conditions: readonly ConditionResult[];
  readonly declared?: RecordedVerdict;
  /** A recorded verdict stands and is not what was recomputed. */
  readonly contradicts: boolean;
}

/**
 * An atomic cause of a "no": a condition of a gate, an item of its own, or a fault in the plan.
 * `key` is unique and stable inside one evaluation and safe in a URL.
 */
export type CauseRef =
  | {
      readonly kind: 'condition';
      readonly gate: GateId;
      readonly condition: ConditionId;
    }
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'cycle'; readonly members: readonly ItemId[] }
  | { readonly kind: 'dangling'; readonly item: ItemId; readonly on: string }
  | {
      readonly kind: 'stop';
      readonly stop: StopConditionId;
      readonly item: ItemId;
    }
  | { readonly kind: 'invariant'; readonly invariant: InvariantId };

export interface ItemResult {
  readonly id: ItemId;
  readonly state: ItemState;
  readonly declared: DeclaredState | undefined;
  /** Its own gates and stops are at fault, apart from what others do to it. */
  readonly ownFailure: boolean;
  /** It waits for others. */
  readonly held: boolean;
  readonly readiness: Readiness;
  readonly permission: Permission;
  readonly reason: Reason;
  /** Direct, not transitive: items that it waits for and that are not complete. */
  readonly waitsFor: readonly ItemId[];
  /** Its own gates that have not passed and matter now. */
  readonly openGates: readonly GateId[];
  /** What is wrong with the item itself. */
  readonly ownCauses: readonly CauseRef[];
}

export interface Counterexample {
  readonly items: readonly ItemId[];
  readonly subject?: string;
  readonly reason: Reason;
  readonly uses?: readonly EvidenceUse[];
}

export interface InvariantResult {
  readonly id: InvariantId;
  readonly title: string;
  readonly verdict: 'holds' | 'violated' | 'not-evaluated';
  readonly reason: Reason;
  readonly counterexamples: readonly Counterexample[];
}

/** What the evaluation noticed that is neither a gate nor an item: conflicts, cycles, ambiguity. */
export interface Finding {
  readonly reason: Reason;
  readonly items: readonly ItemId[];
  readonly gates?: readonly GateId[];
  readonly evidence?: readonly EvidenceId[];
}

/** The instant of judgement and what the viewer demands beyond the bundle. */
export interface EvaluationOptions {
  readonly asOf: Timestamp;
  readonly policy?: {
    /** Conditions whose evidence was not compared with its digest count as `unknown`. */
    readonly requireVerifiedDigests?: boolean;
  };
}

/** Everything computed from a project at one instant. Plain data, keyed by id. */
export interface Verdicts {
  readonly asOf: Timestamp;
  readonly gates: ReadonlyMap<GateId, GateResult>;
  readonly items: ReadonlyMap<ItemId, ItemResult>;
  readonly invariants: readonly InvariantResult[];
  readonly findings: readonly Finding[];
}
