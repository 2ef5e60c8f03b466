import { type Csr, reverseCsr } from './csr.ts';
import { stronglyConnectedComponents } from './scc.ts';

/**
 * The nodes so that every edge leads forward, or `undefined` when there is a cycle. Among nodes
 * that could come next the smallest number comes first of those found so far (a queue), so the
 * order depends only on the graph.
 *
 * Source: A. B. Kahn, "Topological sorting of large networks", CACM 5(11), 1962.
 */
export function topologicalOrder(graph: Csr): Int32Array | undefined {
  const { nodeCount, offsets, targets } = graph;
  const open = new Int32Array(nodeCount);
  for (const target of targets) open[target] = (open[target] ?? 0) + 1;
  const order = new Int32Array(nodeCount);
  let filled = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (open[node] === 0) order[filled++] = node;
  }
  for (let head = 0; head < filled; head += 1) {
    const node = order[head] ?? 0;
    const end = offsets[node + 1] ?? 0;
    for (let slot = offsets[node] ?? 0; slot < end; slot += 1) {
      const target = targets[slot] ?? 0;
      const left = (open[target] ?? 0) - 1;
      open[target] = left;
      if (left === 0) order[filled++] = target;
    }
  }
  return filled === nodeCount ? order : undefined;
}

/** A graph with each cycle drawn together into one node, and so without cycles. */
export interface Condensation {
  /** The component of each node. */
  readonly component: Int32Array;
  readonly count: number;
  /** Edges between components, without loops; parallel edges are kept. */
  readonly graph: Csr;
  /** Components so that every edge leads forward. */
  readonly order: Int32Array;
  /** Members of each component, as compressed rows. */
  readonly memberOffsets: Int32Array;
  readonly members: Int32Array;
}

export function condense(graph: Csr): Condensation {
  const { nodeCount, offsets, targets } = graph;
  const { component, count } = stronglyConnectedComponents(nodeCount, offsets, targets);
  const outOffsets = new Int32Array(count + 1);
  const memberOffsets = new Int32Array(count + 1);
  for (let node = 0; node < nodeCount; node += 1) {
    const own = component[node] ?? 0;
    memberOffsets[own + 1] = (memberOffsets[own + 1] ?? 0) + 1;
    const end = offsets[node + 1] ?? 0;
    for (let slot = offsets[node] ?? 0; slot < end; slot += 1) {
      if (component[targets[slot] ?? 0] !== own)
        outOffsets[own + 1] = (outOffsets[own + 1] ?? 0) + 1;
    }
  }
  for (let at = 0; at < count; at += 1) {
    outOffsets[at + 1] = (outOffsets[at + 1] ?? 0) + (outOffsets[at] ?? 0);
    memberOffsets[at + 1] = (memberOffsets[at + 1] ?? 0) + (memberOffsets[at] ?? 0);
  }
  const memberCursor = memberOffsets.slice(0, count);
  const outCursor = outOffsets.slice(0, count);
  const members = new Int32Array(nodeCount);
  const outTargets = new Int32Array(outOffsets[count] ?? 0);
  const outEdges = new Int32Array(outTargets.length);
  for (let node = 0; node < nodeCount; node += 1) {
    const own = component[node] ?? 0;
    const place = memberCursor[own] ?? 0;
    memberCursor[own] = place + 1;
    members[place] = node;
    const end = offsets[node + 1] ?? 0;
    for (let slot = offsets[node] ?? 0; slot < end; slot += 1) {
      const other = component[targets[slot] ?? 0] ?? 0;
      if (other === own) continue;
      const free = outCursor[own] ?? 0;
      outCursor[own] = free + 1;
      outTargets[free] = other;
      outEdges[free] = graph.edges[slot] ?? slot;
    }
  }
  // Tarjan numbers components against the edges, so counting down is a topological order.
  const order = new Int32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = count - 1 - at;
  return {
    component,
    count,
    graph: { nodeCount: count, offsets: outOffsets, targets: outTargets, edges: outEdges },
    order,
    memberOffsets,
    members,
  };
}

