import { buildCsr } from '../lib/graph/csr.ts';
import { stronglyConnectedComponents } from '../lib/graph/scc.ts';
import type { Gate } from '../model/gate.ts';
import type { ProjectContent } from '../model/project.ts';
import { checkConditions, gatesInside } from './condition-checks.ts';
import type { Lists } from './content-lists.ts';
import { checkId } from './id-checks.ts';
import type { ProblemLog } from './log.ts';
import { checkMeasures } from './measure-checks.ts';
import { isSafePath } from './paths.ts';
import { knownIds, type PendingReference, type References } from './references.ts';

/**
 * What a schema cannot say: references that lead nowhere, cycles, unsafe paths, ids that look like
 * others, units. Nothing is changed and nothing is left out; the engine meets the same facts.
 *
 * @param lists the records with their places in the file
 * @param hasMoreEvidence evidence also lies in files of its own
 * @returns references to evidence that is not here and may be there
 */
export function checkContent(
  content: ProjectContent,
  lists: Lists,
  log: ProblemLog,
  hasMoreEvidence: boolean,
): readonly PendingReference[] {
  const refs = knownIds(content, log, hasMoreEvidence);
  checkIds(lists, log);
  checkItems(lists, refs);
  checkGates(lists, refs, log);
  checkGovernance(lists, refs);
  checkDocuments(lists, refs, log);
  checkEvidence(lists, refs, log);
  checkMeasures(lists, refs, log);
  checkCycles(content, lists, log);
  return refs.pending;
}

function checkIds(lists: Lists, log: ProblemLog): void {
  const check = (
    kind: string,
    entries: readonly { readonly value: { readonly id: string }; readonly path: string }[] = [],
  ): void => {
    for (const { value, path } of entries) checkId(value.id, kind, `${path}/id`, log);
  };
  check('PlanItem', lists.items);
  check('Gate', lists.gates);
  check('Evidence', lists.evidence);
  check('Metric', lists.metrics);
  check('Budget', lists.budgets);
  check('Probe', lists.probes);
  check('Role', lists.roles);
  check('AuthorisationRule', lists.authorisationRules);
  check('AuthorisationRecord', lists.authorisations);
  check('PlanDocument', lists.documents);
}

function checkItems(lists: Lists, refs: References): void {
  for (const { value: item, path } of lists.items ?? []) {
    refs.item(item.parent, `${path}/parent`, [item.id]);
    refs.itemClass(item.class, `${path}/class`);
    refs.evidences(item.evidence, `${path}/evidence`);
    refs.evidences(item.declared?.evidence, `${path}/declared/evidence`);
    refs.evidences(item.report?.evidence, `${path}/report/evidence`);
    refs.rule(item.forbidden?.unless, `${path}/forbidden/unless`);
    for (const [k, effect] of (item.effects ?? []).entries()) {
      refs.probe(effect.probe, `${path}/effects/${k}/probe`);
    }
    for (const [k, rollback] of (item.rollback ?? []).entries()) {
      refs.evidences(rollback.evidence, `${path}/rollback/${k}/evidence`);
    }
    const back = item.deferred?.reactivatedWhen;
    if (back !== undefined) checkConditions([back], `${path}/deferred`, refs, 'reactivatedWhen');
  }
  for (const { value, path } of lists.dependencies ?? []) {
    refs.item(value.item, `${path}/item`);
    const on = value.optional === true ? refs.optionalItem : refs.item;
    on(value.on, `${path}/on`);
  }
  for (const { value, path } of lists.checklists ?? []) {
    refs.item(value.item, `${path}/item`);
  }
}

