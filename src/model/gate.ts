import type { SourceRef, Timestamp } from './common.ts';
import type { Condition } from './condition.ts';
import type {
  AuthorisationRecordId,
  ConditionId,
  EvidenceId,
  GateId,
  InvariantId,
  ItemId,
  StopConditionId,
} from './ids.ts';

export interface Guard {
  readonly item: ItemId;
  /** `advance` guards the step from this phase to the ones after it. */
  readonly effect: 'start' | 'complete' | 'advance';
}

/** A decision that somebody recorded; shown beside the recomputed verdict, never instead. */
export interface RecordedVerdict {
  readonly verdict: 'passed' | 'failed' | 'unknown';
  readonly raw?: string;
  readonly at?: Timestamp;
  readonly by?: string;
  readonly evidence?: readonly EvidenceId[];
  readonly source?: SourceRef;
}

export interface Gate {
  readonly id: GateId;
  readonly title: string;
  readonly statement?: string;
  readonly guards: readonly Guard[];
  readonly conditions: readonly Condition[];
  /** Waivers are ignored, and the gate says so. */
  readonly nonBypassable?: boolean;
  readonly owner?: string;
  readonly declared?: RecordedVerdict;
  readonly source?: SourceRef;
}

export interface Waiver {
  readonly id: string;
  readonly gate: GateId;
  readonly condition: ConditionId;
  readonly reason: string;
  readonly author: string;
  readonly at: Timestamp;
  readonly expires: Timestamp;
  readonly evidence?: readonly EvidenceId[];
}

/** Rules over the whole plan that the engine knows by name. */
export type BuiltInRule =
  | 'complete-needs-evidence'
  | 'complete-after-dependencies'
  | 'earlier-phase-blocks-later'
  | 'guarded-close-needs-gate'
  | 'step-needs-own-authorisation'
  | 'one-authorisation-one-step'
  | 're-verified-between-steps'
  | 'advisory-authorises-nothing'
  | 'attempts-within-limit'
  | 'forbidden-effects-absent'
  | 'recorded-equals-recomputed'
  | 'one-name-one-thing'
  | 'referenced-file-is-delivered'
  | 'stated-counts-agree'
  | 'stated-numbers-agree';

export interface Invariant {
  readonly id: InvariantId;
  readonly title: string;
  readonly statement?: string;
  /** Exactly one of `rule` and `condition` is given. */
  readonly rule?: BuiltInRule;
  readonly condition?: Condition;
  /** Restricts the rule to these items; absent means all. */
  readonly items?: readonly ItemId[];
  readonly source?: SourceRef;
}

/** When a stop was raised, and what lifted it. A stop is latched. */
export interface StopEvent {
  readonly item: ItemId;
  readonly at: Timestamp;
  readonly reason?: string;
  readonly evidence?: readonly EvidenceId[];
  /** Both are needed to lift a stop: a finding that is written down, and a new authorisation. */
  readonly finding?: EvidenceId;
  readonly authorisation?: AuthorisationRecordId;
  readonly clearedAt?: Timestamp;
}

export interface StopCondition {
  readonly id: StopConditionId;
  readonly title: string;
  readonly statement?: string;
  /** Absent: every item of kind `step`. */
  readonly items?: readonly ItemId[];
  /** The state of safety. When it is judged `failed`, the items stop. */
  readonly safeWhile?: Condition;
  readonly events?: readonly StopEvent[];
  readonly source?: SourceRef;
}
