import type { LayoutInput } from '../../derive/layout/types.ts';
import { buildCsr, type Csr } from '../../lib/graph/csr.ts';
import type { LayoutNumbers } from '../../queries/layout.ts';
import type { Direction } from './drawing-layout.ts';
import type { PlanColumns } from './plan-columns.ts';

/**
 * Room for glyph, id and pips in one line, and for a title: in two lines where layers stand side by
 * side and width is dear, in one where they stand under each other and height is.
 */
const nodeSize: Readonly<Record<Direction, { readonly width: number; readonly height: number }>> = {
  right: { width: 168, height: 62 },
  down: { width: 208, height: 48 },
};

/** Closer than the layout's own: room for a head and a bend is enough. */
const spacing = { layer: 44, node: 18 } as const;

/**
 * Items that hold others become groups. The layout ties nodes only, so a dependency of a group is
 * laid out between one item inside each and drawn from rim to rim. A dependency between an item and
 * what holds it cannot be drawn: the nesting says it. Linear in the plan times its depth.
 */
export function layoutNumbers(plan: PlanColumns, direction: Direction): LayoutNumbers {
  const { ids, itemCount, holder } = plan;
  const inside = insideOf(plan);
  const { first, last } = inside;
  const isGroup = (id: number): boolean => (first[id] ?? -1) >= 0;
  const number = new Int32Array(ids.length);
  let groupCount = 0;
  for (let id = 0; id < itemCount; id += 1) if (isGroup(id)) groupCount += 1;
  const groups = new Int32Array(groupCount);
  const nodes = new Int32Array(ids.length - groupCount);
  let group = 0;
  let node = 0;
  for (let id = 0; id < ids.length; id += 1) {
    if (isGroup(id)) {
      groups[group] = id;
      number[id] = group;
      group += 1;
    } else {
      nodes[node] = id;
      number[id] = node;
      node += 1;
    }
  }
  const holderOf = (id: number): number => {
    const up = holder[id] ?? -1;
    return up < 0 ? -1 : (number[up] ?? -1);
  };
  const holds = (outer: number, inner: number): boolean => {
    if (!isGroup(outer)) return false;
    let at = holder[inner] ?? -1;
    while (at >= 0 && at !== outer) at = holder[at] ?? -1;
    return at === outer;
  };
  const edgeCount = plan.item.length;
  const edges = new Int32Array(edgeCount);
  const from = new Int32Array(edgeCount);
  const to = new Int32Array(edgeCount);
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const item = plan.item[edge] ?? -1;
    const on = plan.on[edge] ?? -1;
    if (item < 0 || on < 0 || item === on || holds(on, item) || holds(item, on)) continue;
    edges[count] = edge;
    from[count] = number[leafOf(on, last)] ?? 0;
    to[count] = number[leafOf(item, first)] ?? 0;
    count += 1;
  }
  const { width, height } = nodeSize[direction];
  return {
    nodes,
    groups,
    edges: edges.slice(0, count),
    input: {
      nodes: {
        width: new Float64Array(nodes.length).fill(width),
        height: new Float64Array(nodes.length).fill(height),
        group: nodes.map(holderOf),
      },
      edges: { from: from.slice(0, count), to: to.slice(0, count) },
      groups: { parent: groups.map(holderOf) },
      direction,
      spacing,
    },
  };
}

/** By id: the first and the last of what it holds, in the order of the plan; −1 for none. */
function insideOf({ ids, itemCount, holder }: PlanColumns) {
  const first = new Int32Array(ids.length).fill(-1);
  const last = new Int32Array(ids.length).fill(-1);
  for (let id = 0; id < itemCount; id += 1) {
    const up = holder[id] ?? -1;
    if (up < 0) continue;
    if ((first[up] ?? -1) < 0) first[up] = id;
    last[up] = id;
  }
  return { first, last };
}

/** The first or last item inside, at any depth; an item stands for itself. */
function leafOf(id: number, within: Int32Array): number {
  let at = id;
  for (let next = within[at] ?? -1; next >= 0; next = within[at] ?? -1) at = next;
  return at;
}

/**
 * About how large a drawing in that direction would be: its layers side by side, and the fullest of
 * them. Groups and the room for edges are left out. Linear; nodes on a cycle count to the first layer.
 */
export function roughSize(
  { nodes, edges }: LayoutInput,
  direction: Direction,
): { readonly width: number; readonly height: number } {
  const count = nodes.width.length;
  const layer = longestWays(buildCsr(count, edges.from, edges.to));
  const filled: number[] = [];
  for (const at of layer) filled[at] = (filled[at] ?? 0) + 1;
  const layers = filled.length;
  const fullest = filled.reduce((most, own) => Math.max(most, own ?? 0), 0);
  const { width, height } = nodeSize[direction];
  return direction === 'right'
    ? { width: layers * (width + spacing.layer), height: fullest * (height + spacing.node) }
    : { width: fullest * (width + spacing.node), height: layers * (height + spacing.layer) };
}

/** The number of edges on the longest way to each node. */
function longestWays({ nodeCount, offsets, targets }: Csr): Int32Array {
  const open = new Int32Array(nodeCount);
  for (const target of targets) open[target] = (open[target] ?? 0) + 1;
  const ways = new Int32Array(nodeCount);
  const ready: number[] = [];
  for (let node = 0; node < nodeCount; node += 1) if (open[node] === 0) ready.push(node);
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (let slot = offsets[node] ?? 0; slot < (offsets[node + 1] ?? 0); slot += 1) {
      const target = targets[slot] ?? 0;
      ways[target] = Math.max(ways[target] ?? 0, (ways[node] ?? 0) + 1);
      open[target] = (open[target] ?? 0) - 1;
      if (open[target] === 0) ready.push(target);
    }
  }
  return ways;
}
