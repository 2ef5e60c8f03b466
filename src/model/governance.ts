import type { Definition, Operator, Scalar, Seconds, SourceRef, Timestamp } from './common.ts';
import type {
  AuthorisationRecordId,
  AuthorisationRuleId,
  DefinitionId,
  EvidenceId,
  ItemId,
  ProbeId,
  RoleId,
} from './ids.ts';

/** What one definition of a rule demands. */
export interface AuthorisationDemand {
  readonly role: RoleId;
  /** Accepted forms of record, for example `approval-row`, `recorded-decision`, `e-signature`. */
  readonly forms?: readonly string[];
  /** Default 1. */
  readonly quorum?: number;
  /** Default true: the same person is counted once. */
  readonly distinctPersons?: boolean;
  /** The grant expires this long after it was given. */
  readonly validity?: Seconds;
}

export interface AuthorisationDefinition extends Definition {
  /** All must be met. */
  readonly demands: readonly AuthorisationDemand[];
}

/** A named permission that steps need, such as a council's build record. */
export interface AuthorisationRule {
  readonly id: AuthorisationRuleId;
  readonly title: string;
  readonly statement?: string;
  /** True: every step needs a grant of its own. False: one grant serves the plan. */
  readonly perStep: boolean;
  /** The rule that stands first, without which nothing may be carried out. */
  readonly master?: boolean;
  /** An umbrella whose parts are granted one by one. */
  readonly partOf?: AuthorisationRuleId;
  readonly consequence?: string;
  readonly definitions: readonly AuthorisationDefinition[];
  readonly source?: SourceRef;
}

export interface AuthorisationRecord {
  readonly id: AuthorisationRecordId;
  readonly rule: AuthorisationRuleId;
  readonly role: RoleId;
  readonly person?: string;
  readonly form: string;
  /** More than one step is a violation, and the record then authorises none of them. */
  readonly steps: readonly ItemId[];
  readonly decision: 'granted' | 'refused' | 'withdrawn';
  /** `rehearsal` never allows a commit. */
  readonly scope: 'commit' | 'rehearsal';
  readonly at: Timestamp;
  readonly expires?: Timestamp;
  readonly advisory?: boolean;
  /** The definition under which it was given. */
  readonly definition?: DefinitionId;
  readonly evidence?: readonly EvidenceId[];
  readonly note?: string;
}

/** What a probe must show, as a function of the steps that have been carried out. */
export interface ProbeExpectation {
  /** In force once this item is complete. */
  readonly after?: ItemId;
  /** In force until this item is complete. */
  readonly before?: ItemId;
  readonly operator: Operator | 'unchanged';
  readonly value?: Scalar | readonly Scalar[];
}

export interface Probe {
  readonly id: ProbeId;
  readonly title: string;
  /** What is asked of the live system, as text. It is never run by this program. */
  readonly query?: string;
  readonly group?: string;
  readonly unit?: string;
  /** Unrelated traffic may change the count; then a difference is no drift. */
  readonly organicGrowth?: boolean;
  readonly maxAge?: Seconds;
  readonly expectations: readonly ProbeExpectation[];
  readonly source?: SourceRef;
}

/** That between two steps the probes were run again and found well. */
export interface Reverification {
  readonly after: ItemId;
  readonly before?: ItemId;
  readonly at: Timestamp;
  readonly evidence?: readonly EvidenceId[];
  readonly result: 'passed' | 'failed';
}
