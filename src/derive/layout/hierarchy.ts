import { buildCsr } from '../../lib/graph/csr.ts';
import { topologicalOrder } from '../../lib/graph/order.ts';
import { type Bundles, bundleEdges } from './bundles.ts';
import { buildPorts, type SidePorts } from './ports.ts';
import { assignRanks, edgesAgainst } from './ranks.ts';
import { buildTree, type Tree } from './tree.ts';
import type { LayoutInput } from './types.ts';

/** A side of a group's border: edges come in where it begins and go out where it ends. */
export type Side = 'into' | 'out';

/** The graph once every edge leads in the direction of the layout, level by level. */
export interface Hierarchy {
  readonly tree: Tree;
  /** Turned round where that breaks a cycle. */
  readonly bundles: Bundles;
  /** In the order of `tree.entities`: the layer of each entity inside its level. */
  readonly rank: Int32Array;
  /** By edge. */
  readonly reversed: Uint8Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** By edge: how many borders it passes on the way from its source, and to its target. */
  readonly stepsOut: Int32Array;
  readonly stepsInto: Int32Array;
  readonly ports: Readonly<Record<Side, SidePorts>>;
}

/** @throws RangeError when an edge or group leads out of the drawing, or groups hold each other. */
export function buildHierarchy(input: LayoutInput): Hierarchy {
  const tree = buildTree(input);
  const bundles = bundleEdges(input, tree);
  const reversed = new Uint8Array(input.edges.from.length);
  const rank = new Int32Array(tree.entities.length);
  for (let level = 0; level <= tree.groupCount; level += 1) {
    rank.set(rankLevel(tree, bundles, level, reversed), tree.start[level]);
  }
  const { stepsFrom, stepsTo } = bundles;
  const isTurned = reversed.includes(1);
  const turned = (straight: Int32Array, back: Int32Array) => {
    if (!isTurned) return straight;
    return straight.map((own, edge) => (reversed[edge] === 1 ? (back[edge] ?? 0) : own));
  };
  const source = turned(input.edges.from, input.edges.to);
  const target = turned(input.edges.to, input.edges.from);
  const stepsOut = turned(stepsFrom, stepsTo);
  const stepsInto = turned(stepsTo, stepsFrom);
  const ports = {
    out: buildPorts(tree, source, stepsOut),
    into: buildPorts(tree, target, stepsInto),
  };
  return { tree, bundles, rank, reversed, source, target, stepsOut, stepsInto, ports };
}

/** Turns bundles round in place so that none closes a cycle, and gives the entities their ranks. */
function rankLevel(tree: Tree, bundles: Bundles, level: number, reversed: Uint8Array): Int32Array {
  const first = bundles.start[level] ?? 0;
  const end = bundles.start[level + 1] ?? 0;
  const count = (tree.start[level + 1] ?? 0) - (tree.start[level] ?? 0);
  if (first === end) return new Int32Array(count);
  const from = bundles.from.subarray(first, end);
  const to = bundles.to.subarray(first, end);
  const weight = new Float64Array(end - first);
  const { start, list } = bundles.edges;
  for (let at = 0; at < weight.length; at += 1) {
    weight[at] = (start[first + at + 1] ?? 0) - (start[first + at] ?? 0);
  }
  const edges = { from, to, weight };
  const given = buildCsr(count, from, to);
  const order = topologicalOrder(given);
  if (order !== undefined) return assignRanks(given, edges, order);
  const against = edgesAgainst(given);
  for (let at = 0; at < weight.length; at += 1) {
    if (against[at] !== 1) continue;
    const stop = start[first + at + 1] ?? 0;
    for (let edge = start[first + at] ?? 0; edge < stop; edge += 1) reversed[list[edge] ?? 0] = 1;
    const before = from[at] ?? 0;
    from[at] = to[at] ?? 0;
    to[at] = before;
  }
  return assignRanks(buildCsr(count, from, to), edges);
}
