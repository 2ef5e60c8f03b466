import { readFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conformanceChecks } from '../../.ci/api/conformance.ts';
import { contractFile } from '../../.ci/api/contract.ts';
import { fromBase64 } from '../../src/api/addresses.ts';
import { applyDelta } from '../../src/api/byte-delta.ts';
import { eventParser, type StreamEvent } from '../../src/api/event-stream.ts';
import type { Delta } from '../../src/api/generated/types.ts';
import { sha256Hex } from '../../src/bundle/digest.ts';
import { type Served, type ServeOptions, serve } from './serve.ts';
import { type BundleFolder, bundleFolder } from './testing/folder.ts';

let folder: BundleFolder;
let served: Served | undefined;

beforeEach(async () => {
  folder = await bundleFolder();
  await folder.revision('waves', 'r1', '2026-06-01T08:00:00Z');
  await folder.revision('waves', 'r2', '2026-06-02T08:00:00Z');
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  await folder.remove();
});

async function start(options: Partial<ServeOptions> = {}): Promise<Served> {
  served = await serve({ path: folder.path, watch: false, ...options });
  return served;
}

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A request with headers that `fetch` does not let through. */
function raw(port: number, path: string, headers: Record<string, string>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });
}

describe('the contract', () => {
  const contract = readFileSync(new URL(`../../${contractFile}`, import.meta.url), 'utf8');
  it.each([
    ['the samples', () => 'public/bundles', undefined],
    ['a folder without an index, with a token', () => folder.path, 'secret'],
  ])('is kept for %s', async (_, path, token) => {
    const { api } = await start({ path: path(), ...(token === undefined ? {} : { token }) });
    const failures: string[] = [];
    for (const { name, run } of conformanceChecks(contract, {
      root: api,
      ...(token === undefined ? {} : { token }),
    })) {
      await run().catch((error: unknown) => failures.push(`${name}: ${error}`));
    }
    expect(failures).toEqual([]);
  });

  it('is seen to be broken by a server that breaks it', async () => {
    const { api } = await start();
    const lying: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      const headers = new Headers(response.headers);
      headers.delete('etag');
      const body = response.status === 304 ? null : await response.arrayBuffer();
      return new Response(body, { status: response.status, headers });
    };
    const results = await Promise.allSettled(
      conformanceChecks(contract, { root: api, fetch: lying })
        .filter(({ name }) => name.includes('entity tag'))
        .map(({ run }) => run()),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected']);
  });
});

describe('a folder', () => {
  it('without an index gives its bundles as revisions of their projects', async () => {
    const { api } = await start();
    const index = await (await fetch(`${api}index.json`)).json();
    expect(index).toMatchObject({
      projects: [
        {
          id: 'waves',
          title: 'Sentinel waves',
          revisions: [
            { id: 'r2', createdAt: '2026-06-02T08:00:00Z', path: 'projects/waves/r2/' },
            { id: 'r1', path: 'projects/waves/r1/' },
          ],
        },
      ],
    });
  });

  it('tells what changes, once each and in numbers that grow', async () => {
    const { api, look, streams } = await start();
    const stream = await follow(api);
    expect((await stream.next()).type).toBe('hello');
    expect(streams()).toBe(1);
    await folder.revision('waves', 'r3', '2026-06-03T08:00:00Z');
    await look();
    await folder.write('waves/r3/evidence/unit.json', '{}');
    await look();
    await look();
    await folder.revision('other', 'r1', '2026-06-03T08:00:00Z');
    await look();
    const events = [
      await stream.next(),
      await stream.next(),
      await stream.next(),
      await stream.next(),
    ];
    expect(events.map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
      [
        'revision',
        {
          sequence: 1,
          project: 'waves',
          revision: 'r3',
          kind: 'added',
          createdAt: '2026-06-03T08:00:00Z',
        },
      ],
      ['revision', expect.objectContaining({ sequence: 2, revision: 'r3', kind: 'changed' })],
      ['projects', { sequence: 3 }],
      ['revision', expect.objectContaining({ sequence: 4, project: 'other', kind: 'added' })],
    ]);
    const again = await follow(api, events[1]?.id);
    const repeated = [await again.next(), await again.next(), await again.next()];
    expect(repeated.map(({ type, id }) => [type, id])).toEqual([
      ['hello', events[1]?.id],
      ['projects', events[2]?.id],
      ['revision', events[3]?.id],
    ]);
    stream.close();
    again.close();
  });

  it('is watched', async () => {
    const seen = new Promise<void>((resolve) => {
      void start({ watch: true, onEvent: ({ kind }) => kind === 'changed' && resolve() }).then(() =>
        folder.revision('waves', 'r9', '2026-06-09T08:00:00Z'),
      );
    });
    await expect(seen).resolves.toBeUndefined();
  });

  it('that cannot be read for a moment is served as it was', async () => {
    const trouble: unknown[] = [];
    await folder.write('index.json', JSON.stringify({ projects: [] }));
    const { api, look } = await start({
      onEvent: (event) => event.kind === 'trouble' && trouble.push(event.error),
    });
    await folder.write('index.json', '{ "projects": [');
    await look();
    expect(trouble).toHaveLength(1);
    expect((await fetch(`${api}index.json`)).status).toBe(200);
  });

  it('keeps the head of a document that is half written', async () => {
    const { api, look } = await start();
    await folder.write('waves/r2/bundle.json', '{ "wavegate": "1.0.0", "project": {');
    await look();
    const index = await (await fetch(`${api}index.json`)).json();
    expect(index).toMatchObject({
      projects: [{ id: 'waves', revisions: [{ id: 'r2' }, { id: 'r1' }] }],
    });
  });

  it('never lends a file from outside', async () => {
    const outside = join(folder.path, '..', `outside-${process.pid}.json`);
    await writeFile(outside, '{"secret":1}');
    await symlink(outside, join(folder.path, 'waves/r1/evidence/link.json'));
    const { api } = await start();
    const response = await fetch(`${api}projects/waves/r1/evidence/link.json`);
    expect(response.status).toBe(404);
  });
});

