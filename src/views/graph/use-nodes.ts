import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { Box, DrawingLayout, Point } from './drawing-layout.ts';
import type { GraphNode } from './graph-node.tsx';
import { isInView } from './paint.ts';
import type { PlanGraph } from './plan-graph.ts';
import { shallowEqual } from './shallow-equal.ts';
import { readableZoom } from './use-viewport.ts';

/** Nodes this near to the pane are mounted before they come into view, in pixels. */
const AHEAD = 160;
/** A node that is mounted costs; beyond this many the canvas has to do. */
const MOST_MOUNTED = 300;
const groupLevel = 0;
const itemLevel = 2;

/**
 * The nodes to mount. All of them in a small plan; in a large one those that are in view and can be
 * read, and always the one that the keyboard stands on.
 */
export function useNodes(
  graph: PlanGraph,
  layout: DrawingLayout,
  always: string | undefined,
  isLarge: boolean,
): GraphNode[] {
  const ids = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (!isLarge) return undefined;
    if (zoom < readableZoom) return [];
    const view = { x, y, zoom, width, height };
    const near: string[] = [];
    for (const [id, box] of layout.boxes) {
      if (near.length < MOST_MOUNTED && isInView(box, view, AHEAD)) near.push(id);
    }
    return near;
  }, sameIds);
  return useMemo(() => {
    const shown = ids === undefined ? new Set(layout.boxes.keys()) : new Set(ids);
    if (always !== undefined) shown.add(always);
    const nodes: GraphNode[] = [];
    for (const id of shown) {
      const box = layout.boxes.get(id);
      if (box !== undefined) nodes.push(toNode(id, box, graph.children.has(id)));
    }
    return nodes;
  }, [ids, layout, graph, always]);
}

function sameIds(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && shallowEqual(a, b));
}

/** With its size given, React Flow need not measure it. */
function toNode(id: string, box: Box, isGroup: boolean): GraphNode {
  return {
    id,
    type: isGroup ? 'group' : 'item',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    zIndex: isGroup ? groupLevel : itemLevel,
    // The button inside has name and role; the box around it is nothing to assistive technology.
    domAttributes: { 'aria-roledescription': undefined },
    data: {},
  };
}

/** The item under a point, or the innermost group. */
export function itemAt(point: Point, graph: PlanGraph, layout: DrawingLayout): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, box] of layout.boxes) {
    const isInside =
      point.x >= box.x &&
      point.y >= box.y &&
      point.x <= box.x + box.width &&
      point.y <= box.y + box.height;
    const size = box.width * box.height * (graph.children.has(id) ? 1 : 1e-6);
    if (isInside && size < least) {
      least = size;
      best = id;
    }
  }
  return best;
}
