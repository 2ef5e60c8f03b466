import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import {
  millionBundle,
  millionPath,
  millionTitle,
  pointCount,
  tileCount,
  tilesBundle,
} from './metrics/plans.ts';
import { installMetricsProbe } from './metrics/probe.ts';
import { launchBrowser } from './open/browser.ts';
import { serve } from './open/serve.ts';
import { createdAt } from './plans/generate.ts';
import type { Benchmark, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const folder = 'bench-metrics/';
const samples = 5;
const hoverMoves = 60;
const scrollFrames = 180;
const kinds = ['zoom', 'select', 'view', 'layer'] as const;
/** Without doing anything: what other work on the machine costs. */
const allKinds = ['rest', ...kinds] as const;

/** The built app in a real browser: a million points against uPlot, and a hundred small charts. */
export const metrics: Benchmark = {
  name: 'metrics',
  title: 'Metrics',
  run: async () => {
    const root = mkdtempSync(join(tmpdir(), 'wavegate-bench-'));
    const bundles = new Map([
      ['million', millionBundle()],
      ['tiles', tilesBundle()],
    ]);
    const browser = await launchBrowser();
    try {
      await build({ logLevel: 'error', build: { outDir: root, emptyOutDir: true } });
      const site = await serve(root, fileIn(bundles));
      try {
        const charts: ChartTimes[] = [];
        for (let at = 0; at < samples; at += 1) {
          charts.push(await measureChart(browser, site.url, at % 2 === 0));
        }
        const tiles = await measureTiles(browser, site.url);
        return outcome(charts, tiles);
      } finally {
        site.close();
      }
    } finally {
      await browser.close();
      rmSync(root, { recursive: true, force: true });
    }
  },
};

interface ChartTimes {
  readonly own: number;
  readonly other: number;
  readonly hover: readonly number[];
  readonly stalls: Readonly<Record<(typeof allKinds)[number], number>>;
}

function fileIn(bundles: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>) {
  const index = new TextEncoder().encode(
    JSON.stringify({
      wavegate: '1.0.0',
      projects: [...bundles.keys()].map((id) => ({
        id,
        title: `Plan ${id}`,
        revisions: [{ id: '1', createdAt, path: `projects/${id}/` }],
      })),
    }),
  );
  return (path: string): Uint8Array | undefined => {
    if (path === `${folder}index.json`) return index;
    const [, id = '', file = ''] =
      /^projects\/([^/]+)\/(.+)$/.exec(path.slice(folder.length)) ?? [];
    return path.startsWith(folder) ? bundles.get(id)?.get(file) : undefined;
  };
}

/** A page of its own with the other library beside the app; the app's policy would refuse that. */
async function openPage(browser: Browser, url: string, project: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript(installMetricsProbe);
  await page.goto(`${url}#/p/${project}/metrics?source=${encodeURIComponent(folder)}`);
  // Trends come last, so that the engine's thread has nothing left to do.
  await page
    .getByText(/no trend|getting|too few for a trend/)
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function measureChart(browser: Browser, url: string, ownFirst: boolean): Promise<ChartTimes> {
  const page = await openPage(browser, url, 'million');
  try {
    await page.addScriptTag({ path: resolve('node_modules/uplot/dist/uPlot.iife.min.js') });
    await page.evaluate(
      (from) => window.metricsProbe.prepare(from),
      `${url}${folder}projects/million/${millionPath}`,
    );
    const other = () => page.evaluate(() => window.metricsProbe.otherChart());
    const before = ownFirst ? undefined : await other();
    const own = await page.evaluate((title) => window.metricsProbe.openChart(title), millionTitle);
    const otherMs = before ?? (await other());
    // The study of a million samples ends before the pointer moves.
    await page.getByText('First beyond the target').waitFor();
    const hover = await page.evaluate((moves) => window.metricsProbe.hover(moves), hoverMoves);
    const stalls = { rest: 0, zoom: 0, select: 0, view: 0, layer: 0 };
    for (const kind of allKinds) {
      stalls[kind] = await page.evaluate((what) => window.metricsProbe.stallDuring(what), kind);
    }
    return { own, other: otherMs, hover, stalls };
  } finally {
    await page.context().close();
  }
}

interface TileTimes {
  readonly frames: readonly number[];
  readonly idle: readonly number[];
}

/** Scrolling the tiles, and the same over a page of the same height with nothing on it. */
async function measureTiles(browser: Browser, url: string): Promise<TileTimes> {
  const frames: number[] = [];
  const idle: number[] = [];
  for (let at = 0; at < 3; at += 1) {
    const page = await openPage(browser, url, 'tiles');
    const scroll = () => page.evaluate((count) => window.metricsProbe.scroll(count), scrollFrames);
    await scroll();
    frames.push(...(await scroll()));
    await page.evaluate(() => {
      for (const tile of document.querySelectorAll('main a')) tile.remove();
    });
    idle.push(...(await scroll()));
    await page.context().close();
  }
  return { frames, idle };
}

function outcome(charts: readonly ChartTimes[], tiles: TileTimes) {
  const own = median(charts.map((each) => each.own));
  const other = median(charts.map((each) => each.other));
  const hover = charts.flatMap((each) => each.hover);
  const stallOf = (kind: (typeof allKinds)[number]): number =>
    median(charts.map((each) => each.stalls[kind]));
  const parts: readonly [Part, ...Part[]] = [
    {
      name: 'metrics.first-picture',
      title: `${pointCount.toLocaleString('en')} points, from the click to the picture, to uPlot on the same data`,
      ratio: own / other,
      goal: 3,
      better: 'lower',
      samples: charts.length,
    },
    {
      name: 'metrics.hover',
      title: 'The same chart: from a movement of the pointer to its figures, 95th percentile',
      ratio: percentile(hover, 95),
      goal: 16.7,
      better: 'lower',
      samples: hover.length,
      unit: 'ms',
    },
    {
      name: 'metrics.stall',
      title: 'The same chart: longest stall while zooming, selecting, changing view and scale',
      ratio: Math.max(...kinds.map(stallOf)),
      goal: 50,
      better: 'lower',
      samples: charts.length,
      unit: 'ms',
      note: 'The median of each kind of interaction, and of these the worst; `stalls.rest` is what the page stalls when nothing is done.',
    },
    {
      name: 'metrics.scroll',
      title: `${tileCount} small multiples: 95th percentile of frame time, to the page without them`,
      ratio: percentile(tiles.frames, 95) / percentile(tiles.idle, 95),
      goal: 1.5,
      better: 'lower',
      samples: tiles.frames.length,
    },
  ];
  return {
    parts,
    context: {
      ownMs: own,
      uPlotMs: other,
      hoverMedianMs: median(hover),
      stalls: Object.fromEntries(allKinds.map((kind) => [kind, stallOf(kind)])),
      frameP95Ms: percentile(tiles.frames, 95),
      emptyFrameP95Ms: percentile(tiles.idle, 95),
    },
  };
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? Number.NaN;
}
