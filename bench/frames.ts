import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { emptyCanvasPage, installFrameProbe, type Watched } from './frames/probe.ts';
import { launchBrowser } from './open/browser.ts';
import { fileIn, folder, servedPlans } from './open/plans.ts';
import { serve } from './open/serve.ts';
import type { Benchmark, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const planName = '10000';
const rounds = 3;
/** Moves of a drag, and turns of the wheel. */
const steps = 90;
const displayFrame = 1000 / 60;
const emptyPath = 'empty.html';

/** Moving, zooming and repainting the graph of 10,000 items in a real browser. */
export const frames: Benchmark = {
  name: 'frames',
  title: 'Moving and repainting the graph',
  run: async () => {
    const root = mkdtempSync(join(tmpdir(), 'wavegate-bench-'));
    const plans = servedPlans().filter(({ name }) => name === planName);
    const ofPlans = fileIn(plans);
    const empty = new TextEncoder().encode(emptyCanvasPage);
    const browser = await launchBrowser();
    try {
      await build({ logLevel: 'error', build: { outDir: root, emptyOutDir: true } });
      const site = await serve(root, (path) => (path === emptyPath ? empty : ofPlans(path)));
      try {
        return await measured(browser, site.url);
      } finally {
        site.close();
      }
    } finally {
      await browser.close();
      rmSync(root, { recursive: true, force: true });
    }
  },
};

async function measured(browser: Browser, url: string) {
  const none = await probed(browser);
  await none.goto(`${url}${emptyPath}`);
  const graph = await probed(browser);
  await graph.goto(`${url}${placeOf()}`);
  await settled(graph);
  const times = { own: moved(), empty: moved() };
  for (let round = 0; round < rounds; round += 1) {
    for (const [page, into] of [
      [graph, times.own],
      [none, times.empty],
    ] as const) {
      into.pan.push(await watched(page, () => drag(page)));
      into.zoom.push(await watched(page, () => wheel(page)));
    }
  }
  const repaints: Watched[] = [];
  for (let round = 0; round < rounds; round += 1) {
    repaints.push(await watched(graph, () => judgeAgain(graph, round)));
  }
  const hits = await hitTimes(graph);
  await graph.close();
  await none.close();
  return { parts: partsOf(times, repaints), context: contextOf(times, repaints, hits) };
}

interface Moved {
  readonly pan: Watched[];
  readonly zoom: Watched[];
}

function moved(): Moved {
  return { pan: [], zoom: [] };
}

async function probed(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.addInitScript(installFrameProbe);
  return page;
}

function placeOf(asOf?: string): string {
  const at = asOf === undefined ? '' : `&asOf=${encodeURIComponent(asOf)}`;
  return `#/p/${planName}/graph?source=${encodeURIComponent(folder)}${at}`;
}

/** The drawing stands, is judged, and nothing is under way any longer. */
async function settled(page: Page): Promise<void> {
  await page.locator('.react-flow').waitFor();
  await page.getByText('States are being computed').waitFor({ state: 'detached' });
  await page.getByText('Arranging more closely').waitFor({ state: 'detached' });
  await page.waitForTimeout(2_000);
}

async function watched(page: Page, doing: () => Promise<void>): Promise<Watched> {
  await page.bringToFront();
  await page.evaluate(() => {
    window.gc?.();
    window.frameProbe.begin();
  });
  await doing();
  return page.evaluate(() => window.frameProbe.end());
}

async function drag(page: Page): Promise<void> {
  await page.mouse.move(700, 450);
  await page.mouse.down();
  for (let step = 0; step < steps; step += 1) {
    const turn = (step / steps) * 4 * Math.PI;
    await page.mouse.move(700 + 220 * Math.sin(turn), 450 + 160 * Math.sin(turn / 2));
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

/** In as far as titles are read, and out again. */
async function wheel(page: Page): Promise<void> {
  await page.mouse.move(780, 450);
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, step < steps / 2 ? -120 : 120);
    await page.waitForTimeout(8);
  }
}

/** The same plan judged at another instant: states come anew, and nothing may be laid out. */
async function judgeAgain(page: Page, round: number): Promise<void> {
  const hash = placeOf(`2026-06-0${3 + round}T00:00:00Z`);
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.waitForFunction(() => window.frameProbe.hasSnapshot());
  await page.waitForTimeout(300);
}

/** From a press on the drawing to the choice standing in the address, in milliseconds. */
async function hitTimes(page: Page): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    taken.push(
      await page.evaluate(
        async ([x, y]) => {
          const target = document.elementFromPoint(x, y);
          const start = performance.now();
          target?.dispatchEvent(
            new MouseEvent('click', { bubbles: true, clientX: x, clientY: y, view: window }),
          );
          const ms = performance.now() - start;
          await new Promise((resolve) => setTimeout(resolve, 200));
          return ms;
        },
        [600 + 40 * at, 300 + 30 * at] as const,
      ),
    );
  }
  return taken;
}

function partsOf(
  { own, empty }: { readonly own: Moved; readonly empty: Moved },
  repaints: readonly Watched[],
): readonly [Part, ...Part[]] {
  const samples = rounds * steps;
  return [
    {
      name: 'frames.pan',
      title: 'Panning 10,000 nodes: 95th percentile of frame time, to an empty canvas',
      ratio: p95(own.pan) / p95(empty.pan),
      goal: 1.5,
      better: 'lower',
      samples,
    },
    {
      name: 'frames.zoom',
      title: 'Zooming 10,000 nodes: the same',
      ratio: p95(own.zoom) / p95(empty.zoom),
      goal: 1.5,
      better: 'lower',
      samples,
    },
    {
      name: 'frames.repaint',
      title: 'States of 10,000 nodes painted, in frames of the display',
      ratio: median(repaints.map(({ repaintMs }) => repaintMs)) / displayFrame,
      goal: 1,
      better: 'lower',
      samples: repaints.length,
      unit: 'frames',
    },
    {
      name: 'frames.relayouts',
      title: 'Layouts asked for because states have changed',
      ratio: Math.max(...repaints.map(({ layouts }) => layouts)),
      goal: 0,
      better: 'lower',
      samples: repaints.length,
      unit: 'layouts',
    },
  ];
}

function p95(runs: readonly Watched[]): number {
  const all = runs.flatMap(({ frames: own }) => own).toSorted((a, b) => a - b);
  return all[Math.floor(all.length * 0.95)] ?? Number.NaN;
}

function contextOf(
  { own, empty }: { readonly own: Moved; readonly empty: Moved },
  repaints: readonly Watched[],
  hits: readonly number[],
) {
  const of = (runs: readonly Watched[]) => {
    const all = runs.flatMap(({ frames: one }) => one);
    const paints = runs.flatMap(({ paints: one }) => one);
    return {
      frames: all.length,
      medianMs: median(all),
      p95Ms: p95(runs),
      longestMs: Math.max(0, ...all),
      paintMs: paints.length === 0 ? 0 : median(paints),
    };
  };
  return {
    pan: of(own.pan),
    zoom: of(own.zoom),
    emptyPan: of(empty.pan),
    emptyZoom: of(empty.zoom),
    repaintMs: repaints.map(({ repaintMs }) => repaintMs),
    repaintShownMs: repaints.map(({ shownMs }) => shownMs),
    repaintPaintMs: repaints.map(({ paints }) => paints[0] ?? Number.NaN),
    hitMs: median(hits),
  };
}
