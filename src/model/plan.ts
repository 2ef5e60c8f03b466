import type { Scalar, Seconds, SourceRef, Timestamp } from './common.ts';
import type { Condition } from './condition.ts';
import type { EvidenceId, ItemId, RoleId } from './ids.ts';

/** What somebody wrote, brought to one vocabulary; the raw word is kept beside it. */
export type DeclaredState =
  | 'not-started'
  | 'in-progress'
  | 'complete'
  | 'blocked'
  | 'failed'
  | 'deferred'
  | 'reopened'
  | 'stopped'
  | 'unknown';

export interface Declared {
  readonly state: DeclaredState;
  readonly raw?: string;
  readonly at?: Timestamp;
  readonly by?: string;
  readonly evidence?: readonly EvidenceId[];
  readonly source?: SourceRef;
}

/** A number or label under which a document knows the item; it need not be unique. */
export interface ItemNumber {
  readonly namespace: string;
  readonly value: string;
  readonly source?: SourceRef;
}

/** What an item may do to the world, and what it must never do. */
export interface Effect {
  readonly id: string;
  readonly text: string;
  readonly kind: 'allowed' | 'forbidden';
  /** The probe that would show a forbidden effect. */
  readonly probe?: string;
  readonly source?: SourceRef;
}

export interface Rollback {
  readonly text: string;
  /** For example `documented`, `on-file`, `missing`. */
  readonly state?: string;
  readonly evidence?: readonly EvidenceId[];
}

/** The final report that a step owes, field by field. */
export interface ReportRequirement {
  readonly fields: readonly {
    readonly id: string;
    readonly title: string;
    readonly note?: string;
  }[];
  readonly evidence?: readonly EvidenceId[];
  readonly source?: SourceRef;
}

export interface Deferral {
  readonly reason: string;
  /** Text of what would bring the item back into scope. */
  readonly reactivation?: string;
  /** The same as a rule; the item counts as in scope once it passes. */
  readonly reactivatedWhen?: Condition;
}

export interface PlanItem {
  readonly id: ItemId;
  /** Opaque word: `phase`, `stage`, `wave`, `step`, `task`, `component`, `correction`… */
  readonly kind: string;
  readonly title: string;
  readonly description?: string;
  readonly goal?: string;
  /** What the plan says must come out of the item. */
  readonly output?: string;
  readonly parent?: ItemId;
  /** Position in the document. A hint for drawing, never a dependency. */
  readonly order?: number;
  readonly numbers?: readonly ItemNumber[];
  /** Id of an {@link ItemClass}: priority or scope, never progress. */
  readonly class?: string;
  readonly labels?: readonly string[];
  readonly owner?: string;
  readonly declared?: Declared;
  /** Effort, in the unit given (`h`, `d`, `points`). */
  readonly estimate?: { readonly value: number; readonly unit: string };
  readonly period?: string;
  readonly deferred?: Deferral;
  /** The item recurs for each item of this kind, and so is no single step. */
  readonly recursPer?: string;
  /** The item must never be carried out, unless the named rule allows it. */
  readonly forbidden?: { readonly reason: string; readonly unless?: string };
  readonly effects?: readonly Effect[];
  readonly rollback?: readonly Rollback[];
  readonly report?: ReportRequirement;
  /** Evidence that the declared completion links to. */
  readonly evidence?: readonly EvidenceId[];
  readonly attributes?: Readonly<Record<string, Scalar>>;
  readonly source?: SourceRef;
}

export interface ItemClass {
  readonly id: string;
  readonly title: string;
  /**
   * What a dependency must have reached before an item of this class may start:
   * `complete` (default), or `proven` (every completing gate has passed).
   */
  readonly startsAfter?: 'complete' | 'proven';
  /** Left out of completion shares. */
  readonly outOfProgress?: boolean;
  /** Counted alone, as in "blocking waves proven of 9". */
  readonly countedAs?: string;
}

export interface Dependency {
  /** The item that waits. */
  readonly item: ItemId;
  /** The item that it waits for. May name an unknown id: that is a problem, and it blocks. */
  readonly on: ItemId;
  readonly origin?: 'explicit' | 'implied' | 'positional';
  /** An optional dependency is drawn and never blocks. */
  readonly optional?: boolean;
  /** Words in brackets beside the token, for example `any shipped subset`. */
  readonly condition?: string;
  readonly reason?: string;
  readonly source?: SourceRef;
}

/** A stated or assumed tie between numberings; drawn and listed, never a dependency. */
export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: 'same-as' | 'belongs-to' | 'applies-to' | 'owns' | 'covers' | 'implements' | 'see';
  readonly stated: 'explicit' | 'positional' | 'assumed';
  readonly note?: string;
  readonly source?: SourceRef;
}

export interface Checkbox {
  readonly id: string;
  readonly text: string;
  readonly checked: boolean;
  readonly evidence?: readonly EvidenceId[];
  /** Links as written beside the box; a link that leads nowhere is not evidence. */
  readonly links?: readonly {
    readonly href: string;
    readonly exists?: boolean;
  }[];
  readonly refs?: readonly string[];
  readonly source?: SourceRef;
}

export interface Checklist {
  readonly id: string;
  readonly title: string;
  readonly item?: ItemId;
  readonly groups: readonly {
    readonly title: string;
    readonly boxes: readonly Checkbox[];
  }[];
}

/** A state machine that the plan describes; loops are lawful here and say nothing of the plan. */
export interface Workflow {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly { readonly id: string; readonly title: string }[];
  readonly transitions: readonly {
    readonly from: string;
    readonly to: string;
    readonly when?: string;
  }[];
  readonly source?: SourceRef;
}

export interface Role {
  readonly id: RoleId;
  readonly title: string;
  /** Higher stands above; a lower role can never grant what a higher one must. */
  readonly level?: number;
  /** Statements of an advisory role are kept and never authorise. */
  readonly advisory?: boolean;
  readonly holders?: readonly string[];
  readonly note?: string;
}

/** Waits that count as too long, for freshness rules without an age of their own. */
export interface Policy {
  readonly maxEvidenceAge?: Seconds;
}
