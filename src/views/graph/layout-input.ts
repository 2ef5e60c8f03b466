import type { LayoutInput, LayoutResult } from '../../derive/layout/types.ts';
import { buildCsr, type Csr } from '../../lib/graph/csr.ts';
import type { Box, Direction, DrawingLayout, Point } from './drawing-layout.ts';
import { ancestorsOf, type PlanGraph } from './plan-graph.ts';
import { RouteTable } from './route-table.ts';

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

/** The plan in the numbers that the layout works on, and the way back to ids. */
export interface NumberedPlan {
  readonly input: LayoutInput;
  /** Items without children and ghosts, in the order of the input's nodes. */
  readonly nodes: readonly string[];
  readonly groups: readonly string[];
  /** The key of the edge that each of the input's edges stands for. */
  readonly edges: readonly { readonly key: string; readonly item: string; readonly on: string }[];
}

/**
 * Items that hold others become groups. The layout ties nodes only, so a dependency of a group is
 * laid out between one item inside each and drawn from rim to rim. A dependency between an item and
 * what holds it cannot be drawn: the nesting says it.
 */
export function numberPlan(graph: PlanGraph, direction: Direction): NumberedPlan {
  const groups: readonly string[] = graph.items
    .filter((item) => graph.children.has(item.id))
    .map(({ id }) => id);
  const leaves: readonly string[] = graph.items
    .filter((item) => !graph.children.has(item.id))
    .map(({ id }) => id);
  const nodes = [...leaves, ...graph.ghosts];
  const nodeAt = new Map(nodes.map((id, at) => [id, at]));
  const groupAt = new Map(groups.map((id, at) => [id, at]));
  const ancestors = new Map<string, readonly string[]>();
  const holdersOf = (id: string): readonly string[] => {
    const known = ancestors.get(id);
    if (known !== undefined) return known;
    const found = ancestorsOf(id, graph.byId);
    ancestors.set(id, found);
    return found;
  };
  const holderOf = (id: string): number => {
    const parent = holdersOf(id)[0];
    return parent === undefined ? -1 : (groupAt.get(parent) ?? -1);
  };
  const edges = graph.edges.flatMap(({ key, item, on }) => {
    if (item === on || holdersOf(item).includes(on) || holdersOf(on).includes(item)) return [];
    const from = nodeAt.get(standIn(graph, on, 'last'));
    const to = nodeAt.get(standIn(graph, item, 'first'));
    return from === undefined || to === undefined ? [] : { key, item, on, from, to };
  });
  const { width, height } = nodeSize[direction];
  return {
    nodes,
    groups,
    edges,
    input: {
      nodes: {
        width: new Float64Array(nodes.length).fill(width),
        height: new Float64Array(nodes.length).fill(height),
        group: Int32Array.from(nodes, holderOf),
      },
      edges: {
        from: Int32Array.from(edges, ({ from }) => from),
        to: Int32Array.from(edges, ({ to }) => to),
      },
      groups: { parent: Int32Array.from(groups, holderOf) },
      direction,
      spacing,
    },
  };
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

/** The drawing in ids again. */
export function placePlan(plan: NumberedPlan, result: LayoutResult): DrawingLayout {
  const { input, nodes, groups } = plan;
  const boxes = new Map<string, Box>();
  for (const [at, id] of groups.entries()) {
    boxes.set(id, {
      x: result.groups.x[at] ?? 0,
      y: result.groups.y[at] ?? 0,
      width: result.groups.width[at] ?? 0,
      height: result.groups.height[at] ?? 0,
    });
  }
  for (const [at, id] of nodes.entries()) {
    boxes.set(id, {
      x: result.x[at] ?? 0,
      y: result.y[at] ?? 0,
      width: input.nodes.width[at] ?? 0,
      height: input.nodes.height[at] ?? 0,
    });
  }
  const held = new Set(groups);
  const routes = new RouteTable(result.routes);
  for (const [at, { key, item, on }] of plan.edges.entries()) {
    const rimToRim = held.has(item) || held.has(on);
    if (!rimToRim) routes.add(key, at);
    else
      routes.add(
        key,
        at,
        fromRimToRim(routeOf(result, at), boxes.get(on), boxes.get(item), input.direction),
      );
  }
  return {
    direction: input.direction,
    left: result.left,
    top: result.top,
    width: result.width,
    height: result.height,
    boxes,
    routes,
  };
}

function routeOf({ routes }: LayoutResult, at: number): readonly Point[] {
  const first = routes.offsets[at] ?? 0;
  const end = routes.offsets[at + 1] ?? 0;
  return Array.from({ length: end - first }, (_, step) => ({
    x: routes.points[2 * (first + step)] ?? 0,
    y: routes.points[2 * (first + step) + 1] ?? 0,
  }));
}

/** The part of a way between the items inside that lies between the rims, where it passes both. */
function fromRimToRim(
  way: readonly Point[],
  from: Box | undefined,
  to: Box | undefined,
  direction: Direction,
): readonly Point[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const first = way.findLastIndex((point) => isWithin(point, from));
  const last = way.findIndex((point, at) => at > first && isWithin(point, to));
  return first < 0 || last < 0 ? straight(from, to, direction) : way.slice(first, last + 1);
}

function isWithin({ x, y }: Point, box: Box): boolean {
  return (
    x >= box.x - 0.5 &&
    y >= box.y - 0.5 &&
    x <= box.x + box.width + 0.5 &&
    y <= box.y + box.height + 0.5
  );
}

/** From the middle of one rim to the middle of the other. */
function straight(
  from: Box | undefined,
  to: Box | undefined,
  direction: Direction,
): readonly Point[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (direction === 'right') {
    return [
      { x: from.x + from.width, y: from.y + from.height / 2 },
      { x: to.x, y: to.y + to.height / 2 },
    ];
  }
  return [
    { x: from.x + from.width / 2, y: from.y + from.height },
    { x: to.x + to.width / 2, y: to.y },
  ];
}

/** The first or last item inside a group, at any depth; an item stands for itself. */
function standIn(graph: PlanGraph, id: string, which: 'first' | 'last'): string {
  let at = id;
  for (;;) {
    const inside = graph.children.get(at);
    const next = which === 'first' ? inside?.[0] : inside?.at(-1);
    if (next === undefined) return at;
    at = next;
  }
}

/** Fewer nodes that were there before, of those now or those then, and the plan is another one. */
const SAME_PLAN = 0.9;

/**
 * Where the nodes stood in a former drawing, for the layout to go on from; nothing when it was of
 * another direction or of too different a plan.
 */
export function previousOf(
  { input, nodes }: NumberedPlan,
  former: DrawingLayout | undefined,
): LayoutInput['previous'] {
  if (former === undefined || former.direction !== input.direction) return undefined;
  const x = new Float64Array(nodes.length).fill(Number.NaN);
  const y = new Float64Array(nodes.length).fill(Number.NaN);
  let known = 0;
  for (const [at, id] of nodes.entries()) {
    const box = former.boxes.get(id);
    if (box === undefined) continue;
    x[at] = box.x;
    y[at] = box.y;
    known += 1;
  }
  const most = Math.max(nodes.length, former.boxes.size - (input.groups?.parent.length ?? 0));
  return known > 0 && known >= most * SAME_PLAN ? { x, y } : undefined;
}
