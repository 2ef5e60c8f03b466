import { numbersTo, rowsOf, sortedBy } from './typed.ts';
import type { LayoutInput } from './types.ts';

/**
 * Who holds whom. The levels are the groups by their numbers and, last, the whole drawing; the
 * entities of a level are nodes and groups, a group `g` by the number `nodeCount + g`.
 */
export interface Tree {
  readonly nodeCount: number;
  readonly groupCount: number;
  /** By entity: the level that holds it. */
  readonly holder: Int32Array;
  /** By entity: how many levels lie around it, the whole drawing included. */
  readonly depth: Int32Array;
  /** The entities of level `l` are `entities[start[l] .. start[l + 1])`. */
  readonly start: Int32Array;
  readonly entities: Int32Array;
  /** By entity: its number in the level that holds it. */
  readonly local: Int32Array;
  /** Levels so that each comes before the one that holds it. */
  readonly inner: Int32Array;
}

/** @throws RangeError when a group leads out of the drawing, or groups hold each other. */
export function buildTree(input: LayoutInput): Tree {
  const nodeCount = input.nodes.width.length;
  const groupCount = input.groups?.parent.length ?? 0;
  const holder = holders(input, nodeCount, groupCount);
  const depth = depths(holder, nodeCount, groupCount);
  const { start, list } = rowsOf(holder, groupCount + 1);
  const local = new Int32Array(holder.length);
  for (let level = 0; level <= groupCount; level += 1) {
    const first = start[level] ?? 0;
    const end = start[level + 1] ?? 0;
    for (let at = first; at < end; at += 1) local[list[at] ?? 0] = at - first;
  }
  const inner = new Int32Array(groupCount + 1);
  const height = depth.subarray(nodeCount).map((own) => groupCount + 1 - own);
  inner.set(sortedBy(numbersTo(groupCount), height, groupCount + 1));
  inner[groupCount] = groupCount;
  return { nodeCount, groupCount, holder, depth, start, entities: list, local, inner };
}

function holders(input: LayoutInput, nodeCount: number, groupCount: number): Int32Array {
  const holder = new Int32Array(nodeCount + groupCount).fill(groupCount);
  for (let at = 0; at < holder.length; at += 1) {
    const own =
      at < nodeCount
        ? (input.nodes.group?.[at] ?? -1)
        : (input.groups?.parent[at - nodeCount] ?? -1);
    if (own >= groupCount) throw new RangeError(`There is no group ${own}`);
    if (own >= 0) holder[at] = own;
  }
  return holder;
}

function depths(holder: Int32Array, nodeCount: number, groupCount: number): Int32Array {
  const depth = new Int32Array(holder.length);
  const chain: number[] = [];
  for (let at = nodeCount; at < holder.length; at += 1) {
    let entity = at;
    while (depth[entity] === 0 && holder[entity] !== groupCount) {
      if (chain.length > groupCount) throw new RangeError('Groups hold each other in a ring');
      chain.push(entity);
      entity = nodeCount + (holder[entity] ?? 0);
    }
    if (depth[entity] === 0) depth[entity] = 1;
    for (let own = chain.pop(); own !== undefined; own = chain.pop()) {
      depth[own] = (depth[nodeCount + (holder[own] ?? 0)] ?? 0) + 1;
    }
  }
  for (let at = 0; at < nodeCount; at += 1) {
    const own = holder[at] ?? groupCount;
    depth[at] = own === groupCount ? 1 : (depth[nodeCount + own] ?? 0) + 1;
  }
  return depth;
}
