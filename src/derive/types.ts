import type {
  CauseRef,
  ConditionResult,
  ConditionVerdict,
  EvidenceUse,
  Finding,
  GateResult,
  GateVerdict,
  InvariantResult,
  ItemState,
  Permission,
  Readiness,
  Reason,
} from '../gates/types.ts';
import type { Note, Pointer, SourceRef as TextSource } from '../model/common.ts';
import type { PlanDocument, Register } from '../model/document.ts';
import type { DigestState } from '../model/evidence.ts';
import type { Gate, Invariant, Waiver } from '../model/gate.ts';
import type { AuthorisationRecord, AuthorisationRule, Probe } from '../model/governance.ts';
import type { EvidenceId, GateId, ItemId, MetricId } from '../model/ids.ts';
import type {
  Checklist,
  DeclaredState,
  Dependency,
  PlanItem,
  Relation,
  Role,
} from '../model/plan.ts';
import type { Severity } from '../model/problem.ts';
import type { ProjectInfo, Revision } from '../model/project.ts';
import type { SignerKey } from '../model/project-index.ts';
import type { BudgetDetail } from './budgets.ts';
import type { Catalogue } from './catalogue.ts';
import type { ContractDetail } from './contracts.ts';
import type { EvidenceState } from './evidence-states.ts';

/**
 * The answers that the pages show, as plain, structured-cloneable data. What is large is asked for
 * in pages and details; what is small is one {@link PlanSnapshot}.
 */

/** First stage: enough to draw the graph. */
export interface PlanStructure {
  readonly info: ProjectInfo;
  readonly revision: Revision;
  /** Absent where only the beginning of the plan was read, which does not say it. */
  readonly sample?: boolean;
  readonly items: readonly StructureItem[];
  readonly dependencies: readonly Dependency[];
}

export interface StructureItem {
  readonly id: ItemId;
  readonly kind: string;
  readonly title: string;
  readonly parent?: ItemId;
  readonly order?: number;
}

export interface ItemRow extends StructureItem {
  readonly class?: string;
  readonly classTitle?: string;
  readonly owner?: string;
  readonly state: ItemState;
  readonly declared?: DeclaredState;
  readonly declaredRaw?: string;
  readonly ownFailure: boolean;
  readonly held: boolean;
  readonly readiness: Readiness;
  readonly permission: Permission;
  readonly reason: Reason;
  /** One verdict for each blocking condition of its own gates, in order. */
  readonly pips: readonly ConditionVerdict[];
  readonly numbers: readonly string[];
  readonly hasChildren: boolean;
  /**
   * By how much the item can slip without making the longest chain of open work longer, in the
   * measure of `Answers.critical`; 0 on a longest chain; absent where nothing is left to do.
   */
  readonly slack?: number;
}

/** How a dependency stands: `satisfied`, `waiting` for something lawful, `blocking` by a fault. */
export type EdgeStatus = 'satisfied' | 'waiting' | 'blocking' | 'optional';

export interface EdgeRow {
  readonly item: ItemId;
  readonly on: ItemId;
  readonly status: EdgeStatus;
  readonly origin: 'explicit' | 'implied' | 'positional';
  readonly condition?: string;
  /** Follows from other dependencies. */
  readonly redundant: boolean;
  /** `on` is no item of the plan. */
  readonly dangling: boolean;
}

export interface GateRow {
  readonly id: GateId;
  readonly title: string;
  readonly verdict: GateVerdict;
  readonly reason: Reason;
  readonly guards: Gate['guards'];
  readonly nonBypassable: boolean;
  readonly declared?: 'passed' | 'failed' | 'unknown';
  readonly contradicts: boolean;
  readonly conditions: readonly {
    readonly id: string;
    readonly title: string;
    readonly verdict: ConditionVerdict;
    readonly blocking: boolean;
  }[];
}

