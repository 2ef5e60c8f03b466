import type { Tree } from './tree.ts';
import { numbersTo, type Rows, rowsOf, sortedBy } from './typed.ts';
import type { LayoutInput } from './types.ts';

/**
 * Every edge at the innermost level that holds both its ends, where it leads from one entity to
 * another; a bundle is all edges between the same two.
 */
export interface Bundles {
  /** The bundles of level `l` are `start[l] … start[l + 1] − 1`. */
  readonly start: Int32Array;
  /** By bundle: the entities at its ends, by their numbers in the level. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The edges of each bundle. */
  readonly edges: Rows;
  /** By edge: its bundle, −1 for loops. */
  readonly of: Int32Array;
  /** By edge: its level, −1 for loops. */
  readonly level: Int32Array;
  /** By edge: how many borders lie between each end and that level. */
  readonly stepsFrom: Int32Array;
  readonly stepsTo: Int32Array;
}

/** @throws RangeError when an edge leads out of the drawing. */
export function bundleEdges(input: LayoutInput, tree: Tree): Bundles {
  const { nodeCount, groupCount, holder, depth, local } = tree;
  const { from, to } = input.edges;
  const count = from.length;
  const level = new Int32Array(count).fill(-1);
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const stepsFrom = new Int32Array(count);
  const stepsTo = new Int32Array(count);
  for (let edge = 0; edge < count; edge += 1) {
    let a = from[edge] ?? -1;
    let b = to[edge] ?? -1;
    if (!(a >= 0 && a < nodeCount && b >= 0 && b < nodeCount)) {
      throw new RangeError(`Edge ${edge} (${a} to ${b}) leaves the ${nodeCount} nodes`);
    }
    if (a === b) continue;
    while (holder[a] !== holder[b]) {
      if ((depth[a] ?? 0) >= (depth[b] ?? 0)) {
        a = nodeCount + (holder[a] ?? 0);
        stepsFrom[edge] = (stepsFrom[edge] ?? 0) + 1;
      } else {
        b = nodeCount + (holder[b] ?? 0);
        stepsTo[edge] = (stepsTo[edge] ?? 0) + 1;
      }
    }
    level[edge] = holder[a] ?? groupCount;
    first[edge] = local[a] ?? 0;
    second[edge] = local[b] ?? 0;
  }
  const order = bundleOrder(input, { level, first, second }, tree);
  return { ...joined(order, { level, first, second }, groupCount + 1), level, stepsFrom, stepsTo };
}

interface Lifted {
  readonly level: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** By level and ends, so that the order in which edges are given decides nothing. */
function bundleOrder({ edges }: LayoutInput, lifted: Lifted, tree: Tree): Int32Array {
  const { nodeCount, groupCount, start } = tree;
  const all = numbersTo(edges.from.length);
  const byTo = sortedBy(all, edges.to, nodeCount);
  const byFrom = sortedBy(byTo, edges.from, nodeCount);
  if (groupCount === 0) return sortedBy(byFrom, lifted.level, 1);
  const size = nodeCount + groupCount;
  const bySecond = sortedBy(byFrom, lifted.second, size);
  // Entities stand level after level, so that this is by level and then by the first end.
  const slot = lifted.level.map((level, edge) =>
    level < 0 ? -1 : (start[level] ?? 0) + (lifted.first[edge] ?? 0),
  );
  return sortedBy(bySecond, slot, size);
}

function joined(
  order: Int32Array,
  { level, first, second }: Lifted,
  levelCount: number,
): Pick<Bundles, 'start' | 'from' | 'to' | 'edges' | 'of'> {
  const of = new Int32Array(level.length).fill(-1);
  const from = new Int32Array(order.length);
  const to = new Int32Array(order.length);
  const levels = new Int32Array(order.length);
  const edgeStart = new Int32Array(order.length + 1);
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    const edge = order[at] ?? 0;
    const isNew =
      count === 0 ||
      levels[count - 1] !== level[edge] ||
      from[count - 1] !== first[edge] ||
      to[count - 1] !== second[edge];
    if (isNew) {
      levels[count] = level[edge] ?? 0;
      from[count] = first[edge] ?? 0;
      to[count] = second[edge] ?? 0;
      edgeStart[count] = at;
      count += 1;
    }
    of[edge] = count - 1;
  }
  edgeStart[count] = order.length;
  return {
    of,
    start: rowsOf(levels.subarray(0, count), levelCount).start,
    from: from.slice(0, count),
    to: to.slice(0, count),
    edges: { start: edgeStart.subarray(0, count + 1), list: order },
  };
}
