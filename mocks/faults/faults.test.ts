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
import { everyPage, type Greenness, greener, onePage } from './testing/every-page.ts';
import {
  type FaultyHost,
  type FaultyServer,
  mockedHost,
  realHost,
} from './testing/faulty-servers.ts';

/** Waits of a reader pass so many times faster; answers come as fast as they come. */
const faster = 200;
/** A wait goes by in steps, and what arrived is looked at between two: a busy machine is no silence. */
const step = 5;

function environment(fetch: FaultyServer['fetch']): SourceEnvironment {
  return {
    baseUrl: 'https://app.example/',
    fetch,
    now: () => Date.parse('2026-06-02T00:00:00Z'),
    after: (ms, callback) => {
      let left = ms / faster;
      let timer: ReturnType<typeof setTimeout>;
      const wait = (): void => {
        const next = Math.min(left, step);
        left -= next;
        timer = setTimeout(() => (left > 0 ? wait() : callback()), next);
      };
      wait();
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
  };
}

/** Waits for ever, so that only leaving ends a question. */
function patient(fetch: FaultyServer['fetch']): SourceEnvironment {
  return { ...environment(fetch), after: () => () => undefined };
}

async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 2));
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

/** What somebody has kept who was there while the server was well, at another root. */
function copyOf({ entries }: CopyableCache, from: string, to: string): ResponseCache {
  return copyableCache(
    new Map([...entries].map(([url, kept]) => [url.replace(from, to), kept] as const)),
  );
}

interface Visit {
  readonly session: BundleSession;
  readonly request: OpenRequest;
}

