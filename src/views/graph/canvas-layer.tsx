import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { DrawnRows } from '../../queries/session-types.ts';
import { useColours } from '../../ui/use-colours.ts';
import { useCamera } from './camera.ts';
import { type CanvasFollower, followViewport } from './canvas-follower.ts';
import styles from './canvas-layer.module.css';
import { CanvasPainter } from './canvas-painter.ts';
import { sceneOf } from './canvas-scene.ts';
import type { DrawingState } from './drawing-context.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import type { DrawnEdge } from './drawn-edges.ts';
import { inTurn } from './in-turn.ts';
import type { DrawnPlan } from './judged-drawing.ts';
import { judgedSteps, plainScene } from './judged-scene.ts';
import { usePainted } from './painted.ts';
import { useJudgedAhead } from './use-judged-ahead.ts';
import { readableZoom } from './use-viewport.ts';

/** Canvases for what is moved: going back to where the reader came from paints nothing. */
const pictures = ['near', 'middle', 'far', 'spare'];

/**
 * The whole drawing on a canvas under the nodes, for plans beyond what DOM nodes bear. It follows the
 * viewport by itself, at most once a frame, without rendering any component.
 */
export function CanvasLayer({
  layout,
  edges,
  drawing,
  plain,
}: {
  readonly layout: DrawingLayout;
  readonly edges: readonly DrawnEdge[];
  readonly drawing: Pick<DrawingState, 'faces' | 'selected' | 'matching' | 'focus' | 'marks'>;
  /** The plan, where nothing but verdicts decides how it looks: then it shows new ones by itself. */
  readonly plain: DrawnPlan | undefined;
}): ReactNode {
  const camera = useCamera();
  const onPainted = usePainted();
  const canvas = useRef<HTMLCanvasElement>(null);
  const moving = useRef(new Map<string, HTMLCanvasElement>());
  const follower = useRef<CanvasFollower | undefined>(undefined);
  const [element, setElement] = useState<HTMLCanvasElement | null>(null);
  const colours = useColours(element?.parentElement ?? null);
  const { faces, selected, matching, focus, marks } = drawing;
  const scene = useMemo(
    () => sceneOf(layout, faces, edges, { selected, matching, focus, marks }),
    [layout, faces, edges, selected, matching, focus, marks],
  );

  const toPaint = useRef(scene);
  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!target || !context || colours === undefined) return;
    const standIns = [...moving.current.values()];
    const painter = new CanvasPainter(target, standIns, context, toPaint.current, colours);
    const follows = followViewport(camera, painter, onPainted);
    follower.current = follows;
    return () => {
      follower.current = undefined;
      follows.stop();
    };
  }, [camera, colours, onPainted]);
  useEffect(() => {
    toPaint.current = scene;
    if (colours !== undefined) follower.current?.showSoon(scene, colours);
  }, [scene, colours]);

  const prepare = useMemo(
    () => plain && ((rows: DrawnRows) => void inTurn(judgedSteps(plain, rows, selected))),
    [plain, selected],
  );
  const show = useMemo(
    () =>
      plain &&
      colours &&
      ((rows: DrawnRows) => {
        // Nodes that stand there as elements get their states from React, and the canvas with them.
        if (camera.seen.zoom >= readableZoom) return;
        follower.current?.show(plainScene(plain, rows, selected), colours);
      }),
    [plain, selected, colours, camera],
  );
  useJudgedAhead(prepare, show);

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
