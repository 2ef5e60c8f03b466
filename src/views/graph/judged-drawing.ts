import type { ItemRow } from '../../derive/types.ts';
import type { DrawnRows } from '../../queries/session-types.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { type DrawnEdge, drawingEdges, drawnEdges, edgeRows } from './drawn-edges.ts';
import { stepsOf } from './in-turn.ts';
import { keptFor } from './kept-for.ts';
import { makingFaces, type NodeFace, nodeFaces } from './node-face.ts';
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
 * The steps in which faces and edges are made ready for new verdicts, or for none, each short enough for one
 * frame. What they make is kept, so that whoever draws these verdicts afterwards finds it.
 */
export function* lookSteps(
  plan: DrawnPlan,
  rows: DrawnRows | undefined,
): Generator<() => void, void> {
  const { graph, shown, layout, allEdges } = plan;
  const { closed } = shown;
  if (rows === undefined) yield () => unjudgedFaces(graph, closed);
  else if (!facesOf.has(rows.items, graph, closed)) {
    yield* stepsOf(makingFaces(graph, rows, closed), (faces) => {
      if (!facesOf.has(rows.items, graph, closed)) facesOf.keep(faces, rows.items, graph, closed);
    });
  }
  yield () => lookOf(rows, graph, closed);
  const look = lookOf(rows, graph, closed);
  const edges = [look.rows, shown, layout, allEdges] as const;
  if (!plainEdges.has(...edges)) {
    const all = { all: allEdges, focus: undefined };
    yield* stepsOf(drawingEdges(shown, layout, look.rows, all), (drawn) => {
      // Whoever could not wait has made his own meanwhile, and that is drawn already.
      if (!plainEdges.has(...edges)) plainEdges.keep(drawn, ...edges);
    });
  }
}

/** The drawing of new verdicts, or of none. */
export function judgedDrawing(
  { graph, shown, layout, allEdges }: DrawnPlan,
  rows: DrawnRows | undefined,
): JudgedDrawing {
  const look = lookOf(rows, graph, shown.closed);
  return { faces: look.faces, edges: plainEdges(look.rows, shown, layout, allEdges) };
}
