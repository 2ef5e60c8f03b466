import type { ResolvedColours } from '../../ui/token-reader.ts';
import type { Camera, Mounted } from './camera.ts';
import type { CanvasPainter } from './canvas-painter.ts';
import { inTurn } from './in-turn.ts';
import type { Scene } from './paint.ts';

/** So long after the last move the picture is painted anew, in milliseconds. */
const REST = 90;
/** So long after that, when nobody moves, the picture for the next move is painted, in milliseconds. */
const CALM = 160;

/** Keeps a canvas with the viewport. */
export interface CanvasFollower {
  /** Paints another scene at once; the same one is not painted again. */
  readonly show: (scene: Scene, colours: ResolvedColours) => void;
  /** With the next frame: whoever renders the page has done enough for one task. */
  readonly showSoon: (scene: Scene, colours: ResolvedColours) => void;
  readonly stop: () => void;
}

/**
 * Paints with the next frame and whenever the viewport has moved, at most once a frame, without rendering
 * any component.
 *
 * @param onPainted after every painting that shows the drawing in its place
 */
export function followViewport(
  camera: Camera,
  painter: Pick<CanvasPainter, 'show' | 'isSlow' | 'draw' | 'drawInSteps' | 'prepare'>,
  onPainted: () => void,
): CanvasFollower {
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;
  /** Ends what is painted in steps. */
  let leave: (() => void) | undefined;
  let painted = '';
  let around: Mounted | undefined;
  const draw = (isAtOnce: boolean): void => {
    frame = 0;
    const { x, y, zoom, width, height, mounted } = camera.seen;
    const ratio = window.devicePixelRatio || 1;
    const state = JSON.stringify([x, y, zoom, width, height, ratio]);
    if (state === painted && mounted === around) return;
    // Another node that stands there moves nothing, and makes nobody hurry.
    const isMoving = painted !== '' && state !== painted;
    painted = state;
    around = mounted;
    const view = { x, y, zoom, width, height };
    const isMounted = (id: string): boolean => mounted.has(id);
    stop();
    const finish = (): void => {
      calm = setTimeout(() => {
        leave = inTurn(painter.prepare(view, ratio));
      }, CALM);
      // Before the pane is measured and the drawing fitted into it, there is nothing in its place.
      if (width > 0 && (x !== 0 || y !== 0)) onPainted();
    };
    const drawAside = (): void => {
      leave = inTurn(
        (function* () {
          yield* painter.drawInSteps(view, ratio, isMounted);
          yield finish;
        })(),
      );
    };
    if (!isAtOnce && !isMoving && painter.isSlow(view)) drawAside();
    else if (painter.draw(view, ratio, isMounted, isMoving) === 'kept') {
      rest = setTimeout(drawAside, REST);
    } else finish();
  };
  const stop = (): void => {
    clearTimeout(rest);
    clearTimeout(calm);
    leave?.();
  };
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(() => draw(false));
  };
  drawSoon();
  const unsubscribe = camera.subscribe(drawSoon);
  return {
    show: (scene, colours) => {
      if (!painter.show(scene, colours)) return;
      cancelAnimationFrame(frame);
      painted = '';
      draw(true);
    },
    showSoon: (scene, colours) => {
      if (!painter.show(scene, colours)) return;
      painted = '';
      drawSoon();
    },
    stop: () => {
      unsubscribe();
      cancelAnimationFrame(frame);
      stop();
    },
  };
}
