import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { DraftLook } from '../../queries/layout.ts';
import { readColours } from '../../ui/token-reader.ts';
import { useLayoutEngine } from './layout-engine.ts';
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
    const { plan, result, picture } = sketch;
    const look = lookAt(pane);
    target.width = Math.round(look.width * look.ratio);
    target.height = Math.round(look.height * look.ratio);
    if (picture !== undefined && JSON.stringify(picture.look) === JSON.stringify(look)) {
      context.drawImage(picture.bitmap, 0, 0);
    } else paintSketch(context, plan.input, result, look);
  }, [sketch]);
  const named =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <div className={styles.pane} {...named}>
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}

/** Has a sketch that is under way painted for the place where it is going to stand. */
export function SketchAhead(): ReactNode {
  const engine = useLayoutEngine();
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (pane.current !== null) engine.paintFor?.(lookAt(pane.current));
    });
    return () => cancelAnimationFrame(frame);
  }, [engine]);
  return <div ref={pane} className={styles.ahead} aria-hidden />;
}

function lookAt(pane: HTMLElement): DraftLook {
  const { clientWidth: width, clientHeight: height } = pane;
  const { tokens, states } = readColours(pane);
  return {
    width,
    height,
    ratio: window.devicePixelRatio || 1,
    colours: {
      group: tokens.sunken,
      rim: tokens['line-strong'],
      edge: tokens['text-faint'],
      node: states['not-reached'].fg,
    },
  };
}
