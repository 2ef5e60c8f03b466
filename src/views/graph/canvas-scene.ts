import { type DrawingState, isFaded } from './drawing-context.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import type { DrawnEdge } from './drawn-edges.ts';
import { keptFor } from './kept-for.ts';
import type { NodeFace } from './node-face.ts';
import { batchEdges, type EdgeBatch, type Scene, type SceneNode } from './paint.ts';

/** Batches of a layout that may come again: unjudged, judged, and judged anew. */
const MOST_BATCHES = 12;
const batchesOfLayouts = new WeakMap<DrawingLayout, readonly EdgeBatch[]>();

const batchesOf = keptFor((edges: readonly DrawnEdge[], layout: DrawingLayout) => {
  const before = batchesOfLayouts.get(layout) ?? [];
  const batches = batchEdges(edges, before);
  const kept = [...new Set([...batches, ...before])].slice(0, MOST_BATCHES);
  batchesOfLayouts.set(layout, kept);
  return batches;
});

type Read = Pick<DrawingState, 'selected' | 'matching' | 'focus' | 'marks'>;

/** What the canvas paints; the same for the same arguments, so that it is painted once. */
export function sceneOf(
  layout: DrawingLayout,
  faces: ReadonlyMap<string, NodeFace>,
  edges: readonly DrawnEdge[],
  { selected, matching, focus, marks }: Read,
): Scene {
  return keptScene(faces, layout, batchesOf(edges, layout), selected, matching, focus, marks);
}

const keptScene = keptFor(
  (
    faces: ReadonlyMap<string, NodeFace>,
    layout: DrawingLayout,
    edges: readonly EdgeBatch[],
    selected: Read['selected'],
    matching: Read['matching'],
    focus: Read['focus'],
    marks: Read['marks'],
  ): Scene => {
    const groups: SceneNode[] = [];
    const items: SceneNode[] = [];
    for (const face of faces.values()) {
      const box = layout.boxes.get(face.id);
      if (box === undefined) continue;
      const node = {
        face,
        box,
        isFaded: isFaded({ matching, focus }, face.id),
        isSelected: selected === face.id,
        mark: marks?.get(face.id),
      };
      (face.kind === 'group' ? groups : items).push(node);
    }
    // Outer groups first, so that inner ones lie on them.
    groups.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
    return { groups, items, edges };
  },
);
