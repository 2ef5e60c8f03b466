import type { Tree } from './tree.ts';
import { type Rows, rowsOf } from './typed.ts';

/**
 * Places on the borders of groups where edges pass, on one side: all edges of one node share one on
 * each border. A node's ports are numbered from the innermost border outwards, one after another.
 */
export interface SidePorts {
  /** The ports of node `v` are `first[v] … first[v + 1] − 1`. */
  readonly first: Int32Array;
  /** By port: the group whose border it is on, and its number among those of the group. */
  readonly level: Int32Array;
  readonly number: Int32Array;
  /** By port: the entity directly inside the border that it leads to, by its number in the group. */
  readonly entity: Int32Array;
  /** By port: its node. */
  readonly node: Int32Array;
  /** The ports of each group. */
  readonly byLevel: Rows;
}

/**
 * @param ends by edge: the node on this side
 * @param steps by edge: the borders that it passes between there and its level
 */
export function buildPorts(tree: Tree, ends: Int32Array, steps: Int32Array): SidePorts {
  const { nodeCount, groupCount, holder, local } = tree;
  const first = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < ends.length; edge += 1) {
    const node = ends[edge] ?? 0;
    const own = steps[edge] ?? 0;
    if (own > (first[node + 1] ?? 0)) first[node + 1] = own;
  }
  for (let node = 0; node < nodeCount; node += 1) {
    first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  }
  const count = first[nodeCount] ?? 0;
  const level = new Int32Array(count);
  const entity = new Int32Array(count);
  const owner = new Int32Array(count);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = first[node + 1] ?? 0;
    let at = node;
    for (let port = first[node] ?? 0; port < end; port += 1) {
      const group = holder[at] ?? 0;
      level[port] = group;
      entity[port] = local[at] ?? 0;
      owner[port] = node;
      at = nodeCount + group;
    }
  }
  const byLevel = rowsOf(level, groupCount);
  const number = new Int32Array(count);
  for (let group = 0; group < groupCount; group += 1) {
    const start = byLevel.start[group] ?? 0;
    const end = byLevel.start[group + 1] ?? 0;
    for (let at = start; at < end; at += 1) number[byLevel.list[at] ?? 0] = at - start;
  }
  return { first, level, number, entity, node: owner, byLevel };
}

/** The mean place of the far ends of the edges through each port; `NaN` where none is known. */
export function meanFarEnds(
  { first }: SidePorts,
  near: Int32Array,
  far: Int32Array,
  steps: Int32Array,
  centres: Float64Array,
): Float64Array {
  const count = first[first.length - 1] ?? 0;
  const sum = new Float64Array(count);
  const known = new Float64Array(count);
  for (let edge = 0; edge < near.length; edge += 1) {
    const own = steps[edge] ?? 0;
    const centre = centres[far[edge] ?? 0] ?? Number.NaN;
    if (own === 0 || Number.isNaN(centre)) continue;
    const start = first[near[edge] ?? 0] ?? 0;
    for (let port = start; port < start + own; port += 1) {
      sum[port] = (sum[port] ?? 0) + centre;
      known[port] = (known[port] ?? 0) + 1;
    }
  }
  for (let port = 0; port < count; port += 1) sum[port] = (sum[port] ?? 0) / (known[port] ?? 0);
  return sum;
}