/**
 * The longest way to each node: 0 for a node without incoming edges, else one more than the
 * furthest of its sources. `undefined` when there is a cycle.
 */
export function levels(graph: Csr): Int32Array | undefined {
  const order = topologicalOrder(graph);
  if (order === undefined) return undefined;
  const level = new Int32Array(graph.nodeCount);
  for (const node of order) {
    const next = (level[node] ?? 0) + 1;
    const end = graph.offsets[node + 1] ?? 0;
    for (let slot = graph.offsets[node] ?? 0; slot < end; slot += 1) {
      const target = graph.targets[slot] ?? 0;
      if ((level[target] ?? 0) < next) level[target] = next;
    }
  }
  return level;
}

/** Longest ways through an acyclic graph whose nodes have weights ≥ 0. */
export interface LongestPaths {
  /** The heaviest way that ends before each node, without the node itself. */
  readonly before: Float64Array;
  /** The heaviest way that starts after each node, without the node itself. */
  readonly after: Float64Array;
  /** The heaviest way of all. */
  readonly total: number;
  /** One heaviest way, in order; of equal ones the longest, then the one with smaller numbers. */
  readonly path: readonly number[];
}

export function longestPaths(graph: Csr, weight: ArrayLike<number>): LongestPaths | undefined {
  const order = topologicalOrder(graph);
  if (order === undefined) return undefined;
  const before = new Float64Array(graph.nodeCount);
  const after = new Float64Array(graph.nodeCount);
  const hops = new Int32Array(graph.nodeCount);
  const next = new Int32Array(graph.nodeCount).fill(-1);
  for (const node of order) {
    const reach = (before[node] ?? 0) + (weight[node] ?? 0);
    forTargets(graph, node, (target) => {
      if ((before[target] ?? 0) < reach) before[target] = reach;
    });
  }
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] ?? 0;
    forTargets(graph, node, (target) => {
      const reach = (after[target] ?? 0) + (weight[target] ?? 0);
      const length = (hops[target] ?? 0) + 1;
      const best = after[node] ?? 0;
      const known = next[node] ?? -1;
      const better =
        known === -1 ||
        reach > best ||
        (reach === best &&
          (length > (hops[node] ?? 0) || (length === hops[node] && target < known)));
      if (!better) return;
      after[node] = reach;
      hops[node] = length;
      next[node] = target;
    });
  }
  let start = -1;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (start === -1) start = node;
    const own = (after[node] ?? 0) + (weight[node] ?? 0);
    const best = (after[start] ?? 0) + (weight[start] ?? 0);
    if (own > best || (own === best && (hops[node] ?? 0) > (hops[start] ?? 0))) start = node;
  }
  const path: number[] = [];
  for (let node = start; node !== -1; node = next[node] ?? -1) path.push(node);
  const total = start === -1 ? 0 : (after[start] ?? 0) + (weight[start] ?? 0);
  return { before, after, total, path };
}

function forTargets(graph: Csr, node: number, visit: (target: number) => void): void {
  const end = graph.offsets[node + 1] ?? 0;
  for (let slot = graph.offsets[node] ?? 0; slot < end; slot += 1) visit(graph.targets[slot] ?? 0);
}

/** The nodes that can be reached from `starts`, which are included, as 1 in the result. */
export function reachableFrom(graph: Csr, starts: Iterable<number>): Uint8Array {
  const seen = new Uint8Array(graph.nodeCount);
  const open: number[] = [];
  for (const start of starts) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    open.push(start);
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const end = graph.offsets[node + 1] ?? 0;
    for (let slot = graph.offsets[node] ?? 0; slot < end; slot += 1) {
      const target = graph.targets[slot] ?? 0;
      if (seen[target] === 1) continue;
      seen[target] = 1;
      open.push(target);
    }
  }
  return seen;
}

/** The nodes that lead to `ends`, which are included, as 1 in the result. */
export function leadingTo(graph: Csr, ends: Iterable<number>): Uint8Array {
  return reachableFrom(reverseCsr(graph), ends);
}
