/** Milliseconds between frames while something was done, and what was painted meanwhile. */
export interface Watched {
  readonly frames: readonly number[];
  /** Milliseconds of the page's own work for each painting of the large canvas. */
  readonly paints: readonly number[];
  /** Layouts that were asked for. */
  readonly layouts: number;
  /** From the last message of the engine's thread to the painting after it; `NaN` without either. */
  readonly repaintMs: number;
  /** The same until the browser has gone on to the frame after that painting. */
  readonly shownMs: number;
}

export interface FrameProbe {
  readonly begin: () => void;
  readonly end: () => Watched;
  /** Whether the engine has brought a whole snapshot since the beginning. */
  readonly hasSnapshot: () => boolean;
}

declare global {
  interface Window {
    frameProbe: FrameProbe;
  }
}

/** Runs in the page before its own scripts; handed over as text, so it uses nothing from outside. */
export function installFrameProbe(): void {
  let frames: number[] = [];
  let paints: number[] = [];
  let layouts = 0;
  let snapshotAt = Number.NaN;
  let repaintMs = Number.NaN;
  let shownMs = Number.NaN;
  let last = Number.NaN;
  let isOn = false;

  const posted = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...given: [unknown, ...never[]]) {
    const [message] = given;
    const path: unknown = Reflect.get(Object(message), 'path');
    if (Array.isArray(path) && path[0] === 'layout') layouts += 1;
    Reflect.apply(posted, this, given);
  };
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        let answer: unknown = data;
        while (typeof answer === 'object' && answer !== null && 'value' in answer) {
          answer = answer.value;
        }
        if (typeof answer !== 'object' || answer === null || !('rows' in answer)) return;
        if (Reflect.get(answer, 'left') === 0) snapshotAt = performance.now();
      });
    }
  };

  // A painting begins by clearing the canvas, and is over when the task is.
  const cleared = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...given) {
    Reflect.apply(cleared, this, given);
    if (!isOn || this.canvas.width < 500) return;
    const start = performance.now();
    queueMicrotask(() => {
      const now = performance.now();
      paints.push(now - start);
      if (!(now > snapshotAt && Number.isNaN(repaintMs))) return;
      repaintMs = now - snapshotAt;
      // The first of these begins the frame that shows it, the second comes when that is done.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          shownMs = performance.now() - snapshotAt;
        }),
      );
    });
  };

  const frame = (now: number) => {
    if (isOn && !Number.isNaN(last)) frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  window.frameProbe = {
    begin: () => {
      frames = [];
      paints = [];
      layouts = 0;
      snapshotAt = Number.NaN;
      repaintMs = Number.NaN;
      shownMs = Number.NaN;
      last = Number.NaN;
      isOn = true;
    },
    end: () => {
      isOn = false;
      return { frames, paints, layouts, repaintMs, shownMs };
    },
    hasSnapshot: () => !Number.isNaN(snapshotAt) && !Number.isNaN(shownMs),
  };
}

/** A page that does nothing but clear a canvas when it is dragged: what the machine can do at best. */
export const emptyCanvasPage = `<!doctype html><meta charset="utf-8"><title>Empty canvas</title>
<style>html,body{margin:0;height:100%}canvas{width:100%;height:100%}</style><canvas></canvas>
<script>
  const canvas = document.querySelector('canvas');
  canvas.width = innerWidth; canvas.height = innerHeight;
  const context = canvas.getContext('2d');
  let due = 0;
  const draw = () => { due = 0; context.clearRect(0, 0, canvas.width, canvas.height); };
  const ask = () => { if (due === 0) due = requestAnimationFrame(draw); };
  addEventListener('mousemove', ask);
  addEventListener('wheel', ask);
</script>`;
