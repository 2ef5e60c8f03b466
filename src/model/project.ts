import type { Definition, Note, Person, SourceRef, Timestamp } from './common.ts';
import type { Contract } from './contract.ts';
import type { PlanDocument, Register } from './document.ts';
import type { Evidence } from './evidence.ts';
import type { Gate, Invariant, StopCondition, Waiver } from './gate.ts';
import type {
  AuthorisationRecord,
  AuthorisationRule,
  Probe,
  Reverification,
} from './governance.ts';
import type { ProjectId, RevisionId, TierId } from './ids.ts';
import type { Budget, Metric } from './metric.ts';
import type {
  Checklist,
  Dependency,
  ItemClass,
  PlanItem,
  Policy,
  Relation,
  Role,
  Workflow,
} from './plan.ts';

export interface ProjectInfo {
  readonly id: ProjectId;
  readonly title: string;
  readonly description?: string;
  /** The word for a plan item in this project, singular and plural: `wave`, `waves`. */
  readonly itemWord?: { readonly one: string; readonly other: string };
  /** The documents that the plan was read from. */
  readonly sources?: readonly SourceRef[];
}

export interface Revision {
  readonly id: RevisionId;
  readonly createdAt: Timestamp;
  readonly commit?: string;
  readonly previous?: RevisionId;
  readonly label?: string;
}

/** A test tier and the acceptance ids that must be green in it. */
export interface Tier {
  readonly id: TierId;
  readonly title: string;
  readonly order?: number;
}

export interface AcceptanceCategory {
  readonly id: string;
  readonly title: string;
  /** Absent: the plan names the category and does not enumerate it. */
  readonly ids?: readonly string[];
  readonly tiers: readonly TierId[];
  readonly source?: SourceRef;
}

/** Weakest first. */
export interface StrengthScale {
  readonly id: string;
  readonly levels: readonly string[];
}

/** Everything that a bundle says about its plan, before any judgement. */
export interface ProjectContent {
  readonly project: ProjectInfo;
  readonly revision: Revision;
  /** Made-up evidence: every page says so. */
  readonly sample?: boolean;
  readonly sampleNote?: string;
  readonly policy?: Policy;
  readonly definitions?: readonly Definition[];
  readonly classes?: readonly ItemClass[];
  readonly items: readonly PlanItem[];
  readonly dependencies: readonly Dependency[];
  readonly relations?: readonly Relation[];
  readonly gates?: readonly Gate[];
  readonly waivers?: readonly Waiver[];
  readonly invariants?: readonly Invariant[];
  readonly stopConditions?: readonly StopCondition[];
  readonly roles?: readonly Role[];
  readonly people?: readonly Person[];
  readonly authorisationRules?: readonly AuthorisationRule[];
  readonly authorisations?: readonly AuthorisationRecord[];
  readonly probes?: readonly Probe[];
  readonly reverifications?: readonly Reverification[];
  readonly tiers?: readonly Tier[];
  readonly acceptance?: readonly AcceptanceCategory[];
  readonly strengthScales?: readonly StrengthScale[];
  readonly documents?: readonly PlanDocument[];
  readonly registers?: readonly Register[];
  readonly contracts?: readonly Contract[];
  readonly metrics?: readonly Metric[];
  readonly budgets?: readonly Budget[];
  readonly checklists?: readonly Checklist[];
  readonly workflows?: readonly Workflow[];
  readonly notes?: readonly Note[];
  readonly evidence?: readonly Evidence[];
}
