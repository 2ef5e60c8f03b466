import type uPlot from 'uplot';

/** What is measured inside the page. */
export interface MetricsProbe {
  /** From the click on a tile until the frame after the chart is painted; ms. */
  readonly openChart: (title: string) => Promise<number>;
  /** Fetches the points and keeps them as the other library takes them. */
  readonly prepare: (url: string) => Promise<number>;
  /** From the call until the frame after the other library has painted; ms. */
  readonly otherChart: () => Promise<number>;
  /** From each movement of the pointer until the figures beside it have changed; ms. */
  readonly hover: (moves: number) => Promise<readonly number[]>;
  /** The longest time that the page did not answer during the work, and how long it took; ms. */
  readonly stallDuring: (kind: 'rest' | 'zoom' | 'view' | 'layer' | 'select') => Promise<number>;
  /** Intervals between frames while the page scrolls; ms. */
  readonly scroll: (frames: number) => Promise<readonly number[]>;
}

declare global {
  interface Window {
    metricsProbe: MetricsProbe;
    uPlot: typeof uPlot;
  }
}

/** Installs `window.metricsProbe`. Runs in the page, so everything that it needs stands inside. */
export function installMetricsProbe(): void {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  /** After the browser has had the chance to put the frame on the screen. */
  const painted = async (): Promise<void> => {
    await frame();
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  };
  const until = async (isThere: () => boolean, most: number): Promise<void> => {
    const start = performance.now();
    while (!isThere()) {
      if (performance.now() - start > most) throw new Error('It did not come.');
      await frame();
    }
  };
  let data: [Float64Array, (number | null)[]] | undefined;

  const prepare = async (url: string): Promise<number> => {
    const lines = (await (await fetch(url)).text()).trimEnd().split('\n');
    const t = new Float64Array(lines.length - 1);
    const v: (number | null)[] = new Array(lines.length - 1);
    for (let at = 1; at < lines.length; at += 1) {
      const [time = '', value = ''] = (lines[at] ?? '').split(',');
      t[at - 1] = Number(time);
      v[at - 1] = value === '' ? null : Number(value);
    }
    data = [t, v];
    return t.length;
  };

  const openChart = async (title: string): Promise<number> => {
    const tile = [...document.querySelectorAll('main a')].find((each) =>
      each.textContent.startsWith(title),
    );
    if (!(tile instanceof HTMLElement)) throw new Error('There is no such tile.');
    const start = performance.now();
    tile.click();
    await until(() => document.querySelector('canvas[data-painted]') !== null, 30_000);
    await painted();
    return performance.now() - start;
  };

  const otherChart = async (): Promise<number> => {
    if (data === undefined) throw new Error('Nothing was prepared.');
    const box = document.createElement('div');
    box.style.cssText = 'position:fixed;left:0;top:0;width:800px;height:340px;z-index:99';
    document.body.append(box);
    const start = performance.now();
    let isDrawn = false;
    const chart = new window.uPlot(
      {
        width: 800,
        height: 340,
        series: [{}, { stroke: 'green', width: 1 }],
        hooks: {
          draw: [
            () => {
              isDrawn = true;
            },
          ],
        },
      },
      data,
      box,
    );
    await until(() => isDrawn, 30_000);
    await painted();
    const ms = performance.now() - start;
    chart.destroy();
    box.remove();
    return ms;
  };

  const surface = (): HTMLElement => {
    const found = document.querySelector('figure [role="slider"]');
    if (!(found instanceof HTMLElement)) throw new Error('There is no chart.');
    return found;
  };
  const pointer = (type: string, share: number, more: PointerEventInit = {}): void => {
    const target = surface();
    const box = target.getBoundingClientRect();
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        clientX: box.left + 58 + share * (box.width - 74),
        clientY: box.top + box.height / 2,
        pointerId: 1,
        pointerType: 'mouse',
        button: 0,
        ...more,
      }),
    );
  };

  const hover = async (moves: number): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let move = 0; move < moves; move += 1) {
      await frame();
      const before = surface().getAttribute('aria-valuetext');
      const start = performance.now();
      pointer('pointermove', 0.05 + (0.9 * ((move * 37) % moves)) / moves);
      const changed = () => surface().getAttribute('aria-valuetext') !== before;
      while (!changed() && performance.now() - start < 500) {
        await new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
      }
      times.push(performance.now() - start);
    }
    return times;
  };

  const button = (name: RegExp): HTMLElement => {
    const found = [...document.querySelectorAll('main button')].find(
      (each) => name.test(each.getAttribute('aria-label') ?? '') || name.test(each.textContent),
    );
    if (!(found instanceof HTMLElement)) throw new Error(`There is no button ${name.source}.`);
    return found;
  };

  const stallDuring: MetricsProbe['stallDuring'] = async (kind) => {
    let isOver = false;
    let longest = 0;
    const watch = (async () => {
      while (!isOver) {
        const start = performance.now();
        await wait(0);
        longest = Math.max(longest, performance.now() - start);
      }
    })();
    await wait(50);
    longest = 0;
    if (kind === 'zoom') button(/^Zoom in$/).click();
    else if (kind === 'view') button(/^Area$/).click();
    else if (kind === 'layer') button(/^Log scale$/).click();
    else if (kind === 'select') {
      pointer('pointerdown', 0.3);
      pointer('pointermove', 0.5);
      pointer('pointerup', 0.6);
    }
    await wait(700);
    isOver = true;
    await watch;
    return longest;
  };

  const scroll = async (frames: number): Promise<readonly number[]> => {
    const box = [document.scrollingElement, ...document.querySelectorAll('main, main *, body *')]
      .filter((each) => each instanceof HTMLElement)
      .find((each) => each.scrollHeight > each.clientHeight + 400);
    const intervals: number[] = [];
    let last = await frame();
    for (let at = 0; at < frames; at += 1) {
      box?.scrollBy(0, at < frames / 2 ? 48 : -48);
      const now = await frame();
      intervals.push(now - last);
      last = now;
    }
    return intervals;
  };

  window.metricsProbe = { prepare, openChart, otherChart, hover, stallDuring, scroll };
}
