import { childPointer } from '../lib/json/json-pointer.ts';
import type { Severity } from '../model/problem.ts';
import type { ProjectContent } from '../model/project.ts';
import type { ProblemLog } from './log.ts';

type Check = (id: string | undefined, path: string, affects?: readonly string[]) => void;
type ListCheck = (ids: readonly string[] | undefined, path: string) => void;

/** A reference to evidence that was not found in the file of the plan. */
export interface PendingReference {
  readonly id: string;
  readonly path: string;
}

/** Checks of references, one for each sort of thing. An absent reference is no problem. */
export interface References {
  readonly item: Check;
  readonly items: ListCheck;
  readonly itemClass: Check;
  readonly gate: Check;
  /** What never blocks may be absent; it is said all the same. */
  readonly optionalItem: Check;
  readonly evidence: Check;
  readonly evidences: ListCheck;
  readonly metric: Check;
  readonly budget: Check;
  readonly probe: Check;
  readonly rule: Check;
  readonly record: Check;
  readonly role: Check;
  readonly tier: Check;
  readonly tiers: ListCheck;
  readonly document: Check;
  readonly documents: ListCheck;
  readonly deliverable: Check;
  readonly strength: Check;
  readonly missing: (kind: string, id: string, path: string, severity?: Severity) => void;
  /** Evidence may lie in files of its own: what is not found here is looked for there. */
  readonly pending: readonly PendingReference[];
  readonly log: ProblemLog;
  readonly content: ProjectContent;
  readonly unitOf: (metric: string | undefined) => string | undefined;
}

export function knownIds(
  content: ProjectContent,
  log: ProblemLog,
  hasMoreEvidence: boolean,
): References {
  const missing = (
    kind: string,
    id: string,
    path: string,
    severity: Severity = 'error',
    affects: readonly string[] = [],
  ): void => {
    const details = { params: { kind, id }, ...(affects.length === 0 ? {} : { affects }) };
    log.report(severity === 'warning' ? 'dangling-mention' : 'dangling-reference', path, details);
  };
  const check = (kind: string, known: ReadonlySet<string>, severity?: Severity): Check => {
    return (id, path, affects) => {
      if (id !== undefined && !known.has(id)) missing(kind, id, path, severity, affects);
    };
  };
  const list = (one: Check): ListCheck => {
    return (ids, path) => {
      for (const [k, id] of (ids ?? []).entries()) one(id, childPointer(path, k));
    };
  };
  const setOf = (entries: readonly { readonly id: string }[] | undefined): ReadonlySet<string> =>
    new Set(entries?.map((entry) => entry.id));
  const items = setOf(content.items);
  const item = check('PlanItem', items);
  const evidenceIds = setOf(content.evidence);
  const pending: PendingReference[] = [];
  const evidence: Check = (id, path) => {
    if (id === undefined || evidenceIds.has(id)) return;
    if (hasMoreEvidence) pending.push({ id, path });
    else missing('Evidence', id, path);
  };
  const units = new Map<string, string>(content.metrics?.map(({ id, unit }) => [id, unit]));
  const tier = check('Tier', setOf(content.tiers));
  const document = check('PlanDocument', setOf(content.documents));
  const deliverables = content.contracts?.flatMap((contract) => contract.deliverables);
  const levels = new Set(content.strengthScales?.flatMap((scale) => scale.levels));
  return {
    item,
    optionalItem: check('PlanItem', items, 'warning'),
    items: list(item),
    itemClass: check('ItemClass', setOf(content.classes)),
    gate: check('Gate', setOf(content.gates)),
    evidence,
    evidences: list(evidence),
    metric: check('Metric', setOf(content.metrics)),
    budget: check('Budget', setOf(content.budgets)),
    probe: check('Probe', setOf(content.probes)),
    rule: check('AuthorisationRule', setOf(content.authorisationRules)),
    record: check('AuthorisationRecord', setOf(content.authorisations)),
    role: check('Role', setOf(content.roles)),
    tier,
    tiers: list(tier),
    document,
    documents: list(document),
    deliverable: check('Deliverable', setOf(deliverables)),
    strength: check('StrengthScale', levels),
    missing,
    pending,
    log,
    content,
    unitOf: (metric) => (metric === undefined ? undefined : units.get(metric)),
  };
}
