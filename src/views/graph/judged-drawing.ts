import type { ItemRow } from '../../derive/types.ts';
import type { DrawnRows } from '../../queries/session-types.ts';
import { sceneOf } from './canvas-scene.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { type DrawnEdge, drawnEdges, edgeRows } from './drawn-edges.ts';
import { keptFor } from './kept-for.ts';
import { type NodeFace, nodeFaces } from './node-face.ts';
import { makePaths, type Scene } from './paint.ts';
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
const facesOf = keptFor(
  (items: readonly ItemRow[], graph: PlanGraph, closed: ReadonlySet<string> | undefined) =>
    nodeFaces(graph, { items }, closed),
);

/** {@link edgeRows} of a snapshot's edges; the same as long as these live. */
const edgeRowsOf = keptFor((edges: DrawnRows['edges'], graph: PlanGraph) =>
  edgeRows({ edges }, graph.edges),
);

/** {@link nodeFaces} before anything is judged. */
const unjudgedFaces = keptFor((graph: PlanGraph, closed: ReadonlySet<string> | undefined) =>
  nodeFaces(graph, undefined, closed),
);

const unjudgedRows = keptFor((_: PlanGraph) => edgeRows(undefined));

/** Faces and rows of what was judged so far; the same for the same. */
export function lookOf(
  rows: DrawnRows | undefined,
  graph: PlanGraph,
  closed: ReadonlySet<string> | undefined,
): Pick<JudgedDrawing, 'faces'> & { readonly rows: ReturnType<typeof edgeRows> } {
  return rows === undefined
    ? { faces: unjudgedFaces(graph, closed), rows: unjudgedRows(graph) }
    : { faces: facesOf(rows.items, graph, closed), rows: edgeRowsOf(rows.edges, graph) };
}

/** {@link drawnEdges} where nothing is filtered, lit, supposed or compared. */
export const plainEdges = keptFor(
  (rows: ReturnType<typeof edgeRows>, graph: PlanGraph, layout: DrawingLayout, all: boolean) =>
    drawnEdges(graph, layout, rows, { all, focus: undefined }),
);

/**
 * The steps in which a drawing is made ready for new verdicts, each short enough for one frame. What
 * they make is kept, so that whoever draws these verdicts afterwards finds it.
 */
export function judgedSteps(
  plan: DrawnPlan,
  rows: DrawnRows | undefined,
  selected: string | undefined,
): readonly (() => void)[] {
  const { graph, shown } = plan;
  const batches = () => plainScene(plan, rows, selected).edges;
  return [
    () =>
      rows === undefined
        ? unjudgedFaces(graph, shown.closed)
        : facesOf(rows.items, graph, shown.closed),
    () => (rows === undefined ? unjudgedRows(graph) : edgeRowsOf(rows.edges, graph)),
    () => judgedDrawing(plan, rows),
    batches,
    () => makePaths(batches()),
  ];
}

/** The drawing of new verdicts, or of none. */
export function judgedDrawing(
  { graph, shown, layout, allEdges }: DrawnPlan,
  rows: DrawnRows | undefined,
): JudgedDrawing {
  const look = lookOf(rows, graph, shown.closed);
  return { faces: look.faces, edges: plainEdges(look.rows, shown, layout, allEdges) };
}

/** What the canvas paints of it, while nothing is filtered, lit or marked. */
export function plainScene(
  plan: DrawnPlan,
  rows: DrawnRows | undefined,
  selected: string | undefined,
): Scene {
  const { faces, edges } = judgedDrawing(plan, rows);
  return sceneOf(plan.layout, faces, edges, {
    selected,
    matching: undefined,
    focus: undefined,
    marks: undefined,
  });
}
