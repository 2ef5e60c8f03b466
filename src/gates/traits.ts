import { parseTimestamp } from '../lib/timestamp.ts';
import type { Contract } from '../model/contract.ts';
import type { Gate } from '../model/gate.ts';
import type { JudgeContext } from './context.ts';
import { cycleComponent, cyclesOf, namesOf } from './cycles.ts';
import { criticalFaults } from './gate-judge.ts';
import type { ItemTraits } from './item-start.ts';
import { gateNode, type PlanGraph } from './plan-graph.ts';
import { reason } from './reason-codes.ts';
import type { Reason } from './types.ts';

/** What holds of items and gates before anything is judged. */
export interface Traits extends ItemTraits {
  readonly gateFaults: ReadonlyMap<number, Reason>;
}

export function traitsOf(context: JudgeContext, graph: PlanGraph): Traits {
  const cycles = cyclesOf(graph);
  return {
    cycles,
    faulty: faultyItems(context, graph, cycles),
    exhausted: exhaustedItems(context, graph),
    gateFaults: faultyGates(context, graph, cycles),
  };
}

function faultyItems(
  context: JudgeContext,
  graph: PlanGraph,
  cycles: ItemTraits['cycles'],
): ReadonlyMap<number, Reason> {
  const faulty = new Map<number, Reason>();
  const { doubtedPlan } = context.project.reading;
  if (doubtedPlan !== undefined) {
    const why = reason('reading-problem', { id: doubtedPlan });
    for (const at of graph.items.keys()) faulty.set(at, why);
  }
  for (const id of duplicates(context.project.items, graph.itemAt)) {
    const at = graph.itemAt.get(id);
    if (at !== undefined) faulty.set(at, reason('duplicate-id', { kind: 'item', id }));
  }
  if (context.distrusted.size > 0) {
    for (const [at, { id }] of graph.items.entries()) {
      if (!context.distrusted.has(id)) continue;
      const circle = context.circular.has(id) ? circleReason(graph, cycles, at) : undefined;
      faulty.set(at, circle ?? reason('reading-problem', { id }));
    }
  }
  return faulty;
}

/** What reading says of a circle is said once, by the engine, which finds the same circle. */
function circleReason(
  graph: PlanGraph,
  cycles: ItemTraits['cycles'],
  at: number,
): Reason | undefined {
  const cycle = cycleComponent(graph, at);
  const members = cycle === undefined ? undefined : cycles.items.get(cycle);
  return members && reason('item-in-cycle', { members: namesOf(members), count: members.length });
}

/** Ids that stand more than once. Free of cost where an index of them is as large as the list. */
export function duplicates<K>(
  entries: readonly { readonly id: K }[],
  index?: { readonly size: number },
): readonly K[] {
  if (index?.size === entries.length) return [];
  const seen = new Set<K>();
  const twice = new Set<K>();
  for (const { id } of entries) {
    if (seen.has(id)) twice.add(id);
    else seen.add(id);
  }
  return [...twice];
}

function faultyGates(
  context: JudgeContext,
  graph: PlanGraph,
  cycles: ItemTraits['cycles'],
): ReadonlyMap<number, Reason> {
  const { project } = context;
  const faults = new Map<number, Reason>();
  const critical = criticalFaults(graph.gates, project.reading.unknownCritical);
  const twice = new Set(duplicates(project.gates ?? [], graph.gateAt));
  for (const [at, gate] of graph.gates.entries()) {
    const fault =
      cycleFault(graph, cycles, at, gate) ??
      (twice.has(gate.id)
        ? reason('duplicate-id', { kind: 'gate', id: gate.id })
        : context.distrusted.has(gate.id)
          ? reason('reading-problem', { id: gate.id })
          : critical(gate));
    if (fault !== undefined) faults.set(at, fault);
  }
  return faults;
}

function cycleFault(
  graph: PlanGraph,
  cycles: ItemTraits['cycles'],
  at: number,
  gate: Gate,
): Reason | undefined {
  const node = gateNode(graph, at);
  if (graph.cyclic[node] !== 1) return undefined;
  const members = cycles.gates.get(graph.component[node] ?? -1) ?? [gate.id];
  const params = { gate: gate.id, members: namesOf(members), count: members.length };
  return reason('gate-cycle', params);
}

function exhaustedItems(context: JudgeContext, graph: PlanGraph): ItemTraits['exhausted'] {
  const exhausted = new Map<number, { readonly contract: string; readonly limit: number }>();
  for (const contract of context.project.contracts ?? []) {
    const at = contract.item === undefined ? undefined : graph.itemAt.get(contract.item);
    const limit = contract.attemptLimit;
    if (at === undefined || limit === undefined || !isExhausted(context, contract)) continue;
    exhausted.set(at, { contract: contract.id, limit });
  }
  return exhausted;
}

/** As many attempts were rejected as are allowed, and none was accepted. */
export function isExhausted(context: JudgeContext, contract: Contract): boolean {
  const attempts = attemptsUntil(context, contract);
  const rejected = new Set(
    attempts.filter(({ verdict }) => verdict === 'rejected').map(({ number }) => number),
  );
  return (
    contract.attemptLimit !== undefined &&
    rejected.size >= contract.attemptLimit &&
    !attempts.some(({ verdict }) => verdict === 'accepted')
  );
}

export function attemptsUntil(context: JudgeContext, contract: Contract) {
  return (contract.attempts ?? []).filter(
    ({ at }) => at === undefined || !(parseTimestamp(at) > context.asOf),
  );
}
