import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '../../src/queries/session.ts';
import type { BundleSession, OpenRequest } from '../../src/queries/session-types.ts';
import type { SourceEnvironment } from '../../src/source/environment.ts';
import { openSource } from '../../src/source/open-source.ts';
import {
  type KeptResponse,
  memoryCache,
  type ResponseCache,
} from '../../src/source/response-cache.ts';
import type { SourceHealth, SourceNews } from '../../src/source/types.ts';
import { noFaults } from './behaviours.ts';
import { faultyPlanFiles } from './faulty-plan.ts';
import { answerFaults, midStreamFaults } from './scenarios.ts';
import { streamFaults } from './stream-scenarios.ts';
import { everyPage, type Greenness, greener } from './testing/every-page.ts';
import { type FaultyServer, mockedServer, realServer } from './testing/faulty-servers.ts';

/** Waits of a reader pass a hundred times faster; answers come as fast as they come. */
const faster = 100;

function environment(signals: AbortSignal[] = []): SourceEnvironment {
  return {
    baseUrl: 'https://app.example/',
    fetch: (url, init) => {
      if (init.signal) signals.push(init.signal);
      return fetch(url, init);
    },
    now: () => Date.parse('2026-06-02T00:00:00Z'),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms / faster);
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
  };
}

interface CopyableCache extends ResponseCache {
  readonly entries: Map<string, KeptResponse>;
}

function copyableCache(entries = new Map<string, KeptResponse>()): CopyableCache {
  return {
    entries,
    get: async (url) => entries.get(url),
    put: async (url, response) => {
      entries.set(url, response);
    },
    remove: async (url) => {
      entries.delete(url);
    },
  };
}

/** What somebody has kept who was there while the server was well. */
function copyOf({ entries }: CopyableCache): ResponseCache {
  return copyableCache(new Map(entries));
}

interface Visit {
  readonly session: BundleSession;
  readonly request: OpenRequest;
}

function visit(root: string, cache: ResponseCache = memoryCache()): Visit {
  const source = { kind: 'api', url: root } as const;
  return {
    session: createSession({ openSource: (ref) => openSource(ref, environment(), cache) }),
    request: { source, project: 'plan', now: '2026-06-02T12:00:00Z' },
  };
}

/** Follows the news until the test has seen enough. */
function following({ session, request }: Visit) {
  const news: SourceNews[] = [];
  const waiting: { readonly is: () => boolean; readonly resolve: () => void }[] = [];
  const loop = async (): Promise<void> => {
    for (let last = 0; ; ) {
      const batch = await session.news(request.source, last);
      if (batch === undefined || (batch.news.length === 0 && batch.last === last)) return;
      last = batch.last;
      news.push(...batch.news);
      for (const { is, resolve } of waiting) if (is()) resolve();
    }
  };
  const ended = loop();
  const until = (is: () => boolean): Promise<void> =>
    is() ? Promise.resolve() : new Promise((resolve) => waiting.push({ is, resolve }));
  const health = (): SourceHealth['state'] | undefined =>
    news.findLast((entry) => entry.kind === 'health')?.health.state;
  return {
    news,
    until,
    health,
    stop: async () => {
      await session.unfollow(request.source);
      await ended;
    },
  };
}

const two = faultyPlanFiles(['r1', 'r2']);

describe.each([
  ['the mocked server', mockedServer],
  ['a real server', realServer],
] as const)('%s', (_, start) => {
  let server: FaultyServer;
  let truth: Greenness;
  let wellVisited: CopyableCache;

  beforeAll(async () => {
    server = await start();
    server.serve(two);
    wellVisited = copyableCache();
    const well = visit(server.root, wellVisited);
    const seen = await everyPage(well.session, well.request);
    if (seen === undefined) throw new Error('The plan cannot be read from a server that is well.');
    truth = seen;
  });
  afterAll(() => server.close());

  it('gives a plan in which something passes and something does not', () => {
    expect(truth.get('["gate","gate-A"]')).toBe(2);
    expect(truth.get('["gate","gate-B"]')).toBe(0);
    expect(truth.get('["gate","gate-C"]')).toBe(0);
    expect(truth.get('["condition","gate-C","speed"]')).toBe(0);
    expect(truth.get('["condition","gate-C","photo"]')).toBe(0);
    expect(truth.get('passed gates in r1')).toBe(1);
  });

  it.each([...answerFaults, ...midStreamFaults])(
    'no page turns greener: $name',
    async ({ plan, first, later, isAnotherPlan = false }) => {
      const worse = (seen: Greenness | undefined) =>
        greener(seen ?? new Map(), truth).filter(
          (name) => !isAnotherPlan || name.startsWith('["gate') || name.startsWith('passed gates'),
        );
      server.serve(two);
      server.desk.set(plan);
      const fresh = visit(server.root);
      const seen = await everyPage(fresh.session, fresh.request);
      expect(seen === undefined ? 'refused' : 'shown').toBe(first);
      expect(worse(seen)).toEqual([]);

      const cache = copyOf(wellVisited);
      // Meanwhile every file got other bytes, so that there is something to send and to break off.
      server.serve(faultyPlanFiles(['r1', 'r2'], 1));
      server.desk.set(plan);
      const again = visit(server.root, cache);
      const kept = await everyPage(again.session, again.request);
      expect(worse(kept)).toEqual([]);
      const follow = following(again);
      await follow.until(() => follow.health() === later);
      // Whoever wants the state that is gets what is there, and never more.
      await again.session.moveOn(again.request.source, 'plan');
      const moved = await everyPage(again.session, again.request);
      expect(worse(moved)).toEqual([]);
      await follow.stop();
      server.desk.set(noFaults);
    },
  );

  it.each(streamFaults)('every revision is told once: events $name', async (scenario) => {
    server.serve(two);
    server.desk.set(noFaults);
    const page = visit(server.root);
    expect(await everyPage(page.session, page.request)).toEqual(truth);
    server.serve(faultyPlanFiles(['r1', 'r2', ...scenario.arrived]));
    server.desk.set({ rules: scenario.rules ?? [], streams: scenario.streams });
    const follow = following(page);
    const told = () =>
      follow.news.flatMap((entry) => (entry.kind === 'revision' ? [entry.revision] : []));
    await follow.until(() => scenario.arrived.every((id) => told().includes(id)));
    await page.session.listProjects(page.request.source);
    expect(told().toSorted()).toEqual(scenario.arrived);
    // What was announced does not change what is looked at.
    const seen = await everyPage(page.session, page.request);
    const ofArrived = scenario.arrived.flatMap((id) => [
      `passed gates in ${id}`,
      JSON.stringify(['history', id]),
    ]);
    expect(greener(seen ?? new Map(), truth).filter((name) => !ofArrived.includes(name))).toEqual(
      [],
    );
    expect(seen?.get('["gate","gate-A"]')).toBe(2);
    const shown = await page.session.revisions(page.request);
    expect(shown.ok && shown.value.revisions.map(({ id }) => id)).toContain('r2');
    await follow.stop();
    server.desk.set(noFaults);
  });
});

it('is at least forty faults, ten of them in mid-stream', () => {
  const all = [...answerFaults, ...midStreamFaults, ...streamFaults];
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(all.filter(({ isMidStream }) => isMidStream === true).length).toBeGreaterThanOrEqual(10);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
