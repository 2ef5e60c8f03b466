import { buildCsr } from '../../lib/graph/csr.ts';
import { assignRanks, edgesAgainst } from './ranks.ts';
import type { LayoutInput } from './types.ts';

/** A side of a group's border: edges come in where it begins and go out where it ends. */
export type Side = 'into' | 'out';

/** A place on a group's border through which all edges of one node on one side pass. */
export interface Port {
  readonly node: number;
  /** The entity of the group that holds the node, by its number in the group. */
  readonly entity: number;
  /** The nodes at the far ends. */
  readonly others: number[];
}

/** All edges between the same two entities. */
export interface Bundle {
  readonly from: number;
  readonly to: number;
  readonly edges: number[];
}

/** A group, or (the last one) the whole drawing. */
export interface Level {
  /** Nodes and groups that it holds directly; a group `g` stands as `nodeCount + g`. */
  readonly entities: number[];
  readonly bundles: Bundle[];
  readonly rank: Int32Array;
  readonly into: Port[];
  readonly out: Port[];
}

/** How one edge passes through the levels, once it leads in the direction of the layout. */
export interface Way {
  readonly source: number;
  readonly target: number;
  readonly level: number;
  readonly bundle: number;
}

export interface Hierarchy {
  readonly nodeCount: number;
  readonly groupCount: number;
  readonly levels: readonly Level[];
  /** Groups so that each comes before the one that holds it, and the whole drawing last. */
  readonly inner: readonly number[];
  /** By node and group (`nodeCount + g`): the level that holds it. */
  readonly holder: Int32Array;
  /** By node and group: its number in the level that holds it. */
  readonly local: Int32Array;
  /** By edge; absent for loops. */
  readonly ways: readonly (Way | undefined)[];
  readonly reversed: Uint8Array;
  /** By level and side: the number of the port of a node. */
  readonly portOf: (level: number, side: Side, node: number) => number | undefined;
}

/** @throws RangeError when an edge or group leads out of the drawing, or groups hold each other. */
export function buildHierarchy(input: LayoutInput): Hierarchy {
  const nodeCount = input.nodes.width.length;
  const groupCount = input.groups?.parent.length ?? 0;
  const holder = holders(input, nodeCount, groupCount);
  const depth = depths(holder, nodeCount, groupCount);
  const entities: number[][] = Array.from({ length: groupCount + 1 }, () => []);
  const local = new Int32Array(nodeCount + groupCount);
  for (let at = 0; at < holder.length; at += 1) {
    const list = entities[holder[at] ?? 0];
    local[at] = list?.length ?? 0;
    list?.push(at);
  }
  const order = edgeOrder(input);
  const lifted = liftEdges(input, { nodeCount, holder, depth, local, order });
  const reversed = new Uint8Array(input.edges.from.length);
  const levels = entities.map((own, level): Level => {
    const bundles = lifted.bundles[level] ?? [];
    return {
      entities: own,
      bundles,
      rank: rankLevel(own.length, bundles, reversed),
      into: [],
      out: [],
    };
  });
  const ways = waysOf(input, lifted, reversed);
  const portOf = addPorts(levels, ways, { nodeCount, holder, local, order });
  const inner = Array.from({ length: groupCount }, (_, at) => at).sort(
    (a, b) => (depth[nodeCount + b] ?? 0) - (depth[nodeCount + a] ?? 0) || a - b,
  );
  inner.push(groupCount);
  return { nodeCount, groupCount, levels, inner, holder, local, ways, reversed, portOf };
}

/** Edges by their ends, so that the order in which they are given decides nothing. */
function edgeOrder(input: LayoutInput): Int32Array {
  const { from, to } = input.edges;
  return Int32Array.from(from, (_, edge) => edge).sort(
    (a, b) => (from[a] ?? 0) - (from[b] ?? 0) || (to[a] ?? 0) - (to[b] ?? 0) || a - b,
  );
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
  const depth = new Int32Array(holder.length + 1);
  for (let at = nodeCount; at < holder.length; at += 1) {
    let steps = 1;
    let above = holder[at] ?? groupCount;
    while (above !== groupCount) {
      if (steps > groupCount) throw new RangeError('Groups hold each other in a ring');
      above = holder[nodeCount + above] ?? groupCount;
      steps += 1;
    }
    depth[at] = steps;
  }
  for (let at = 0; at < nodeCount; at += 1) {
    const own = holder[at] ?? groupCount;
    depth[at] = own === groupCount ? 1 : (depth[nodeCount + own] ?? 0) + 1;
  }
  return depth;
}