export interface MetricRow {
  readonly id: MetricId;
  readonly title: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly group?: string;
  readonly aggregate?: string;
  readonly value?: number;
  readonly samples: number;
  readonly target?: { readonly operator: string; readonly value: number };
  readonly verdict: ConditionVerdict | 'no-target';
  readonly reason: Reason;
  /** (target − value) / target for upper bounds, mirrored for lower ones; negative: breached. */
  readonly headroom?: number;
  /** At most 60 points that keep every extreme; `null` is a gap. */
  readonly spark: readonly (number | null)[];
}

/** A cause with what it holds back, ranked. */
export interface CauseRow {
  readonly key: string;
  readonly cause: CauseRef;
  readonly verdict: ConditionVerdict | ItemState;
  /** Title of the condition, item, stop or invariant. */
  readonly title: string;
  readonly item?: ItemId;
  readonly gate?: GateId;
  readonly owner?: string;
  readonly reason: Reason;
  readonly uses: readonly EvidenceUse[];
  /**
   * Items whose only root cause it is, in plan order; the first 500. Once it is cleared nothing
   * stands in their way but work that lawfully comes before them.
   */
  readonly releases: readonly ItemId[];
  /** All of them, when the list is cut. */
  readonly releaseCount: number;
  /** Items that it holds, alone or with others, in plan order; the first 500. */
  readonly holds: readonly ItemId[];
  readonly holdCount: number;
}

export interface Answers {
  /**
   * `all-complete`; `may-advance` (something can start and nothing is wrong); `held` (causes hold
   * items back); `not-begun`; `contradicted` (declared and computed differ); `halted` (a stop);
   * `empty` (a plan without items).
   */
  readonly headline:
    | 'all-complete'
    | 'may-advance'
    | 'held'
    | 'not-begun'
    | 'contradicted'
    | 'halted'
    | 'empty';
  readonly inScope: number;
  readonly complete: number;
  readonly held: number;
  readonly contradicted: readonly ItemId[];
  readonly stopped: readonly ItemId[];
  /** The causes, best first; the first 100. */
  readonly causes: readonly CauseRow[];
  readonly causeCount: number;
  /** Keys of a smallest set of causes that releases every held item, at most 1,000 of them. */
  readonly unblocking: {
    readonly causes: readonly string[];
    /** The size of the set, when the list is cut. */
    readonly count: number;
    /** Proven to be smallest. */
    readonly exact: boolean;
    /** No set is smaller than this. */
    readonly atLeast: number;
  };
  readonly ready: readonly ItemId[];
  readonly inProgress: readonly ItemId[];
  readonly oneStepAway: readonly {
    readonly item: ItemId;
    readonly cause: string;
  }[];
  /** The items of the longest chain of open work, in the order in which they can be done. */
  readonly criticalPath: readonly ItemId[];
  /** How the chain was measured. `unit` is the estimates' own; else conditions or items. */
  readonly critical: {
    readonly basis: 'estimate' | 'open-conditions' | 'length';
    readonly unit?: string;
    readonly total: number;
  };
  /** Shares of passes that are backed by verified, fresh, independent evidence. */
  readonly confidence: {
    readonly passes: number;
    readonly verified: number;
    readonly fresh: number;
    readonly independent: number;
  };
  /** Progress of counted classes, for example blocking waves proven: 3 of 9. */
  readonly progress: readonly {
    readonly label: string;
    readonly done: number;
    readonly of: number;
  }[];
}

export interface BundleSummary {
  readonly origin: string;
  readonly formatVersion: string;
  /** SHA-256 of SHA256SUMS where there is one, else of bundle.json; lower-case hex. */
  readonly bundleId: string;
  readonly bytes: number;
  readonly counts: Readonly<
    Record<
      | 'items'
      | 'dependencies'
      | 'gates'
      | 'conditions'
      | 'evidence'
      | 'metrics'
      | 'points'
      | 'documents'
      | 'deliverables'
      | 'authorisationRules',
      number
    >
  >;
  readonly problems: Readonly<Record<Severity, number>>;
  /** Evidence files compared so far. */
  readonly digests: Readonly<Record<DigestState | 'unchecked', number>>;
}

