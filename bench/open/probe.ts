/** Milliseconds since the page was told to open the plan. */
export interface Opening {
  /** The plan's structure has come from the engine's thread. */
  readonly structure: number;
  /** The first layout has come: of a large plan a draft. */
  readonly layout: number;
  /** The last layout has come; 0 where there was but one. */
  readonly refined: number;
  /** The first frame in which the graph stands. */
  readonly graph: number;
  /** The judged snapshot has come. */
  readonly snapshot: number;
  /** The longest time in which the page could do nothing else, until all is drawn and judged. */
  readonly stall: number;
  /** Tasks of 50 ms and more, as the browser counts them. */
  readonly longTasks: readonly number[];
}

export interface Reading {
  /** Getting the bytes over loopback, and nothing else. */
  readonly fetchMs: number;
  /** Decoding and `JSON.parse`, the median of several. */
  readonly parseMs: number;
}

export interface Probe {
  readonly open: (hash: string, label: string) => Promise<Opening>;
  readonly read: (plan: string, lines: string | undefined, times: number) => Promise<Reading>;
}

declare global {
  interface Window {
    benchProbe: Probe;
    gc?: () => void;
  }
}

/**
 * Runs in the page before its own scripts. It listens to what the threads send and looks at every
 * frame; the app knows nothing of it. Handed over as text, so it uses nothing from outside.
 */
export function installProbe(): void {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  let heard: (data: unknown) => void = () => undefined;
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }) => heard(data));
    }
  };

  const isDrawn = (label: string): boolean => {
    const drawing = document.querySelector(`[aria-label="${CSS.escape(label)}"]`);
    if (drawing === null) return false;
    if (drawing.querySelector('.react-flow__node') !== null) return true;
    const canvases = [...drawing.querySelectorAll('canvas')];
    const largest = canvases.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
    if (largest === undefined || largest.width === 0) return false;
    const small = new OffscreenCanvas(48, 48).getContext('2d');
    small?.drawImage(largest, 0, 0, 48, 48);
    return small?.getImageData(0, 0, 48, 48).data.some((value) => value > 0) === true;
  };

  const has = (value: unknown, member: string): boolean =>
    typeof value === 'object' && value !== null && member in value;
  /** The answer inside a message of a thread, whichever way it is wrapped. */
  const answerIn = (data: unknown): unknown => {
    let value = data;
    while (typeof value === 'object' && value !== null && 'value' in value) value = value.value;
    return value;
  };

  const open = async (hash: string, label: string): Promise<Opening> => {
    window.gc?.();
    await pause(300);
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTasks.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    const at = { structure: 0, layout: 0, refined: 0, graph: 0, snapshot: 0 };
    const start = performance.now();
    const now = () => performance.now() - start;
    heard = (data) => {
      const answer = answerIn(data);
      // The lists of a snapshot come in slices; the last one leaves none.
      if (has(answer, 'rows') && Reflect.get(Object(answer), 'left') === 0) at.snapshot = now();
      else if (has(answer, 'dependencies') && has(answer, 'items')) at.structure = now();
      else if (has(answer, 'routes') && at.layout === 0) at.layout = now();
      else if (has(answer, 'routes')) at.refined = now();
    };
    // A timer that is due at once fires late by as long as the page is busy.
    let stall = 0;
    let last = performance.now();
    const beat = () => {
      const time = performance.now();
      stall = Math.max(stall, time - last);
      last = time;
      if (!isOver) setTimeout(beat, 0);
    };
    let isOver = false;
    beat();
    location.hash = hash;
    await new Promise<void>((resolve) => {
      const frame = () => {
        if (at.graph === 0 && isDrawn(label)) at.graph = now();
        if (at.graph > 0 && at.snapshot > 0) resolve();
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    // The states are painted over the drawing, which may stall the page once more.
    await pause(600);
    isOver = true;
    observer.disconnect();
    heard = () => undefined;
    return { ...at, stall, longTasks };
  };

  const read = async (plan: string, lines: string | undefined, times: number): Promise<Reading> => {
    const bytesOf = async (url: string) => (await fetch(url)).arrayBuffer();
    const start = performance.now();
    const planBytes = await bytesOf(plan);
    const fetchMs = performance.now() - start;
    const lineBytes = lines === undefined ? undefined : await bytesOf(lines);
    const decoded = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
    const taken: number[] = [];
    for (let at = 0; at < times; at += 1) {
      window.gc?.();
      const start = performance.now();
      JSON.parse(decoded(planBytes));
      const lineText = lineBytes === undefined ? '' : decoded(lineBytes);
      const between = performance.now();
      // One list instead of a hundred thousand small texts, which would take longer.
      const list = `[${lineText.trimEnd().replaceAll('\n', ',')}]`;
      const again = performance.now();
      JSON.parse(list);
      const ms = performance.now() - again + (between - start);
      taken.push(ms);
    }
    taken.sort((a, b) => a - b);
    return { fetchMs, parseMs: taken[taken.length >> 1] ?? Number.NaN };
  };

  window.benchProbe = { open, read };
}
