import type { GateId, ItemId } from '../model/ids.ts';
import { byCodeUnit } from './context.ts';
import { doneNode, type PlanGraph, startNode } from './plan-graph.ts';

/** Who is in the cycles of a plan, by component. */
export interface Cycles {
  readonly items: ReadonlyMap<number, readonly ItemId[]>;
  readonly gates: ReadonlyMap<number, readonly GateId[]>;
}

/**
 * Names the members of every cycle. Each waits for the next one, and the last one for the first,
 * where the cycle is a plain ring; the first is the smallest id, so the same ring is always told
 * in the same way.
 */
export function cyclesOf(graph: PlanGraph): Cycles {
  const byComponent = new Map<number, number[]>();
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (graph.cyclic[node] !== 1) continue;
    const component = graph.component[node] ?? -1;
    const list = byComponent.get(component);
    if (list === undefined) byComponent.set(component, [node]);
    else list.push(node);
  }
  const items = new Map<number, readonly ItemId[]>();
  const gates = new Map<number, readonly GateId[]>();
  for (const [component, nodes] of byComponent) {
    const ring = ringOf(graph, nodes);
    items.set(component, unique(ring.flatMap((node) => itemOf(graph, node)?.id ?? [])));
    gates.set(component, unique(ring.flatMap((node) => gateOf(graph, node)?.id ?? [])));
  }
  return { items, gates };
}

/** More names than this tell nobody more; the whole list stands in the cause and the finding. */
const NAMED = 12;

/** The members for a reason: all of a short ring, the first ones of a long one. */
export function namesOf(members: readonly string[]): string {
  const names = members.slice(0, NAMED).join(', ');
  return members.length > NAMED ? `${names}, …` : names;
}

/** Whether an item waits for itself, and by which component. */
export function cycleComponent(graph: PlanGraph, at: number): number | undefined {
  const start = startNode(at);
  if (graph.cyclic[start] === 1) return graph.component[start];
  const done = doneNode(graph, at);
  return graph.cyclic[done] === 1 ? graph.component[done] : undefined;
}

function itemOf(graph: PlanGraph, node: number) {
  const count = graph.items.length;
  return node < 2 * count ? graph.items[node % count] : undefined;
}

function gateOf(graph: PlanGraph, node: number) {
  return graph.gates[node - 2 * graph.items.length];
}

function unique<T>(entries: readonly T[]): readonly T[] {
  return [...new Set(entries)];
}

/** Depth first against the edges, smallest name first; told backwards, each waits for the next. */
function ringOf(graph: PlanGraph, nodes: readonly number[]): readonly number[] {
  const inside = new Set(nodes);
  const sorted = [...nodes].sort((a, b) => byName(graph, a, b));
  const seen = new Set<number>();
  const path: number[] = [];
  const open = sorted.slice(0, 1);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    path.push(node);
    const end = graph.users.offsets[node + 1] ?? 0;
    const next: number[] = [];
    for (let slot = graph.users.offsets[node] ?? 0; slot < end; slot += 1) {
      const user = graph.users.targets[slot] ?? -1;
      if (inside.has(user) && !seen.has(user)) next.push(user);
    }
    next.sort((a, b) => byName(graph, b, a));
    for (const user of next) open.push(user);
  }
  const [first, ...rest] = path;
  return first === undefined ? [] : [first, ...rest.reverse()];
}

function byName(graph: PlanGraph, a: number, b: number): number {
  const name = (node: number) => itemOf(graph, node)?.id ?? gateOf(graph, node)?.id ?? '';
  return byCodeUnit(name(a), name(b)) || a - b;
}
