import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { readColours } from '../../ui/token-reader.ts';
import styles from './sketch.module.css';
import { paintSketch } from './sketch-painter.ts';
import type { PlacedSketch } from './use-plan-layout.ts';

/**
 * A large plan on a canvas, straight from what the layout's thread has sent: it stands until the
 * drawing that can be moved and searched is made, at the same place and size.
 */
export function Sketch({
  label,
  sketch,
}: {
  /** Absent when the drawing is there already and only has not been painted yet. */
  readonly label: string | undefined;
  readonly sketch: PlacedSketch;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const target = canvas.current;
    const pane = target?.parentElement;
    const context = target?.getContext('2d');
    if (!target || !pane || !context) return;
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = pane;
    target.width = Math.round(width * ratio);
    target.height = Math.round(height * ratio);
    paintSketch(context, sketch, { width, height, ratio }, readColours(pane));
  }, [sketch]);
  const named =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <div className={styles.pane} {...named}>
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}