function checkGates(lists: Lists, refs: References, log: ProblemLog): void {
  for (const { value: gate, path } of lists.gates ?? []) {
    for (const [k, guard] of gate.guards.entries()) {
      refs.item(guard.item, `${path}/guards/${k}/item`);
    }
    checkConditions(gate.conditions, `${path}/conditions`, refs);
    refs.evidences(gate.declared?.evidence, `${path}/declared/evidence`);
  }
  const conditions = new Map(
    (lists.gates ?? []).map(({ value }) => [
      value.id,
      new Set(value.conditions.map((condition) => condition.id)),
    ]),
  );
  for (const { value: waiver, path } of lists.waivers ?? []) {
    refs.gate(waiver.gate, `${path}/gate`);
    const known = conditions.get(waiver.gate);
    if (known !== undefined && !known.has(waiver.condition)) {
      refs.missing('Condition', waiver.condition, `${path}/condition`, 'warning');
    }
    refs.evidences(waiver.evidence, `${path}/evidence`);
    if (waiver.expires < waiver.at) {
      const params = { from: waiver.at, to: waiver.expires };
      log.report('period-reversed', `${path}/expires`, { params });
    }
  }
  for (const { value: invariant, path } of lists.invariants ?? []) {
    if ((invariant.rule === undefined) === (invariant.condition === undefined)) {
      const params = { id: invariant.id };
      log.report('invariant-without-rule', path, { params, affects: [invariant.id] });
    }
    refs.items(invariant.items, `${path}/items`);
    if (invariant.condition !== undefined) {
      checkConditions([invariant.condition], path, refs, 'condition');
    }
  }
  for (const { value: stop, path } of lists.stopConditions ?? []) {
    refs.items(stop.items, `${path}/items`);
    if (stop.safeWhile !== undefined) checkConditions([stop.safeWhile], path, refs, 'safeWhile');
    for (const [k, event] of (stop.events ?? []).entries()) {
      const at = `${path}/events/${k}`;
      refs.item(event.item, `${at}/item`);
      refs.evidence(event.finding, `${at}/finding`);
      refs.record(event.authorisation, `${at}/authorisation`);
      refs.evidences(event.evidence, `${at}/evidence`);
    }
  }
}

function checkGovernance(lists: Lists, refs: References): void {
  for (const { value: rule, path } of lists.authorisationRules ?? []) {
    refs.rule(rule.partOf, `${path}/partOf`);
    for (const [k, definition] of rule.definitions.entries()) {
      for (const [d, demand] of definition.demands.entries()) {
        refs.role(demand.role, `${path}/definitions/${k}/demands/${d}/role`);
      }
    }
  }
  for (const { value: record, path } of lists.authorisations ?? []) {
    refs.rule(record.rule, `${path}/rule`);
    refs.role(record.role, `${path}/role`);
    refs.items(record.steps, `${path}/steps`);
    refs.evidences(record.evidence, `${path}/evidence`);
  }
  for (const { value: probe, path } of lists.probes ?? []) {
    for (const [k, expectation] of probe.expectations.entries()) {
      refs.item(expectation.after, `${path}/expectations/${k}/after`);
      refs.item(expectation.before, `${path}/expectations/${k}/before`);
    }
  }
  for (const { value, path } of lists.reverifications ?? []) {
    refs.item(value.after, `${path}/after`);
    refs.item(value.before, `${path}/before`);
    refs.evidences(value.evidence, `${path}/evidence`);
  }
}

function checkDocuments(lists: Lists, refs: References, log: ProblemLog): void {
  for (const { value: document, path } of lists.documents ?? []) {
    refs.item(document.phase, `${path}/phase`);
    refs.items(document.steps, `${path}/steps`);
    refs.evidences(document.evidence, `${path}/evidence`);
    refs.documents(document.amends, `${path}/amends`);
    refs.documents(document.supersedes, `${path}/supersedes`);
    refs.documents(document.audits, `${path}/audits`);
  }
  for (const { value: category, path } of lists.acceptance ?? []) {
    refs.tiers(category.tiers, `${path}/tiers`);
  }
  for (const { value: contract, path } of lists.contracts ?? []) {
    refs.item(contract.item, `${path}/item`);
    checkConditions(contract.crossChecks ?? [], `${path}/crossChecks`, refs);
    checkConditions(contract.definitionOfDone ?? [], `${path}/definitionOfDone`, refs);
    for (const [k, deliverable] of contract.deliverables.entries()) {
      const at = `${path}/deliverables/${k}`;
      refs.item(deliverable.item, `${at}/item`);
      refs.evidence(deliverable.measuredBy, `${at}/measuredBy`);
      checkId(deliverable.id, 'Deliverable', `${at}/id`, log);
    }
    for (const [k, target] of (contract.targets ?? []).entries()) {
      refs.metric(target.metric, `${path}/targets/${k}/metric`);
      refs.deliverable(target.deliverable, `${path}/targets/${k}/deliverable`);
    }
    for (const [k, attempt] of (contract.attempts ?? []).entries()) {
      refs.evidence(attempt.report, `${path}/attempts/${k}/report`);
    }
  }
}

