import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { formatCount } from '../src/lib/format/list.ts';
import { launchBrowser } from './open/browser.ts';
import { fileIn, folder, type ServedPlan, servedPlans, warmPlan } from './open/plans.ts';
import { installProbe, type Opening, type Reading } from './open/probe.ts';
import { scriptSize } from './open/script-size.ts';
import { serve } from './open/serve.ts';
import type { Benchmark, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

/** More for the plan that has a goal and is quick to open. */
const samplesOf: Readonly<Record<string, number>> = { '10000': 5 };
const usualSamples = 3;
const tolerableStall = 60;

/** The built app in a real browser: how long from the click to the graph, and how much script first. */
export const open: Benchmark = {
  name: 'open',
  title: 'Opening a bundle',
  run: async () => {
    const root = mkdtempSync(join(tmpdir(), 'wavegate-bench-'));
    const plans = servedPlans();
    const browser = await launchBrowser();
    try {
      await build({ logLevel: 'error', build: { outDir: root, emptyOutDir: true } });
      const site = await serve(root, fileIn(plans));
      try {
        const opened = await openAll(browser, site.url, plans);
        const scripts = await scriptParts(browser, site.url);
        const [first, ...others] = goalParts(opened);
        return {
          parts: [first, ...others, ...scripts.parts],
          context: {
            ...Object.fromEntries(
              [...opened].map(([name, times]) => [`plan ${name}`, contextOf(times)]),
            ),
            scripts: scripts.context,
          },
        };
      } finally {
        site.close();
      }
    } finally {
      await browser.close();
      rmSync(root, { recursive: true, force: true });
    }
  },
};

interface Times {
  readonly plan: ServedPlan;
  readonly samples: readonly (Opening & Reading)[];
}

/** Every sample in a fresh page; reading and opening take turns in coming first. */
async function openAll(
  browser: Browser,
  url: string,
  plans: readonly ServedPlan[],
): Promise<ReadonlyMap<string, Times>> {
  const warm = plans.find(({ name }) => name === warmPlan);
  if (warm === undefined) throw new Error('There is no plan to warm up with');
  const found = new Map<string, Times>();
  for (const plan of plans) {
    if (plan === warm) continue;
    const samples: (Opening & Reading)[] = [];
    for (let at = 0; at < (samplesOf[plan.name] ?? usualSamples); at += 1) {
      samples.push(await openOnce(browser, url, warm, plan, at % 2 === 0));
    }
    found.set(plan.name, { plan, samples });
  }
  return found;
}

async function openOnce(
  browser: Browser,
  url: string,
  warm: ServedPlan,
  plan: ServedPlan,
  readFirst: boolean,
): Promise<Opening & Reading> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // What is fetched once for visits without a network would run into some of the samples.
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.addInitScript(installProbe);
    await page.goto(`${url}${placeOf(warm)}`);
    await page.getByLabel(labelOf(warm)).waitFor();
    await page.waitForLoadState('networkidle');
    const read = () =>
      page.evaluate(
        ([base, times]) =>
          window.benchProbe.read(`${base}bundle.json`, `${base}collections/evidence.ndjson`, times),
        [`${url}${folder}projects/${plan.name}/`, 3] as const,
      );
    const before = readFirst ? await read() : undefined;
    const opening = await page.evaluate(([hash, label]) => window.benchProbe.open(hash, label), [
      placeOf(plan),
      labelOf(plan),
    ] as const);
    return { ...opening, ...(before ?? (await read())) };
  } finally {
    await context.close();
  }
}

function placeOf({ name }: ServedPlan): string {
  return `#/p/${name}/graph?source=${encodeURIComponent(folder)}`;
}

/** The name of the drawing in the page. */
function labelOf({ content }: ServedPlan): string {
  const forms = content.project.itemWord ?? { one: 'item', other: 'items' };
  return `Graph of ${formatCount(content.items.length, forms)}`;
}

function goalParts(opened: ReadonlyMap<string, Times>): readonly [Part, ...Part[]] {
  const large = opened.get('100MB');
  const usual = opened.get('10000');
  if (large === undefined || usual === undefined) throw new Error('A plan was not opened');
  return [
    {
      name: 'open.graph-10000',
      title: 'First graph of 10,000 items, to JSON.parse of the bundle',
      ratio: graphRatio(usual),
      goal: 1.5,
      better: 'lower',
      samples: usual.samples.length,
    },
    {
      name: 'open.graph-100mb',
      title: 'First graph of a bundle of 100 MB, to JSON.parse of the bundle',
      ratio: graphRatio(large),
      goal: 1.2,
      better: 'lower',
      samples: large.samples.length,
    },
    {
      name: 'open.stall-100mb',
      title: `Longest stall of the page while 100 MB open, to ${tolerableStall} ms`,
      ratio: median(large.samples.map(({ stall }) => stall)) / tolerableStall,
      goal: 1,
      better: 'lower',
      samples: large.samples.length,
    },
  ];
}

/** Getting the bytes over loopback is no part of either side. */
function graphRatio({ samples }: Times): number {
  return median(samples.map(({ graph, fetchMs }) => graph - fetchMs)) / parseOf(samples);
}

function parseOf(samples: Times['samples']): number {
  return median(samples.map(({ parseMs }) => parseMs));
}

function contextOf({ plan, samples }: Times) {
  const middle = (of: (sample: Opening & Reading) => number) => median(samples.map(of));
  const parseMs = parseOf(samples);
  return {
    megabytes: plan.megabytes,
    planMegabytes: (plan.files.get('bundle.json')?.byteLength ?? 0) / 1e6,
    samples: samples.length,
    parseMs,
    fetchPlanMs: middle(({ fetchMs }) => fetchMs),
    structureMs: middle(({ structure }) => structure),
    layoutMs: middle(({ layout }) => layout),
    refinedMs: middle(({ refined }) => refined),
    firstGraphMs: middle(({ graph }) => graph),
    snapshotMs: middle(({ snapshot }) => snapshot),
    firstGraphRatio: graphRatio({ plan, samples }),
    firstGraphRatioWithFetch: middle(({ graph }) => graph) / parseMs,
    snapshotRatio: middle(({ snapshot }) => snapshot) / parseMs,
    stallMs: middle(({ stall }) => stall),
    longestTaskMs: middle(({ longTasks }) => Math.max(0, ...longTasks)),
  };
}

/** A node of the drawing; what lets a hand move the drawing comes when they stand. */
const drawnNode = '[role="application"] [data-id]';

async function scriptParts(browser: Browser, url: string) {
  const project = 'implementation-waves';
  const overview = await scriptSize(browser, `${url}#/p/${project}/overview`, 'main h1');
  const graph = await scriptSize(browser, `${url}#/p/${project}/graph`, drawnNode);
  const common = { goal: 150, better: 'lower', samples: 1, unit: 'kB' } as const;
  const parts: readonly Part[] = [
    {
      ...common,
      name: 'open.script-overview',
      title: 'Script until the overview stands, brotli',
      ratio: overview.nextKB,
      note: 'Without the graph, 100 kB is what we are after.',
    },
    {
      ...common,
      name: 'open.script-graph',
      title: 'Script until the first picture of the graph stands, brotli',
      ratio: graph.kB,
      note: `What is asked for before that picture is painted; a second later ${Math.round(graph.nextKB)} kB.`,
    },
  ];
  return { parts, context: { overview: { ...overview }, graph: { ...graph } } };
}
