import { useStoreApi } from '@xyflow/react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useColours } from '../../ui/use-colours.ts';
import styles from './canvas-layer.module.css';
import { CanvasPainter } from './canvas-painter.ts';
import { type DrawingState, isFaded } from './drawing-context.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import type { DrawnEdge } from './drawn-edges.ts';
import type { GraphNode } from './graph-node.tsx';
import { batchEdges, type EdgeBatch, type Scene, type SceneNode } from './paint.ts';
import { usePainted } from './painted.ts';

/** So long after the last move the picture is painted anew, in milliseconds. */
const REST = 90;

/** So long after that, when nobody moves, the picture for the next move is painted, in milliseconds. */
const CALM = 160;
/** Canvases for what is moved: going back to where the reader came from paints nothing. */
const pictures = ['near', 'middle', 'far', 'spare'];

/** Batches of a layout that may come again: unjudged, judged, and judged anew. */
const MOST_BATCHES = 12;
const batchesOfLayouts = new WeakMap<DrawingLayout, readonly EdgeBatch[]>();

function batchesOf(layout: DrawingLayout, edges: readonly DrawnEdge[]): readonly EdgeBatch[] {
  const before = batchesOfLayouts.get(layout) ?? [];
  const batches = batchEdges(edges, before);
  const kept = [...new Set([...batches, ...before])].slice(0, MOST_BATCHES);
  batchesOfLayouts.set(layout, kept);
  return batches;
}

/**
 * The whole drawing on a canvas under the nodes, for plans beyond what DOM nodes bear. It follows the
 * viewport by itself, at most once a frame, without rendering any component.
 */
export function CanvasLayer({
  layout,
  edges,
  drawing,
}: {
  readonly layout: DrawingLayout;
  readonly edges: readonly DrawnEdge[];
  readonly drawing: Pick<DrawingState, 'faces' | 'selected' | 'matching' | 'focus' | 'marks'>;
}): ReactNode {
  const store = useStoreApi<GraphNode>();
  const onPainted = usePainted();
  const canvas = useRef<HTMLCanvasElement>(null);
  const moving = useRef(new Map<string, HTMLCanvasElement>());
  const [element, setElement] = useState<HTMLCanvasElement | null>(null);
  const colours = useColours(element?.parentElement ?? null);
  const { faces, selected, matching, focus, marks } = drawing;
  const batches = useMemo(() => batchesOf(layout, edges), [layout, edges]);
  const scene = useMemo<Scene>(() => {
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
    return { groups, items, edges: batches };
  }, [faces, layout, matching, focus, marks, selected, batches]);

  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!target || !context || colours === undefined) return;
    const painter = new CanvasPainter(
      target,
      [...moving.current.values()],
      context,
      scene,
      colours,
    );
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    let calm: ReturnType<typeof setTimeout> | undefined;
    let painted = '';
    let around: readonly GraphNode[] | undefined;
    const draw = (): void => {
      frame = 0;
      const { transform, width, height, nodes, nodeLookup } = store.getState();
      const ratio = window.devicePixelRatio || 1;
      const state = JSON.stringify([transform, width, height, ratio]);
      if (state === painted && nodes === around) return;
      const isMoving = painted !== '';
      painted = state;
      around = nodes;
      const [x, y, zoom] = transform;
      const view = { x, y, zoom, width, height };
      const isMounted = (id: string): boolean => nodeLookup.has(id);
      clearTimeout(rest);
      clearTimeout(calm);
      if (painter.draw(view, ratio, isMounted, isMoving) === 'kept') {
        rest = setTimeout(() => painter.draw(view, ratio, isMounted, false), REST);
      }
      calm = setTimeout(() => painter.prepare(view, ratio), REST + CALM);
      // Before the pane is measured and the drawing fitted into it, there is nothing in its place.
      if (width > 0 && (x !== 0 || y !== 0)) onPainted();
    };
    draw();
    const unsubscribe = store.subscribe(() => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      clearTimeout(calm);
    };
  }, [store, scene, colours, onPainted]);

  return (
    <>
      <canvas
        ref={(node) => {
          canvas.current = node;
          setElement(node);
        }}
        className={styles.canvas}
        aria-hidden
      />
      {pictures.map((name) => (
        <canvas
          key={name}
          ref={(node) => {
            if (node === null) moving.current.delete(name);
            else moving.current.set(name, node);
          }}
          className={styles.moving}
          aria-hidden
        />
      ))}
    </>
  );
}