/** Evidence that points out of the bundle cannot be read, and so cannot be trusted. */
function checkEvidence(lists: Lists, refs: References, log: ProblemLog): void {
  for (const { value: evidence, path } of lists.evidence ?? []) {
    if (evidence.path !== undefined && !isSafePath(evidence.path)) {
      const params = { text: evidence.path };
      log.report('unsafe-path', `${path}/path`, { params, affects: [evidence.id] });
    }
    refs.evidences(evidence.supersedes, `${path}/supersedes`);
    refs.role(evidence.producer?.role, `${path}/producer/role`);
  }
}

const namedMembers = 12;

function checkCycles(content: ProjectContent, lists: Lists, log: ProblemLog): void {
  const report = (
    code: 'parent-cycle' | 'dependency-cycle' | 'gate-cycle',
    path: string,
    members: readonly string[],
  ): void => {
    const sorted = [...members].sort();
    const params = {
      members: JSON.stringify(sorted.slice(0, namedMembers)),
      count: sorted.length,
    };
    log.report(code, path, { params, affects: sorted });
  };
  const items = content.items.map((item) => item.id);
  const parents = content.items.flatMap((item): [string, string][] =>
    item.parent === undefined ? [] : [[item.id, item.parent]],
  );
  const place = new Map<string, string>(
    (lists.items ?? []).map(({ value, path }) => [value.id, path]),
  );
  for (const cycle of cyclesOf(items, parents)) {
    const first = [...cycle].sort()[0] ?? '';
    report('parent-cycle', `${place.get(first) ?? '/items'}/parent`, cycle);
  }
  const waits = content.dependencies.flatMap((dependency): [string, string][] =>
    dependency.optional === true ? [] : [[dependency.item, dependency.on]],
  );
  for (const cycle of cyclesOf(items, waits)) {
    const members = new Set<string>(cycle);
    const path = (lists.dependencies ?? []).find(
      ({ value }) => members.has(value.item) && members.has(value.on),
    )?.path;
    report('dependency-cycle', path ?? '/dependencies', cycle);
  }
  const gates: readonly Gate[] = content.gates ?? [];
  const edges = gates.flatMap((gate) =>
    gatesInside(gate.conditions).map((other): [string, string] => [gate.id, other]),
  );
  for (const cycle of cyclesOf(
    gates.map((gate) => gate.id),
    edges,
  )) {
    const path = (lists.gates ?? []).find(({ value }) => value.id === cycle[0])?.path;
    report('gate-cycle', path ?? '/gates', cycle);
  }
}

/** Members of each cycle; an edge from a node to itself is one. Edges to what is not there count not. */
function cyclesOf(
  ids: readonly string[],
  edges: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  if (edges.length === 0) return [];
  const position = new Map(ids.map((id, k) => [id, k]));
  const from: number[] = [];
  const to: number[] = [];
  const loops = new Set<number>();
  for (const [a, b] of edges) {
    const start = position.get(a);
    const end = position.get(b);
    if (start === undefined || end === undefined) continue;
    from.push(start);
    to.push(end);
    if (start === end) loops.add(start);
  }
  const { offsets, targets } = buildCsr(ids.length, from, to);
  const { component, count } = stronglyConnectedComponents(ids.length, offsets, targets);
  const sizes = new Int32Array(count);
  for (const c of component) sizes[c] = (sizes[c] ?? 0) + 1;
  const cycles = new Map<number, string[]>();
  for (const [id, k] of position) {
    const c = component[k] ?? -1;
    if ((sizes[c] ?? 0) < 2 && !loops.has(k)) continue;
    const members = cycles.get(c);
    if (members === undefined) cycles.set(c, [id]);
    else members.push(id);
  }
  return [...cycles.values()];
}
