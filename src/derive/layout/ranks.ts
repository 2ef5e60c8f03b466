import { type Csr, reverseCsr } from '../../lib/graph/csr.ts';
import { topologicalOrder } from '../../lib/graph/order.ts';
import { stronglyConnectedComponents } from '../../lib/graph/scc.ts';

/**
 * Marks edges with 1 so that turning them round leaves no cycle. Only edges inside a strongly
 * connected component can be marked: those that lead back to a node of the way on which a
 * depth-first search, in the order of the numbers, has reached them.
 */
export function edgesAgainst(graph: Csr): Uint8Array {
  const { nodeCount, offsets, targets, edges } = graph;
  const reversed = new Uint8Array(edges.length);
  const { component } = stronglyConnectedComponents(nodeCount, offsets, targets);
  const state = new Uint8Array(nodeCount);
  const cursor = offsets.slice(0, nodeCount);
  const path: number[] = [];
  for (let root = 0; root < nodeCount; root += 1) {
    if (state[root] !== 0) continue;
    state[root] = 1;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1] ?? 0;
      const slot = cursor[node] ?? 0;
      if (slot === (offsets[node + 1] ?? 0)) {
        state[node] = 2;
        path.pop();
        continue;
      }
      cursor[node] = slot + 1;
      const target = targets[slot] ?? 0;
      if (component[target] !== component[node]) continue;
      if (state[target] === 1) reversed[edges[slot] ?? 0] = 1;
      else if (state[target] === 0) {
        state[target] = 1;
        path.push(target);
      }
    }
  }
  return reversed;
}

export interface WeightedEdges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/**
 * A layer for each node so that every edge leads to a later one and edges are short: the longest
 * way first, then every node that more edges leave than enter goes as far on as they let it. Layers
 * are numbered from 0 without gaps.
 *
 * @param out the graph of these edges
 * @param order its nodes so that every edge leads forward, where that is known
 * @throws RangeError when the edges have a cycle.
 */
export function assignRanks(
  out: Csr,
  { from, to, weight }: WeightedEdges,
  order = topologicalOrder(out),
): Int32Array {
  if (order === undefined) throw new RangeError('Ranks need a graph without cycles');
  const { nodeCount } = out;
  const into = reverseCsr(out);
  const rank = new Int32Array(nodeCount);
  for (const node of order) rank[node] = lowest(into, rank, node);
  const pull = new Float64Array(nodeCount);
  for (let edge = 0; edge < from.length; edge += 1) {
    const a = from[edge] ?? 0;
    const b = to[edge] ?? 0;
    pull[a] = (pull[a] ?? 0) + (weight[edge] ?? 1);
    pull[b] = (pull[b] ?? 0) - (weight[edge] ?? 1);
  }
  // What follows a node is done before it, and room only grows this way: once is enough.
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] ?? 0;
    if ((pull[node] ?? 0) > 0) rank[node] = highest(out, rank, node);
  }
  return withoutGaps(rank);
}

function lowest(into: Csr, rank: Int32Array, node: number): number {
  let low = 0;
  const end = into.offsets[node + 1] ?? 0;
  for (let slot = into.offsets[node] ?? 0; slot < end; slot += 1) {
    low = Math.max(low, (rank[into.targets[slot] ?? 0] ?? 0) + 1);
  }
  return low;
}

/** Of a node with edges out of it. */
function highest(out: Csr, rank: Int32Array, node: number): number {
  let high = Number.MAX_SAFE_INTEGER;
  const end = out.offsets[node + 1] ?? 0;
  for (let slot = out.offsets[node] ?? 0; slot < end; slot += 1) {
    high = Math.min(high, (rank[out.targets[slot] ?? 0] ?? 0) - 1);
  }
  return high;
}

function withoutGaps(rank: Int32Array): Int32Array {
  let top = 0;
  for (const own of rank) top = Math.max(top, own);
  const used = new Int32Array(top + 1);
  for (const own of rank) used[own] = 1;
  let next = 0;
  for (let at = 0; at <= top; at += 1) {
    const present = used[at] ?? 0;
    used[at] = next;
    next += present;
  }
  return rank.map((own) => used[own] ?? 0);
}