/** Everything small. One immutable value for one load. */
export interface PlanSnapshot {
  readonly info: ProjectInfo;
  readonly revision: Revision;
  readonly sample: boolean;
  readonly sampleNote?: string;
  readonly asOf: string;
  readonly asOfOrigin: 'chosen' | 'sample' | 'now';
  /** Present when the viewer's keys were tried on signatures: others may get other verdicts. */
  readonly keys?: {
    readonly tried: readonly SignerKey[];
    /** Conditions that hold because such a key signed. */
    readonly conditions: number;
  };
  readonly bundle: BundleSummary;
  readonly items: readonly ItemRow[];
  readonly edges: readonly EdgeRow[];
  readonly gates: readonly GateRow[];
  readonly metrics: readonly MetricRow[];
  readonly invariants: readonly InvariantResult[];
  readonly findings: readonly Finding[];
  readonly answers: Answers;
  readonly notes: readonly Note[];
}

/** A node of a proof: why something is not as it should be, down to atomic causes. */
export interface ProofNode {
  readonly key: string;
  readonly subject:
    | {
        readonly kind: 'item';
        readonly id: ItemId;
        readonly title: string;
        readonly state: ItemState;
      }
    | {
        readonly kind: 'gate';
        readonly id: GateId;
        readonly title: string;
        readonly verdict: GateVerdict;
      }
    | {
        readonly kind: 'condition';
        readonly gate: GateId;
        readonly result: ConditionResult;
      }
    | { readonly kind: 'cause'; readonly cause: CauseRef };
  readonly reason: Reason;
  readonly children: readonly ProofNode[];
  /** The same subject is unfolded elsewhere in this proof. */
  readonly repeated?: boolean;
}

export interface ItemDetail {
  readonly item: PlanItem;
  readonly row: ItemRow;
  readonly proof: ProofNode;
  readonly gates: readonly GateDetail[];
  readonly evidence: readonly EvidenceRow[];
  readonly dependsOn: readonly EdgeRow[];
  readonly dependents: readonly EdgeRow[];
  readonly relations: readonly Relation[];
  readonly children: readonly ItemRow[];
  /** Smallest set of causes that releases this item. */
  readonly release: {
    /** The first 100. */
    readonly causes: readonly CauseRow[];
    /** All of them, when the list is cut. */
    readonly count: number;
    readonly exact: boolean;
    readonly atLeast: number;
  };
  /** Its root causes, best first; the first 100. */
  readonly causes: readonly CauseRow[];
}

export interface GateDetail {
  readonly gate: Gate;
  readonly result: GateResult;
  /** As recorded; the results say which of them count. */
  readonly waivers: readonly Waiver[];
}

export interface EvidenceRow {
  readonly id: EvidenceId;
  readonly kind: string;
  readonly name: string;
  readonly path?: string;
  readonly mediaType?: string;
  readonly size?: number;
  readonly collectedAt?: string;
  readonly producer?: string;
  readonly advisory: boolean;
  readonly digest: DigestState | 'unchecked';
  /** The digest that a review of it is bound to; `null` when there is none to go by. */
  readonly bound: string | null;
  /** How many conditions rely on it. */
  readonly usedBy: number;
  /** How many gates these conditions belong to. */
  readonly gates: number;
  readonly warnings: number;
  /** What stands out about it. */
  readonly states: readonly EvidenceState[];
}

/** A condition that relies on a piece of evidence. */
export interface EvidenceReference {
  readonly gate: GateId;
  readonly gateTitle: string;
  readonly condition: string;
  readonly title: string;
  readonly verdict: ConditionVerdict;
  readonly pointer?: Pointer;
}

/** The rest of the content as it stands, for pages that list it. */
export interface PlanContent {
  readonly documents: readonly PlanDocument[];
  readonly registers: readonly Register[];
  readonly catalogue: Catalogue;
  readonly contracts: readonly ContractDetail[];
  readonly budgets: readonly BudgetDetail[];
  readonly roles: readonly Role[];
  readonly rules: readonly AuthorisationRule[];
  readonly authorisations: readonly AuthorisationRecord[];
  readonly probes: readonly Probe[];
  readonly invariants: readonly Invariant[];
  readonly checklists: readonly Checklist[];
  readonly relations: readonly Relation[];
  readonly sources: readonly TextSource[];
}
