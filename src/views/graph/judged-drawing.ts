import type { ItemRow } from '../../derive/types.ts';
import type { DrawnRows } from '../../queries/session-types.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { type DrawnEdge, drawnEdges, edgeRows } from './drawn-edges.ts';
import { keptFor } from './kept-for.ts';
import { type NodeFace, nodeFaces } from './node-face.ts';
import type { PlanGraph } from './plan-graph.ts';

/** Everything about a drawing that changes with the verdicts, while nothing is filtered, lit or marked. */
export interface JudgedDrawing {
  readonly faces: ReadonlyMap<string, NodeFace>;
  readonly edges: readonly DrawnEdge[];
}

/** What is drawn, whatever its verdicts are. */
export interface DrawnPlan {
  readonly graph: PlanGraph;
  readonly shown: PlanGraph;
  readonly layout: DrawingLayout;
  readonly allEdges: boolean;
}

/** {@link nodeFaces} of a snapshot's items; the same as long as these live. */
export const facesOf = keptFor(
  (items: readonly ItemRow[], graph: PlanGraph, closed: ReadonlySet<string> | undefined) =>
    nodeFaces(graph, { items }, closed),
);

/** {@link edgeRows} of a snapshot's edges; the same as long as these live. */
export const edgeRowsOf = keptFor((edges: DrawnRows['edges'], graph: PlanGraph) =>
  edgeRows({ edges }, graph.edges),
);

/** {@link drawnEdges} where nothing is filtered, lit, supposed or compared. */
export const plainEdges = keptFor(
  (rows: ReturnType<typeof edgeRows>, graph: PlanGraph, layout: DrawingLayout, all: boolean) =>
    drawnEdges(graph, layout, rows, { all, focus: undefined }),
);

/**
 * The steps in which a drawing is made ready for new verdicts, each short enough for one frame. What
 * they make is kept, so that whoever draws these verdicts afterwards finds it.
 */
export function judgedSteps(plan: DrawnPlan, rows: DrawnRows): readonly (() => void)[] {
  return [
    () => facesOf(rows.items, plan.graph, plan.shown.closed),
    () => edgeRowsOf(rows.edges, plan.graph),
    () => judgedDrawing(plan, rows),
  ];
}

/** The drawing of new verdicts. */
export function judgedDrawing(
  { graph, shown, layout, allEdges }: DrawnPlan,
  { items, edges }: DrawnRows,
): JudgedDrawing {
  return {
    faces: facesOf(items, graph, shown.closed),
    edges: plainEdges(edgeRowsOf(edges, graph), shown, layout, allEdges),
  };
}
