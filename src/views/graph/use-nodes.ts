import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCamera } from './camera.ts';
import type { Box, DrawingLayout, Point } from './drawing-layout.ts';
import type { GraphNode } from './graph-node.tsx';
import type { View } from './paint.ts';
import type { PlanGraph } from './plan-graph.ts';
import { shallowEqual } from './shallow-equal.ts';
import { useGradually } from './use-gradually.ts';
import { readableZoom } from './use-viewport.ts';

/** Side of the squares by which nodes are mounted, in the drawing's pixels. */
const TILE = 500;
/** A node that is mounted costs; beyond this many the canvas has to do. */
const MOST_MOUNTED = 300;
const groupLevel = 0;
const itemLevel = 2;

/**
 * The nodes to mount. All of them in a small plan; in a large one those that are in view and can be
 * read, and always those that are asked for: where the keyboard stands, what is selected, what was found.
 */
export function useNodes(
  graph: PlanGraph,
  layout: DrawingLayout,
  always: readonly (string | undefined)[],
  isLarge: boolean,
): GraphNode[] {
  const { tiles, isZooming } = useTilesToMount(isLarge);
  const ids = useMemo(() => {
    if (!isLarge) return [...layout.boxes.keys()];
    if (tiles === undefined) return [];
    const [left, top, right, bottom] = tiles;
    const near: string[] = [];
    for (const [id, box] of layout.boxes) {
      const isNear =
        box.x < right * TILE &&
        box.y < bottom * TILE &&
        box.x + box.width > left * TILE &&
        box.y + box.height > top * TILE;
      if (isNear && near.length < MOST_MOUNTED) near.push(id);
    }
    return near;
  }, [isLarge, layout, tiles]);
  const mounted = useGradually(ids, isLarge, isZooming);
  // A node that stays is the same object, so that the steps of mounting touch only what is new.
  const made = useMemo(() => nodeMaker(layout, graph), [layout, graph]);
  return useMemo(() => {
    const shown = new Set(mounted);
    for (const id of always) if (id !== undefined) shown.add(id);
    const nodes: GraphNode[] = [];
    for (const id of shown) {
      const node = made(id);
      if (node !== undefined) nodes.push(node);
    }
    return nodes;
  }, [mounted, made, always]);
}

function nodeMaker(layout: DrawingLayout, graph: PlanGraph): (id: string) => GraphNode | undefined {
  const known = new Map<string, GraphNode>();
  return (id) => {
    const box = layout.boxes.get(id);
    if (box === undefined) return undefined;
    const node = known.get(id) ?? toNode(id, box, graph);
    known.set(id, node);
    return node;
  };
}

/** So long after the last step of a zoom nodes are mounted, in milliseconds; the canvas has them. */
const REST = 220;

/**
 * The squares in view whose nodes are to be mounted; none where they cannot be read. Whole squares, so
 * that a drag mounts and unmounts once in a while and not in every frame, and none while a zoom goes on.
 */
function useTilesToMount(isLarge: boolean): {
  readonly tiles: Tiles | undefined;
  readonly isZooming: () => boolean;
} {
  const camera = useCamera();
  const zooming = useRef(false);
  const isZooming = useCallback(() => zooming.current, []);
  const [tiles, setTiles] = useState<Tiles | undefined>(undefined);
  useEffect(() => {
    if (!isLarge) return;
    let zoomBefore: number | undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      zooming.current = false;
      const next = tilesOf(camera.seen);
      setTiles((before) => (sameTiles(before, next) ? before : next));
    };
    const follow = (): void => {
      const zoom = camera.seen.zoom;
      const hasZoomed = zoomBefore !== undefined && zoom !== zoomBefore;
      zoomBefore = zoom;
      if (hasZoomed) {
        zooming.current = true;
        clearTimeout(rest);
        rest = setTimeout(settle, REST);
      }
      if (zoom < readableZoom) setTiles(undefined);
      else if (!zooming.current) settle();
    };
    follow();
    const unsubscribe = camera.subscribe(follow);
    return () => {
      unsubscribe();
      clearTimeout(rest);
      zooming.current = false;
    };
  }, [camera, isLarge]);
  return { tiles: isLarge ? tiles : undefined, isZooming };
}

function tilesOf({ x, y, zoom, width, height }: View): Tiles | undefined {
  if (zoom < readableZoom) return undefined;
  return [
    Math.floor(-x / zoom / TILE),
    Math.floor(-y / zoom / TILE),
    Math.ceil((width - x) / zoom / TILE),
    Math.ceil((height - y) / zoom / TILE),
  ];
}

type Tiles = readonly [number, number, number, number];

function sameTiles(a: Tiles | undefined, b: Tiles | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && shallowEqual(a, b));
}

/** With its size given, and that it has no handles, React Flow need not measure it and render it again. */
function toNode(id: string, box: Box, graph: PlanGraph): GraphNode {
  const isOpen = graph.children.has(id);
  // A closed group keeps its kind of node, so that it keeps the keyboard's focus when it opens.
  const isGroup = isOpen || graph.closed?.has(id) === true;
  return {
    id,
    type: isGroup ? 'plan-group' : 'plan-item',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: [],
    zIndex: isOpen ? groupLevel : itemLevel,
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