function visit(
  { root, fetch }: FaultyServer,
  cache: ResponseCache = memoryCache(),
  kind: 'api' | 'static' = 'api',
  env = environment(fetch),
): Visit {
  const source = { kind, url: root } as const;
  return {
    session: createSession({ openSource: (ref) => openSource(ref, env, cache) }),
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
/** The same in other bytes, so that there is something to send and to break off. */
const meanwhile = faultyPlanFiles(['r1', 'r2'], 1);

describe.each([
  ['the mocked server', mockedHost],
  ['a real server', realHost],
] as const)('%s', (_, start) => {
  let host: FaultyHost;
  let well: FaultyServer;
  let truth: Greenness;
  const wellVisited = copyableCache();

  beforeAll(async () => {
    host = await start();
    well = host.server();
    well.serve(two);
    const { session, request } = visit(well, wellVisited);
    const seen = await everyPage(session, request);
    if (seen === undefined) throw new Error('The plan cannot be read from a server that is well.');
    truth = seen;
  });
  afterAll(() => host.close());

  it('gives a plan in which something passes and something does not', () => {
    expect(truth.get('["gate","gate-A","first"]')).toBe(2);
    expect(truth.get('["gate","gate-B","first"]')).toBe(0);
    expect(truth.get('["gate","gate-C","first"]')).toBe(0);
    expect(truth.get('["condition","gate-C","speed"]')).toBe(0);
    expect(truth.get('["condition","gate-C","photo"]')).toBe(0);
    expect(truth.get('passed gates in r1')).toBe(1);
  });

  it.concurrent.each([...answerFaults, ...midStreamFaults])(
    'no page turns greener: $name',
    async ({ plan, first, later, isAnotherPlan = false }) => {
      const worse = (seen: Greenness | undefined) =>
        greener(seen ?? new Map(), truth).filter(
          (name) => !isAnotherPlan || ofWholePlan.some((start) => name.startsWith(start)),
        );
      const server = host.server();
      server.serve(two);
      server.desk.set(plan);
      const fresh = visit(server);
      const seen = await everyPage(fresh.session, fresh.request);
      expect(seen === undefined ? 'refused' : 'shown').toBe(first);
      expect(worse(seen)).toEqual([]);

      server.serve(meanwhile);
      server.desk.set(plan);
      const again = visit(server, copyOf(wellVisited, well.root, server.root));
      // All pages show what was kept, whatever the server does; one of them starts the confirmation.
      expect(worse(await onePage(again.session, again.request))).toEqual([]);
      const follow = following(again);
      await follow.until(() => follow.health() === later);
      // Whoever wants the state that is gets what is there, and never more.
      await again.session.moveOn(again.request.source, 'plan');
      const moved = await everyPage(again.session, again.request);
      // A document that its own server contradicts is not moved on to, whatever it would say.
      expect(greener(moved ?? new Map(), truth)).toEqual([]);
      if (isAnotherPlan) expect(moved?.get('["gate","gate-A","first"]')).toBe(2);
      await follow.stop();
    },
  );

  it.concurrent.each(['api', 'static'] as const)(
    'a plan too large for one answer is had in parts and judged the same: %s',
    async (kind) => {
      const server = host.server();
      server.serve(two);
      server.limit(7001);
      const asked: string[] = [];
      const counted: FaultyServer['fetch'] = (url, init) => {
        if (url.endsWith('r2/bundle.json'))
          asked.push(String(new Headers(init.headers).get('range')));
        return server.fetch(url, init);
      };
      const { session, request } = visit(server, memoryCache(), kind, environment(counted));
      const seen = await everyPage(session, request);
      expect([...(seen ?? [])].toSorted()).toEqual([...truth].toSorted());
      expect(new Set(asked).size).toBeGreaterThan(4);
      const source = openSource(request.source, environment(server.fetch), memoryCache());
      const opened = await source.open('plan');
      const part = opened.ok ? await opened.value.readPart?.('bundle.json', 3, 20) : undefined;
      const text = two.get('projects/plan/r2/bundle.json') ?? '';
      expect(part).toEqual({
        ok: true,
        value: { bytes: new TextEncoder().encode(text.slice(3, 20)), size: text.length },
      });
      // A file that becomes another one meanwhile is not put together of both.
      server.desk.set({
        rules: [
          { path: /r2\/bundle\.json/, times: 2, behaviour: { kind: 'slow', ms: 0 } },
          { path: /r2\/bundle\.json/, behaviour: { kind: 'answer', status: 404 } },
        ],
      });
      const other = visit(server, memoryCache(), kind);
      expect(await onePage(other.session, other.request)).toBeUndefined();
    },
  );

  it.concurrent.each(['api', 'static'] as const)(
    'what nobody waits for any longer is not read on: %s',
    async (kind) => {
      const server = host.server();
      server.serve(two);
      const page = visit(server, memoryCache(), kind, patient(server.fetch));
      const { session, request } = page;
      const stalled = (path: RegExp) =>
        server.desk.set({ rules: [{ path, behaviour: { kind: 'stall', after: 5 } }] });
      stalled(/collections|metrics/);
      const opening = session.snapshot(request).catch((error: unknown) => error);
      await until(() => server.open() === 1);
      await session.leave(request.source, request.project);
      expect(await opening).toMatchObject({ failure: { error: { code: 'aborted' } } });
      await until(() => server.open() === 0);
      // Nothing of the half that was read is shown to whoever comes back.
      server.desk.set(noFaults);
      expect((await onePage(session, request))?.get('["gate","gate-A","first"]')).toBe(2);
      await until(() => server.open() === 0);
      if (kind === 'api') return;
      stalled(/evidence\/late/);
      const looking = session.evidenceContent(request, 'late').catch((error: unknown) => error);
      await until(() => server.open() === 1);
      await session.leaveEvidence(request, 'late', 'content');
      expect(await looking).toMatchObject({ failure: { error: { code: 'aborted' } } });
      await until(() => server.open() === 0);
      expect((await onePage(session, request))?.get('verified files first')).toBe(3);
    },
  );

  it.concurrent.each(streamFaults)(
    'every revision is told once: events $name',
    async (scenario) => {
      const server = host.server();
      server.serve(two);
      const page = visit(server);
      const before = await onePage(page.session, page.request);
      expect(before?.get('["gate","gate-A","first"]')).toBe(2);
      server.serve(faultyPlanFiles(['r1', 'r2', ...scenario.arrived]));
      server.desk.set({ rules: scenario.rules ?? [], streams: scenario.streams });
      const follow = following(page);
      const told = () =>
        follow.news.flatMap((entry) => (entry.kind === 'revision' ? [entry.revision] : []));
      await follow.until(() => scenario.arrived.every((id) => told().includes(id)));
      await page.session.listProjects(page.request.source);
      expect(told().toSorted()).toEqual(scenario.arrived);
      // What was announced does not change what is looked at.
      const seen = await onePage(page.session, page.request);
      expect(greener(seen ?? new Map(), truth)).toEqual([]);
      expect(seen?.get('["gate","gate-A","first"]')).toBe(2);
      const shown = await page.session.revisions(page.request);
      expect(shown.ok && shown.value.revisions.map(({ id }) => id)).toContain('r2');
      await follow.stop();
    },
  );
});

/** What no plan may show greener that is not the one in the list of sums, whatever it demands. */
const ofWholePlan = ['["gate', 'passed gates', '["item', 'ready', 'complete'];

it('is at least forty faults, ten of them in mid-stream', () => {
  const all = [...answerFaults, ...midStreamFaults, ...streamFaults];
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(all.filter(({ isMidStream }) => isMidStream === true).length).toBeGreaterThanOrEqual(10);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
