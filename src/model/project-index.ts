import type { Contract, Deliverable } from './contract.ts';
import type { PlanDocument } from './document.ts';
import type { AttestationFact, DigestState, Evidence } from './evidence.ts';
import type { Gate, StopCondition, Waiver } from './gate.ts';
import type { AuthorisationRecord, AuthorisationRule, Probe } from './governance.ts';
import type {
  AuthorisationRuleId,
  BudgetId,
  DeliverableId,
  DocumentId,
  EvidenceId,
  GateId,
  ItemId,
  MetricId,
  ProbeId,
  RoleId,
} from './ids.ts';
import type { Budget, Metric, Series } from './metric.ts';
import type { Dependency, ItemClass, PlanItem, Role } from './plan.ts';
import type { Problem } from './problem.ts';
import type { ProjectContent } from './project.ts';

/** Lookups over a project's content. Where an id occurs twice, the first one is indexed. */
export interface ProjectIndex {
  readonly items: ReadonlyMap<ItemId, PlanItem>;
  readonly children: ReadonlyMap<ItemId, readonly PlanItem[]>;
  /** Dependencies in which the item waits. */
  readonly dependenciesOf: ReadonlyMap<ItemId, readonly Dependency[]>;
  /** Dependencies in which others wait for the item. */
  readonly dependentsOf: ReadonlyMap<ItemId, readonly Dependency[]>;
  readonly classes: ReadonlyMap<string, ItemClass>;
  readonly gates: ReadonlyMap<GateId, Gate>;
  readonly startGates: ReadonlyMap<ItemId, readonly Gate[]>;
  readonly completeGates: ReadonlyMap<ItemId, readonly Gate[]>;
  readonly advanceGates: ReadonlyMap<ItemId, readonly Gate[]>;
  readonly waivers: ReadonlyMap<GateId, readonly Waiver[]>;
  /** Stop conditions that name the item, or that hold for every step. */
  readonly stops: ReadonlyMap<ItemId, readonly StopCondition[]>;
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
  readonly evidenceByKind: ReadonlyMap<string, readonly Evidence[]>;
  readonly evidenceByPath: ReadonlyMap<string, readonly Evidence[]>;
  readonly evidenceByCover: ReadonlyMap<string, readonly Evidence[]>;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly rules: ReadonlyMap<AuthorisationRuleId, AuthorisationRule>;
  readonly records: ReadonlyMap<AuthorisationRuleId, readonly AuthorisationRecord[]>;
  readonly probes: ReadonlyMap<ProbeId, Probe>;
  readonly metrics: ReadonlyMap<MetricId, Metric>;
  readonly budgets: ReadonlyMap<BudgetId, Budget>;
  readonly documents: ReadonlyMap<DocumentId, PlanDocument>;
  readonly deliverables: ReadonlyMap<DeliverableId, Deliverable>;
  readonly contractOf: ReadonlyMap<DeliverableId, Contract>;
}

/** A key as it is spoken of: its digest, and the name that its owner goes by. */
export interface SignerKey {
  readonly id: string;
  readonly name?: string;
}

/** What trying the keys of whoever looks on a signed statement told. */
export interface FactSignature {
  /** Keys that it was verified with. */
  readonly keys: readonly SignerKey[];
  /** It names such a key and is not signed with it. */
  readonly isWrong: boolean;
}

/** What reading found out beside the content. */
export interface Reading {
  readonly problems: readonly Problem[];
  /** Evidence whose bytes were compared with the recorded digest. */
  readonly digests: ReadonlyMap<EvidenceId, DigestState>;
  /** Attestations whose signature was tried; absent where nobody chose a key. No bundle can say this. */
  readonly signatures?: ReadonlyMap<AttestationFact, FactSignature>;
  /** Points read from `seriesFile`s; a metric that is absent here and inline has no points. */
  readonly series: ReadonlyMap<MetricId, Series>;
  /** Row of the file (from 1, without its header) of each point, where the two do not run alike. */
  readonly seriesRows?: ReadonlyMap<MetricId, readonly number[]>;
  /**
   * Names in the bundle's `critical` list that this version does not know. While it is not
   * empty no gate that uses them can pass; a name that cannot be attributed counts for all.
   */
  readonly unknownCritical: readonly string[];
  /**
   * The file of which the bundle itself says that it holds something else: what was sent may be a
   * plan with fewer gates. No item may be begun or counted as complete on its word.
   */
  readonly doubtedPlan?: string;
}

/** A project ready to be judged: content, indexes, and what reading found. Immutable. */
export interface Project extends ProjectContent {
  readonly index: ProjectIndex;
  readonly reading: Reading;
}
