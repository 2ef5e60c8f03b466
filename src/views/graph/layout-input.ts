import type { LayoutInput, LayoutResult } from '../../derive/layout/types.ts';
import type { LayoutNumbers } from '../../queries/layout.ts';
import type { Box, Direction, DrawingLayout, Point } from './drawing-layout.ts';
import { layoutNumbers } from './layout-numbers.ts';
import type { PlanGraph } from './plan-graph.ts';
import { RouteTable } from './route-table.ts';

/** The plan in the numbers that the layout works on, and the way back to ids. */
export interface NumberedPlan {
  readonly input: LayoutInput;
  readonly graph: PlanGraph;
  /** Items without children and ghosts, in the order of the input's nodes. */
  readonly nodes: readonly string[];
  readonly groups: readonly string[];
  /** Which of the graph's edges each of the input's edges stands for. */
  readonly edges: Int32Array;
}

/** {@link layoutNumbers} of a plan as it is shown. */
export function numberPlan(graph: PlanGraph, direction: Direction): NumberedPlan {
  return inIds(graph, layoutNumbers(graph.columns, direction));
}

/** Numbers that were made of the graph's columns, with the ids that they stand for. */
export function inIds(
  graph: PlanGraph,
  { input, nodes, groups, edges }: LayoutNumbers,
): NumberedPlan {
  const { ids } = graph.columns;
  const named = (numbers: Int32Array) => Array.from(numbers, (at) => ids[at] ?? '');
  return { input, graph, nodes: named(nodes), groups: named(groups), edges };
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
  for (const [at, number] of plan.edges.entries()) {
    const edge = plan.graph.edges[number];
    if (edge === undefined) continue;
    const { key, item, on } = edge;
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
