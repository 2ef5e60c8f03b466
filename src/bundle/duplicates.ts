import { childPointer } from '../lib/json/json-pointer.ts';
import type { Condition } from '../model/condition.ts';
import type { Deliverable } from '../model/contract.ts';
import type { Gate } from '../model/gate.ts';
import { unreadableId } from './conditions.ts';
import type { Lists } from './content-lists.ts';
import type { ProblemLog } from './log.ts';
import { distrusted, type Quarantine } from './quarantine.ts';
import { sameJson } from './raw.ts';
import type { Entry } from './read-list.ts';

interface Named {
  readonly id: string;
}

interface Clash<T> {
  readonly first: Entry<T>;
  readonly second: Entry<T>;
}

/**
 * One id, two records. Records that say the same count once. Where they differ, nobody can know
 * which one was meant, so both must hold or neither counts; never the better one.
 */
export function settleDuplicates(lists: Lists, quarantine: Quarantine, log: ProblemLog): void {
  lists.items = settle(lists.items, 'PlanItem', log, ({ first, second }) => {
    const parents = [first.value.parent, second.value.parent].flatMap((parent) => parent ?? []);
    quarantine.fence(second.path, second.raw, [...new Set([first.value.id, ...parents])]);
    return [first];
  });
  lists.gates = settle(lists.gates, 'Gate', log, (clash) => [mergedGate(clash)]);
  lists.evidence = settle(lists.evidence, 'Evidence', log, ({ first, second }) => [first, second]);
  lists.authorisationRules = settle(
    lists.authorisationRules,
    'AuthorisationRule',
    log,
    ({ first, second }) => [
      {
        ...first,
        value: distrusted(
          {
            ...first.value,
            perStep: first.value.perStep || second.value.perStep,
            ...(first.value.master === true || second.value.master === true
              ? { master: true }
              : {}),
            definitions: [...first.value.definitions, ...second.value.definitions],
          },
          second.path,
        ),
      },
    ],
  );
  lists.authorisations = settle(
    lists.authorisations,
    'AuthorisationRecord',
    log,
    ({ first, second }) => {
      quarantine.distrustRule(first.value.rule, second.path);
      quarantine.distrustRule(second.value.rule, second.path);
      return [first];
    },
  );
  lists.roles = settle(lists.roles, 'Role', log, ({ first }) => [
    { ...first, value: { id: first.value.id, title: first.value.title, advisory: true } },
  ]);
  lists.classes = settle(lists.classes, 'ItemClass', log, ({ first }) => [
    { ...first, value: { ...first.value, startsAfter: 'proven' as const } },
  ]);
  // What refers to one of these then finds nothing, and says so.
  lists.metrics = settle(lists.metrics, 'Metric', log, () => []);
  lists.budgets = settle(lists.budgets, 'Budget', log, () => []);
  lists.probes = settle(lists.probes, 'Probe', log, () => []);
  lists.documents = settle(lists.documents, 'PlanDocument', log, () => []);
  lists.strengthScales = settle(lists.strengthScales, 'StrengthScale', log, () => []);
  // Nothing is looked up by the ids of the rest: all of them are kept.
  lists.tiers = settle(lists.tiers, 'Tier', log, keepBoth);
  lists.contracts = settle(lists.contracts, 'Contract', log, keepBoth);
  lists.invariants = settle(lists.invariants, 'Invariant', log, keepBoth);
  lists.stopConditions = settle(lists.stopConditions, 'StopCondition', log, keepBoth);
  lists.waivers = settle(lists.waivers, 'Waiver', log, keepBoth);
  lists.definitions = settle(lists.definitions, 'Definition', log, keepBoth);
  lists.acceptance = settle(lists.acceptance, 'AcceptanceCategory', log, keepBoth);
  lists.registers = settle(lists.registers, 'Register', log, keepBoth);
  lists.checklists = settle(lists.checklists, 'Checklist', log, keepBoth);
  lists.workflows = settle(lists.workflows, 'Workflow', log, keepBoth);
  lists.people = settle(lists.people, 'Person', log, keepBoth);
  lists.notes = settle(lists.notes, 'Note', log, keepBoth);
  settleDeliverables(lists, log);
  dropAmbiguousWaivers(lists, log);
}