describe('a delta', () => {
  it('makes the new document from the one that the reader has, in few bytes', async () => {
    const items = Array.from({ length: 500 }, (_, at) => ({
      id: `W${at}`,
      kind: 'wave',
      title: `Wave number ${at}`,
    }));
    const many = (title: string) => (document: object) =>
      JSON.parse(
        JSON.stringify({ ...document, items: [{ id: 'first', kind: 'wave', title }, ...items] }),
      );
    await folder.revision('waves', 'r3', '2026-06-03T08:00:00Z', many('Before'));
    const { api, look } = await start();
    const address = `${api}projects/waves/r3/bundle.json`;
    const before = new Uint8Array(await (await fetch(address)).arrayBuffer());
    await folder.revision('waves', 'r3', '2026-06-03T08:00:00Z', many('Changed meanwhile'));
    await look();
    const after = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const response = await fetch(`${api}projects/waves/r3/delta.json?from=${sha256Hex(before)}`);
    const text = await response.text();
    const delta: Delta = JSON.parse(text);
    const pieces = delta.parts.map((part) =>
      'copy' in part ? part : { insert: fromBase64(part.insert) ?? new Uint8Array() },
    );
    expect(applyDelta(before, pieces, delta.to.size)).toEqual(after);
    expect(delta.to.sha256).toBe(sha256Hex(after));
    expect(text.length).toBeLessThan(after.length / 50);
  });
});

describe('who may read', () => {
  it.each([
    ['another name for this address', { host: 'evil.example' }, 421],
    ['a page of another origin', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
  ])('not %s', async (_, headers, status) => {
    const { port } = await start();
    const answer = await raw(port, '/api/index.json', { host: `127.0.0.1:${port}`, ...headers });
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('a page of an origin that was allowed, by name and never by a star', async () => {
    const origin = 'https://plans.example';
    const { port } = await start({ origins: [origin] });
    const host = `127.0.0.1:${port}`;
    const answer = await raw(port, '/api/index.json', { host, origin });
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
    expect(answer.headers['vary']).toBe('origin');
  });

  it('whoever has the token, as a header or a cookie; and no address takes one', async () => {
    const { api } = await start({ token: 'secret' });
    const status = async (path: string, headers: Record<string, string>) =>
      (await fetch(`${api}${path}`, { headers })).status;
    expect(await status('index.json', {})).toBe(401);
    expect(await status('index.json?token=secret', {})).toBe(401);
    expect(await status('index.json', { authorization: 'Bearer secret' })).toBe(200);
    expect(await status('index.json', { cookie: 'a=b; wavegate=secret' })).toBe(200);
    expect(await status('events', {})).toBe(401);
    const kept = await fetch(`${api}index.json`, { headers: { authorization: 'Bearer secret' } });
    expect(kept.headers.get('cache-control')).toBe('private, no-store');
  });

  it('data is no page: a sandbox, no sniffing, no framing', async () => {
    await folder.write('waves/r1/evidence/page.html', '<script>alert(1)</script>');
    const { api } = await start();
    const response = await fetch(`${api}projects/waves/r1/evidence/page.html`);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('the app', () => {
  it('comes from the same address with its own policy and names the interface', async () => {
    await folder.write(
      'app/index.html',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"><div id="root">`,
    );
    await folder.write('app/assets/a.js', 'export {};');
    const { url } = await start({
      path: join(folder.path, 'waves'),
      app: join(folder.path, 'app'),
    });
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    );
    expect(await (await fetch(`${url}config.json`)).json()).toEqual({ source: 'api:api/' });
    const script = await fetch(`${url}assets/a.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const path of ['nowhere', '..%2f..%2fetc/passwd', '%00', 'bundles/index.json']) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });
});

interface Following {
  readonly next: () => Promise<StreamEvent>;
  readonly close: () => void;
}

async function follow(api: string, lastEventId?: string): Promise<Following> {
  const controller = new AbortController();
  const response = await fetch(`${api}events`, {
    signal: controller.signal,
    ...(lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } }),
  });
  const reader = response.body?.getReader();
  const parser = eventParser();
  const waiting: StreamEvent[] = [];
  return {
    next: async () => {
      while (waiting.length === 0) {
        const part = await reader?.read();
        if (part === undefined || part.done) throw new Error('The stream ended.');
        waiting.push(...parser.push(part.value));
      }
      const event = waiting.shift();
      if (event === undefined) throw new Error('No event.');
      return event;
    },
    close: () => controller.abort(),
  };
}