interface Tree {
  readonly nodeCount: number;
  readonly holder: Int32Array;
  readonly depth: Int32Array;
  readonly local: Int32Array;
  readonly order: Int32Array;
}

interface Lifted {
  readonly bundles: readonly Bundle[][];
  /** By edge: level and bundle, −1 for loops. */
  readonly level: Int32Array;
  readonly bundle: Int32Array;
}

/** Every edge belongs to the innermost level that holds both its ends, between two entities. */
function liftEdges(input: LayoutInput, tree: Tree): Lifted {
  const { nodeCount, holder, depth, local } = tree;
  const groupCount = holder.length - nodeCount;
  const { from, to } = input.edges;
  const bundles: Bundle[][] = Array.from({ length: groupCount + 1 }, () => []);
  const known: Map<number, number>[] = bundles.map(() => new Map());
  const levelOf = new Int32Array(from.length).fill(-1);
  const bundleOf = new Int32Array(from.length).fill(-1);
  for (const edge of tree.order) {
    let a = from[edge] ?? -1;
    let b = to[edge] ?? -1;
    if (!(a >= 0 && a < nodeCount && b >= 0 && b < nodeCount)) {
      throw new RangeError(`Edge ${edge} (${a} to ${b}) leaves the ${nodeCount} nodes`);
    }
    if (a === b) continue;
    while (holder[a] !== holder[b]) {
      if ((depth[a] ?? 0) >= (depth[b] ?? 0)) a = nodeCount + (holder[a] ?? 0);
      else b = nodeCount + (holder[b] ?? 0);
    }
    const level = holder[a] ?? groupCount;
    const first = local[a] ?? 0;
    const second = local[b] ?? 0;
    const key = first * holder.length + second;
    const list = bundles[level] ?? [];
    let bundle = known[level]?.get(key);
    if (bundle === undefined) {
      bundle = list.length;
      known[level]?.set(key, bundle);
      list.push({ from: first, to: second, edges: [] });
    }
    list[bundle]?.edges.push(edge);
    levelOf[edge] = level;
    bundleOf[edge] = bundle;
  }
  return { bundles, level: levelOf, bundle: bundleOf };
}

/** Turns bundles round in place so that none closes a cycle, and gives the entities their ranks. */
function rankLevel(count: number, bundles: Bundle[], reversed: Uint8Array): Int32Array {
  const from = Int32Array.from(bundles, (bundle) => bundle.from);
  const to = Int32Array.from(bundles, (bundle) => bundle.to);
  const against = edgesAgainst(buildCsr(count, from, to));
  for (const [at, bundle] of bundles.entries()) {
    if (against[at] !== 1) continue;
    for (const edge of bundle.edges) reversed[edge] = 1;
    bundles[at] = { from: bundle.to, to: bundle.from, edges: bundle.edges };
    from[at] = bundle.to;
    to[at] = bundle.from;
  }
  const weight = Float64Array.from(bundles, (bundle) => bundle.edges.length);
  return assignRanks(count, from, to, weight);
}

function waysOf(
  input: LayoutInput,
  lifted: Lifted,
  reversed: Uint8Array,
): readonly (Way | undefined)[] {
  return Array.from(input.edges.from, (from, edge) => {
    const to = input.edges.to[edge] ?? 0;
    const level = lifted.level[edge] ?? -1;
    if (level < 0) return undefined;
    const [source, target] = reversed[edge] === 1 ? [to, from] : [from, to];
    return { source, target, level, bundle: lifted.bundle[edge] ?? 0 };
  });
}

function addPorts(
  levels: readonly Level[],
  ways: readonly (Way | undefined)[],
  tree: Omit<Tree, 'depth'>,
): Hierarchy['portOf'] {
  const { nodeCount, holder, local, order } = tree;
  const numbers: Record<Side, Map<number, number>[]> = {
    into: levels.map(() => new Map()),
    out: levels.map(() => new Map()),
  };
  const add = (node: number, other: number, top: number, side: Side) => {
    let entity = node;
    let level = holder[node] ?? 0;
    while (level !== top) {
      const own = levels[level]?.[side] ?? [];
      const known = numbers[side][level]?.get(node);
      if (known === undefined) {
        numbers[side][level]?.set(node, own.length);
        own.push({ node, entity: local[entity] ?? 0, others: [other] });
      } else {
        own[known]?.others.push(other);
      }
      entity = nodeCount + level;
      level = holder[entity] ?? top;
    }
  };
  for (const edge of order) {
    const way = ways[edge];
    if (way === undefined) continue;
    add(way.source, way.target, way.level, 'out');
    add(way.target, way.source, way.level, 'into');
  }
  return (level, side, node) => numbers[side][level]?.get(node);
}
