import type { Evidence } from './evidence.ts';
import type { Gate, Guard, StopCondition } from './gate.ts';
import type { ItemId } from './ids.ts';
import type { ProjectContent } from './project.ts';
import type { Project, ProjectIndex, Reading } from './project-index.ts';

const NOTHING_READ: Reading = {
  problems: [],
  digests: new Map(),
  series: new Map(),
  unknownCritical: [],
};

/**
 * Indexes a project's content. Cost is linear in its size. Dangling references are kept: whoever
 * looks them up finds nothing and says so, they are never dropped.
 */
export function buildProject(content: ProjectContent, reading: Partial<Reading> = {}): Project {
  return {
    ...content,
    index: buildIndex(content),
    reading: { ...NOTHING_READ, ...reading },
  };
}

function buildIndex(content: ProjectContent): ProjectIndex {
  const contracts = content.contracts ?? [];
  const deliverables = contracts.flatMap((contract) =>
    contract.deliverables.map((deliverable) => ({ deliverable, contract })),
  );
  const evidence = content.evidence ?? [];
  return {
    items: byKey(content.items, (item) => item.id),
    children: group(content.items, (item) => (item.parent === undefined ? [] : [item.parent])),
    dependenciesOf: group(content.dependencies, (dependency) => [dependency.item]),
    dependentsOf: group(content.dependencies, (dependency) => [dependency.on]),
    classes: byKey(content.classes ?? [], (itemClass) => itemClass.id),
    gates: byKey(content.gates ?? [], (gate) => gate.id),
    startGates: gatesFor(content.gates ?? [], 'start'),
    completeGates: gatesFor(content.gates ?? [], 'complete'),
    advanceGates: gatesFor(content.gates ?? [], 'advance'),
    waivers: group(content.waivers ?? [], (waiver) => [waiver.gate]),
    stops: stopsByItem(content),
    evidence: byKey(evidence, (entry) => entry.id),
    evidenceByKind: group(evidence, (entry) => [entry.kind]),
    evidenceByPath: group(evidence, (entry) => (entry.path === undefined ? [] : [entry.path])),
    evidenceByCover: group(evidence, coveredOnce),
    roles: byKey(content.roles ?? [], (role) => role.id),
    rules: byKey(content.authorisationRules ?? [], (rule) => rule.id),
    records: group(content.authorisations ?? [], (record) => [record.rule]),
    probes: byKey(content.probes ?? [], (probe) => probe.id),
    metrics: byKey(content.metrics ?? [], (metric) => metric.id),
    budgets: byKey(content.budgets ?? [], (budget) => budget.id),
    documents: byKey(content.documents ?? [], (document) => document.id),
    deliverables: new Map(
      [...deliverables].reverse().map(({ deliverable }) => [deliverable.id, deliverable]),
    ),
    contractOf: new Map(
      [...deliverables].reverse().map(({ deliverable, contract }) => [deliverable.id, contract]),
    ),
  };
}

function coveredOnce(entry: Evidence): readonly string[] {
  const covers = entry.covers ?? [];
  return covers.length < 2 ? covers : [...new Set(covers)];
}

function gatesFor(gates: readonly Gate[], effect: Guard['effect']): Map<ItemId, Gate[]> {
  return group(gates, (gate) => [
    ...new Set(gate.guards.filter((guard) => guard.effect === effect).map((guard) => guard.item)),
  ]);
}

function stopsByItem(content: ProjectContent): Map<ItemId, StopCondition[]> {
  const steps = content.items.filter((item) => item.kind === 'step').map((item) => item.id);
  return group(content.stopConditions ?? [], (stop) => stop.items ?? steps);
}

/** The first entry with a key wins; duplicates are a problem that reading reports. */
function byKey<T, K>(entries: readonly T[], key: (entry: T) => K): Map<K, T> {
  const map = new Map<K, T>();
  for (const entry of entries) {
    const k = key(entry);
    if (!map.has(k)) map.set(k, entry);
  }
  return map;
}

function group<T, K>(entries: readonly T[], keys: (entry: T) => readonly K[]): Map<K, T[]> {
  const map = new Map<K, T[]>();
  for (const entry of entries) {
    for (const key of keys(entry)) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [entry]);
      else list.push(entry);
    }
  }
  return map;
}
