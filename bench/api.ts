import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { writeBundle } from '../src/bundle/write-bundle.ts';
import { projectId, revisionId } from '../src/model/ids.ts';
import type { ProjectContent } from '../src/model/project.ts';
import { apiSource } from '../src/source/api-source.ts';
import { platformEnvironment, type SourceEnvironment } from '../src/source/environment.ts';
import { memoryCache } from '../src/source/response-cache.ts';
import type { SourceNews } from '../src/source/types.ts';
import { buildServer, type Running, start } from './api/processes.ts';
import { openStreams } from './api/streams.ts';
import { launchBrowser } from './open/browser.ts';
import { generatePlan, scaled } from './plans/generate.ts';
import type { Benchmark, Context, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const items = 10_000;
const streams = 200;
const readers = 50;
const changes = 9;
const rounds = 5;

/** The reference server: how soon a change is seen, what it costs, and how many it serves. */
export const api: Benchmark = {
  name: 'api',
  title: 'A remote source',
  run: async () => {
    const root = mkdtempSync(join(tmpdir(), 'wavegate-bench-'));
    try {
      const script = await buildServer(join(root, 'server'));
      const app = join(root, 'app');
      await build({ logLevel: 'error', build: { outDir: app, emptyOutDir: true } });
      const folder = join(root, 'bundles');
      const large = generatePlan(scaled(items, 2));
      write(folder, 'large/1', large);
      write(folder, 'live/1', small(1));
      const served = await start(script, 'api', folder, app);
      const plain = await start(script, 'plain', folder);
      try {
        const seen = await changesSeen(served, folder);
        const sent = await bytesOfChange(served, folder, large);
        const shared = await throughput(served, plain, large.project.id);
        return {
          parts: [seen.part, sent.part, shared.part],
          context: { seen: seen.context, sent: sent.context, throughput: shared.context },
        };
      } finally {
        served.stop();
        plain.stop();
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

interface Measured {
  readonly part: Part;
  readonly context: Context;
}

/** A plan of fourteen items with a revision of its own. */
function small(at: number): ProjectContent {
  const plan = generatePlan({ ...scaled(14, 2), dependencies: 12 });
  return {
    ...plan,
    project: { ...plan.project, id: projectId('live') },
    revision: {
      ...plan.revision,
      id: revisionId(String(at)),
      label: `rev ${at}`,
      createdAt: `2026-06-0${at}T00:00:00Z`,
    },
  };
}

function write(folder: string, name: string, content: ProjectContent): number {
  let size = 0;
  for (const [path, bytes] of writeBundle(content, { splitEvidence: true })) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    size += bytes.byteLength;
  }
  return size;
}

/** From the last byte of a new revision on the disk until the page says that it is there. */
async function changesSeen(served: Running, folder: string): Promise<Measured> {
  const followed = await openStreams(served.api, streams - 1);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${served.url}#/p/live/overview`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // The page follows as soon as its bars are there.
    await page.getByRole('status', { name: 'State of the source' }).waitFor({ state: 'attached' });
    await page.waitForTimeout(2000);
    const inPage: number[] = [];
    const inAll: number[] = [];
    for (let at = 2; at < 2 + changes - 1; at += 1) {
      write(folder, `live/${at}`, small(at));
      const begun = performance.now();
      const all = followed.told(String(at)).then(() => inAll.push(performance.now() - begun));
      await page.getByText(`rev ${at} is here.`).waitFor();
      inPage.push(performance.now() - begun);
      await all;
    }
    const seen = median(inPage);
    return {
      part: {
        name: 'api.seen',
        title: `A change on the server is visible in the browser, with ${streams} open event streams`,
        ratio: seen / 1000,
        goal: 1,
        better: 'lower',
        samples: inPage.length,
        unit: 's',
      },
      context: {
        medianMs: round(seen),
        worstMs: round(Math.max(...inPage)),
        allStreamsMedianMs: round(median(inAll)),
        streams,
      },
    };
  } finally {
    followed.close();
    await browser.close();
  }
}

/** What a reader who has a plan of 10,000 items is sent when one gate of it changes. */
async function bytesOfChange(
  served: Running,
  folder: string,
  large: ProjectContent,
): Promise<Measured> {
  let sent = 0;
  const platform = platformEnvironment(served.url);
  const env: SourceEnvironment = {
    ...platform,
    fetch: async (url, init) => {
      const response = await platform.fetch(url, init);
      sent += headerBytes(response);
      if (response.body === null || url.endsWith('/events')) return response;
      const counted = response.body.pipeThrough(
        new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform: (chunk, controller) => {
            sent += chunk.byteLength;
            controller.enqueue(chunk);
          },
        }),
      );
      return new Response(counted, response);
    },
  };
  const source = apiSource({ url: served.api }, env, memoryCache());
  const project = large.project.id;
  const readAll = async (): Promise<void> => {
    const opened = await source.open(project);
    if (!opened.ok) throw new Error(opened.error.code);
    for (const path of ['bundle.json', 'SHA256SUMS', 'collections/evidence.ndjson']) {
      const file = await opened.value.read(path);
      if (!file.ok && file.error.code !== 'not-found') throw new Error(file.error.code);
    }
  };
  await source.list();
  await readAll();
  const whole = sent;
  const news: SourceNews[] = [];
  let wake: () => void = () => undefined;
  const stop = source.live?.follow((entry) => {
    news.push(entry);
    wake();
  });
  const costs: number[] = [];
  let size = 0;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (let at = 0; at < rounds; at += 1) {
    const gates = (large.gates ?? []).map((gate, index) =>
      index === 1234 ? { ...gate, title: `${gate.title}, changed ${at}` } : gate,
    );
    const isTold = new Promise<void>((resolve) => {
      wake = () => {
        const last = news.at(-1);
        if (last?.kind === 'revision' && last.project === project) resolve();
      };
    });
    sent = 0;
    size = write(folder, 'large/1', { ...large, gates });
    await isTold;
    source.live?.moveOn(project);
    await readAll();
    // What is confirmed behind belongs to the change, too.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    costs.push(sent);
  }
  stop?.();
  const cost = median(costs);
  return {
    part: {
      name: 'api.bytes',
      title: `Bytes sent for one changed gate of ${items} items, to the bytes of the bundle`,
      ratio: cost / size,
      goal: 0.02,
      better: 'lower',
      samples: costs.length,
      note: 'Headers and confirmations of everything else are counted.',
    },
    context: { bytes: cost, bundleBytes: size, firstVisitBytes: whole },
  };
}

function headerBytes(response: Response): number {
  let size = 32;
  for (const [name, value] of response.headers) size += name.length + value.length + 4;
  return size;
}

/** Fifty readers at once, each the whole document; in turns with a server that only reads files. */
async function throughput(served: Running, plain: Running, project: string): Promise<Measured> {
  const own: number[] = [];
  const other: number[] = [];
  let errors = 0;
  let bytes = 0;
  const readAt = async (url: string): Promise<number> => {
    const begun = performance.now();
    const read = await Promise.all(
      Array.from({ length: readers }, async () => {
        const response = await fetch(url);
        if (!response.ok) errors += 1;
        let size = 0;
        for await (const chunk of response.body ?? []) size += chunk.byteLength;
        return size;
      }),
    );
    bytes = read.reduce((sum, size) => sum + size, 0);
    return performance.now() - begun;
  };
  const address = await revisionAddress(served, project);
  const plainUrl = `${plain.url}large/1/bundle.json`;
  await readAt(address);
  await readAt(plainUrl);
  for (let at = 0; at < rounds; at += 1) {
    if (at % 2 === 0) own.push(await readAt(address));
    other.push(await readAt(plainUrl));
    if (at % 2 === 1) own.push(await readAt(address));
  }
  if (errors > 0) throw new Error(`${errors} requests failed.`);
  const rate = (times: readonly number[]): number => bytes / 1e6 / (median(times) / 1000);
  return {
    part: {
      name: 'api.readers',
      title: `${readers} readers of a plan of ${items} items at once, to plain static files`,
      ratio: rate(own) / rate(other),
      goal: 0.8,
      better: 'higher',
      samples: rounds,
    },
    context: {
      megabytesPerSecond: round(rate(own)),
      plainMegabytesPerSecond: round(rate(other)),
      errors,
      megabytesEach: round(bytes / readers / 1e6),
    },
  };
}

/** Where the index says that the only revision lies. */
async function revisionAddress(served: Running, project: string): Promise<string> {
  const index: {
    projects: { id: string; revisions: { path: string }[] }[];
  } = await (await fetch(`${served.api}index.json`)).json();
  const path = index.projects.find(({ id }) => id === project)?.revisions[0]?.path;
  if (path === undefined) throw new Error('The plan is not listed.');
  return `${served.api}${path}bundle.json`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
