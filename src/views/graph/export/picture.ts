import type { PlanSnapshot } from '../../../derive/types.ts';
import type { DrawingLayout } from '../drawing-layout.ts';
import type { DrawnEdge } from '../drawn-edges.ts';
import type { NodeFace } from '../node-face.ts';
import type { NodeMark } from '../node-mark.ts';
import type { PlanGraph } from '../plan-graph.ts';

/** A drawing as it leaves the page: everything that is drawn, wherever the reader has moved. */
export interface Picture {
  readonly graph: PlanGraph;
  readonly layout: DrawingLayout;
  readonly faces: ReadonlyMap<string, NodeFace>;
  readonly edges: readonly DrawnEdge[];
  readonly isFaded: (id: string) => boolean;
  /** What a scenario or a comparison says of nodes. */
  readonly marks: ReadonlyMap<string, NodeMark> | undefined;
  readonly snapshot: PlanSnapshot;
}

/** Ids that are drawn as nodes: items, closed groups and ghosts, in the order of the layout. */
export function nodeIds({ graph, layout }: Pick<Picture, 'graph' | 'layout'>): readonly string[] {
  return [...layout.boxes.keys()].filter((id) => !graph.children.has(id));
}
