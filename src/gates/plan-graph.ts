import { buildCsr, type Csr, reverseCsr } from '../lib/graph/csr.ts';
import { stronglyConnectedComponents } from '../lib/graph/scc.ts';
import type { Condition } from '../model/condition.ts';
import type { Gate, Invariant, StopCondition } from '../model/gate.ts';
import type { GateId, ItemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import type { Project } from '../model/project-index.ts';
import { advanceGates } from './advance.ts';
import { byCodeUnit } from './context.ts';
import type { ReadSink } from './handler.ts';
import { readsOf } from './reads.ts';
import { eachOf, type Rows } from './rows.ts';

/**
 * Who needs whom, as numbers. Each item has two nodes, because a child may start when its parent
 * may, and a parent is complete when its children are: a start node and a completion node. Gates,
 * stop conditions and the plan's own invariants follow.
 */
export interface PlanGraph {
  /** Items, gates and stops stand in the order of their ids. */
  readonly items: PlanItem[];
  readonly gates: readonly Gate[];
  readonly stops: readonly StopCondition[];
  /** Invariants that are conditions. */
  readonly invariants: readonly Invariant[];
  readonly itemAt: ReadonlyMap<ItemId, number>;
  readonly gateAt: ReadonlyMap<GateId, number>;
  readonly nodeCount: number;
  /** Nodes so that what is needed comes first. */
  readonly order: Int32Array;
  /** Where each node stands in `order`. */
  readonly position: Int32Array;
  /** From a node to those that need it. */
  readonly users: Csr;
  /** 1 for nodes that wait for themselves. */
  readonly cyclic: Uint8Array;
  /** Equal for nodes that wait for each other. */
  readonly component: Int32Array;
  /**
   * Equal for nodes that would wait for each other if an expectation waited for the item that it
   * speaks of. Inside one of these the declared state of that item decides.
   */
  readonly softComponent: Int32Array;
  /** `-1` without a parent, `-2` when the parent is unknown. */
  readonly parent: Int32Array;
  /** 1: the parent, or something that the item waits for, is unknown. */
  readonly dangling: Uint8Array;
  /** Items that an item waits for; `-1` for one that is unknown. */
  readonly dependencies: Rows;
  readonly children: Rows;
  readonly startGates: Rows;
  readonly completeGates: Rows;
  /** Gates that guard the way out of what an item depends on. */
  readonly advanceGates: Rows;
  readonly stopsOf: Rows;
}

export const startNode = (item: number): number => item;
export const doneNode = (graph: Pick<PlanGraph, 'items'>, item: number): number =>
  graph.items.length + item;
export const gateNode = (graph: Pick<PlanGraph, 'items'>, gate: number): number =>
  2 * graph.items.length + gate;
export const stopNode = (graph: Pick<PlanGraph, 'items' | 'gates'>, stop: number): number =>
  2 * graph.items.length + graph.gates.length + stop;
export const invariantNode = (
  graph: Pick<PlanGraph, 'items' | 'gates' | 'stops'>,
  invariant: number,
): number => 2 * graph.items.length + graph.gates.length + graph.stops.length + invariant;

/** Builds the graph. Linear in the size of the plan. */
export function buildPlanGraph(project: Project): PlanGraph {
  const { index } = project;
  const items = inOrder(index.items.values());
  const gates = inOrder(index.gates.values());
  const stops = inOrder(project.stopConditions ?? []);
  const invariants = (project.invariants ?? []).filter((entry) => entry.condition !== undefined);
  const itemAt = numbered(items.map(({ id }) => id));
  const gateAt = numbered(gates.map(({ id }) => id));
  const stopAt = new Map(stops.map((stop, at) => [stop, at]));
  const gatesOf = (map: ReadonlyMap<ItemId, readonly Gate[]>) =>
    rows(
      items,
      (item) => map.get(item.id) ?? NONE,
      (gate) => gateAt.get(gate.id) ?? -1,
    );

  const parent = Int32Array.from(items, ({ parent: id }) =>
    id === undefined ? -1 : (itemAt.get(id) ?? -2),
  );
  const dependencies = rows(
    items,
    (item) => index.dependenciesOf.get(item.id) ?? NONE,
    (dependency) => (dependency.optional === true ? undefined : (itemAt.get(dependency.on) ?? -1)),
  );
  const children = rows(
    items,
    (item) => index.children.get(item.id) ?? NONE,
    (child) => itemAt.get(child.id),
  );
  const advance = advanceGates(items.length, parent, dependencies, gatesOf(index.advanceGates));
  const parts = {
    items,
    gates,
    stops,
    invariants,
    itemAt,
    gateAt,
    parent,
    dangling: danglingItems(parent, dependencies),
    dependencies,
    children,
    startGates: gatesOf(index.startGates),
    completeGates: gatesOf(index.completeGates),
    advanceGates: advance,
    stopsOf: rows(
      items,
      (item) => index.stops.get(item.id) ?? NONE,
      (stop) => stopAt.get(stop),
    ),
  };
  return { ...parts, ...ordered(project, parts) };
}

/** By id, so that positions compare as ids do and the order of the input never shows. */
function inOrder<T extends { readonly id: string }>(entries: Iterable<T>): T[] {
  return [...entries].sort((a, b) => byCodeUnit(a.id, b.id));
}

function danglingItems(parent: Int32Array, dependencies: Rows): Uint8Array {
  return Uint8Array.from(parent, (above, at) => {
    let found = above === -2 ? 1 : 0;
    eachOf(dependencies, at, (other) => {
      if (other < 0) found = 1;
    });
    return found;
  });
}

const NONE: readonly never[] = [];

type Parts = Omit<
  PlanGraph,
  'nodeCount' | 'order' | 'position' | 'users' | 'cyclic' | 'component' | 'softComponent'
>;

function ordered(project: Project, parts: Parts) {
  const nodeCount = invariantNode(parts, parts.invariants.length);
  const edges = new Edges();
  addItemEdges(parts, edges);
  const firstSoft = addConditionEdges(project, parts, edges);
  const full = buildCsr(nodeCount, edges.from, edges.to);
  const soft = stronglyConnectedComponents(nodeCount, full.offsets, full.targets);
  const softComponent = soft.component;
  const hard = withoutSoftCycles(edges, firstSoft, softComponent);
  const needs = hard === edges ? full : buildCsr(nodeCount, hard.from, hard.to);
  const { component, count } =
    hard === edges ? soft : stronglyConnectedComponents(nodeCount, needs.offsets, needs.targets);
  const order = byComponent(component, count);
  const position = new Int32Array(nodeCount);
  for (let at = 0; at < nodeCount; at += 1) position[order[at] ?? 0] = at;
  return {
    nodeCount,
    order,
    position,
    users: reverseCsr(needs),
    cyclic: cyclicNodes(needs, component, count),
    component,
    softComponent,
  };
}

class Edges {
  readonly from: number[] = [];
  readonly to: number[] = [];

  add(from: number, to: number): void {
    this.from.push(from);
    this.to.push(to);
  }
}

function addItemEdges(parts: Parts, edges: Edges): void {
  for (let at = 0; at < parts.items.length; at += 1) {
    const start = startNode(at);
    const done = doneNode(parts, at);
    edges.add(done, start);
    const above = parts.parent[at] ?? -1;
    if (above >= 0) edges.add(start, startNode(above));
    eachOf(parts.dependencies, at, (other) => {
      if (other >= 0) edges.add(start, doneNode(parts, other));
    });
    eachOf(parts.startGates, at, (gate) => edges.add(start, gateNode(parts, gate)));
    eachOf(parts.advanceGates, at, (gate) => edges.add(start, gateNode(parts, gate)));
    eachOf(parts.stopsOf, at, (stop) => edges.add(start, stopNode(parts, stop)));
    eachOf(parts.completeGates, at, (gate) => edges.add(done, gateNode(parts, gate)));
    eachOf(parts.children, at, (child) => edges.add(done, doneNode(parts, child)));
  }
}

/** Edges to gates first, edges to the items that expectations speak of after them. */
function addConditionEdges(project: Project, parts: Parts, edges: Edges): number {
  const softFrom: number[] = [];
  const softTo: number[] = [];
  let node = 0;
  const sink: ReadSink = {
    gate: (id) => {
      const at = parts.gateAt.get(id);
      if (at !== undefined) edges.add(node, gateNode(parts, at));
    },
    item: (id) => {
      const at = parts.itemAt.get(id);
      if (at === undefined) return;
      softFrom.push(node);
      softTo.push(doneNode(parts, at));
    },
    declared: ignore,
    evidence: ignore,
    evidenceBy: ignore,
    rule: ignore,
  };
  const read = (at: number, condition: Condition | undefined) => {
    node = at;
    if (condition !== undefined) readsOf(condition, project, sink);
  };
  for (const [at, gate] of parts.gates.entries()) {
    for (const condition of gate.conditions) read(gateNode(parts, at), condition);
  }
  for (const [at, stop] of parts.stops.entries()) read(stopNode(parts, at), stop.safeWhile);
  for (const [at, entry] of parts.invariants.entries()) {
    read(invariantNode(parts, at), entry.condition);
  }
  for (const [at, item] of parts.items.entries()) {
    read(startNode(at), item.deferred?.reactivatedWhen);
  }
  const first = edges.from.length;
  for (let at = 0; at < softFrom.length; at += 1) edges.add(softFrom[at] ?? 0, softTo[at] ?? 0);
  return first;
}

const ignore = (): void => undefined;

function withoutSoftCycles(edges: Edges, firstSoft: number, component: Int32Array): Edges {
  const isCut = (at: number) =>
    at >= firstSoft && component[edges.from[at] ?? 0] === component[edges.to[at] ?? 0];
  let some = false;
  for (let at = firstSoft; at < edges.from.length && !some; at += 1) some = isCut(at);
  if (!some) return edges;
  const kept = new Edges();
  for (let at = 0; at < edges.from.length; at += 1) {
    if (!isCut(at)) kept.add(edges.from[at] ?? 0, edges.to[at] ?? 0);
  }
  return kept;
}

/** Components are numbered so that what is needed has the smaller number. */
function byComponent(component: Int32Array, count: number): Int32Array {
  const offsets = new Int32Array(count + 1);
  for (const own of component) offsets[own + 1] = (offsets[own + 1] ?? 0) + 1;
  for (let at = 0; at < count; at += 1)
    offsets[at + 1] = (offsets[at + 1] ?? 0) + (offsets[at] ?? 0);
  const order = new Int32Array(component.length);
  for (let node = 0; node < component.length; node += 1) {
    const own = component[node] ?? 0;
    const place = offsets[own] ?? 0;
    order[place] = node;
    offsets[own] = place + 1;
  }
  return order;
}

function cyclicNodes(needs: Csr, component: Int32Array, count: number): Uint8Array {
  const size = new Int32Array(count);
  for (const own of component) size[own] = (size[own] ?? 0) + 1;
  const cyclic = new Uint8Array(component.length);
  for (let node = 0; node < component.length; node += 1) {
    if ((size[component[node] ?? 0] ?? 0) > 1) cyclic[node] = 1;
    const end = needs.offsets[node + 1] ?? 0;
    for (let slot = needs.offsets[node] ?? 0; slot < end; slot += 1) {
      if (needs.targets[slot] === node) cyclic[node] = 1;
    }
  }
  return cyclic;
}

function numbered<K>(ids: readonly K[]): ReadonlyMap<K, number> {
  return new Map(ids.map((id, at) => [id, at]));
}

/** Each row in rising order, and nothing twice in it. */
function rows<T>(
  items: readonly PlanItem[],
  entries: (item: PlanItem) => readonly T[],
  number: (entry: T) => number | undefined,
): Rows {
  const offsets = new Int32Array(items.length + 1);
  const targets: number[] = [];
  for (const [at, item] of items.entries()) {
    const row: number[] = [];
    for (const entry of entries(item)) {
      const target = number(entry);
      if (target !== undefined) row.push(target);
    }
    const isPlain = row.length < 2;
    for (const target of isPlain ? row : [...new Set(row)].sort((a, b) => a - b)) {
      targets.push(target);
    }
    offsets[at + 1] = targets.length;
  }
  return { offsets, targets: Int32Array.from(targets) };
}