function keepBoth<T>({ first, second }: Clash<T>): Entry<T>[] {
  return [first, second];
}

/** Applies `resolve` to each pair of records that share an id and differ. */
function settle<T extends Named>(
  list: Entry<T>[] | undefined,
  kind: string,
  log: ProblemLog,
  resolve: (clash: Clash<T>) => Entry<T>[],
): Entry<T>[] | undefined {
  if (list === undefined || !hasDuplicates(list)) return list;
  const byId = new Map<string, Entry<T>[]>();
  for (const entry of list) {
    const { id } = entry.value;
    const known = byId.get(id);
    if (known === undefined) {
      byId.set(id, [entry]);
      continue;
    }
    if (known.some((other) => sameJson(other.value, entry.value))) {
      log.report('duplicate-record', entry.path, { params: { kind, id } });
      continue;
    }
    log.report('duplicate-id', entry.path, { params: { kind, id }, affects: [id] });
    const first = known[0];
    if (first !== undefined)
      byId.set(id, [...resolve({ first, second: entry }), ...known.slice(1)]);
  }
  return [...byId.values()].flat();
}

function hasDuplicates(list: readonly Entry<Named>[]): boolean {
  return new Set(list.map((entry) => entry.value.id)).size < list.length;
}

/** Both sets of conditions and both sets of guards hold. */
function mergedGate({ first, second }: Clash<Gate>): Entry<Gate> {
  const isStrict = first.value.nonBypassable === true || second.value.nonBypassable === true;
  return {
    ...first,
    value: {
      ...first.value,
      guards: [...first.value.guards, ...second.value.guards],
      conditions: [...first.value.conditions, ...second.value.conditions],
      ...(isStrict ? { nonBypassable: true } : {}),
    },
  };
}

/** Ids of deliverables are unique in the bundle; two that differ can neither be met. */
function settleDeliverables(lists: Lists, log: ProblemLog): void {
  const seen = new Map<string, Deliverable>();
  const clashing = new Set<string>();
  for (const { value, path } of lists.contracts ?? []) {
    for (const [k, deliverable] of value.deliverables.entries()) {
      const { id } = deliverable;
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, deliverable);
        continue;
      }
      const at = childPointer(`${path}/deliverables`, k);
      const params = { kind: 'Deliverable', id };
      if (sameJson(first, deliverable)) {
        log.report('duplicate-record', at, { params });
        continue;
      }
      clashing.add(id);
      log.report('duplicate-id', at, { params, affects: [id] });
    }
  }
  if (clashing.size === 0) return;
  lists.contracts = lists.contracts?.map((entry) => ({
    ...entry,
    value: {
      ...entry.value,
      deliverables: entry.value.deliverables.map((one) =>
        clashing.has(one.id) ? unmeetable(one, entry.path) : one,
      ),
    },
  }));
}

/** No file has this path, so that none can meet rules that were not settled. */
function unmeetable(deliverable: Deliverable, path: string): Deliverable {
  const { measuredBy: _unsettled, ...rest } = deliverable;
  return { ...rest, path: unreadableId(path) };
}

/** A waiver covers exactly one condition; where two bear the id, it covers none. */
function dropAmbiguousWaivers(lists: Lists, log: ProblemLog): void {
  const ambiguous = new Map<string, ReadonlySet<string>>();
  for (const { value, path } of lists.gates ?? []) {
    const seen = new Set<string>();
    const twice = new Set<string>();
    const count = (condition: Condition): void => {
      if (seen.has(condition.id)) twice.add(condition.id);
      seen.add(condition.id);
      if (condition.kind === 'not') count(condition.of);
      else if ('of' in condition) for (const part of condition.of) count(part);
    };
    for (const condition of value.conditions) count(condition);
    for (const id of twice) {
      log.report('duplicate-id', path, { severity: 'warning', params: { kind: 'Condition', id } });
    }
    if (twice.size > 0) ambiguous.set(value.id, twice);
  }
  if (ambiguous.size === 0) return;
  lists.waivers = lists.waivers?.filter(({ value, path }) => {
    if (ambiguous.get(value.gate)?.has(value.condition) !== true) return true;
    const params = { gate: value.gate, condition: value.condition };
    log.report('waiver-ambiguous', path, { params });
    return false;
  });
}
