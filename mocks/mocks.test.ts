import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../src/source/open-source.ts';
import type { EvidenceSource } from '../src/source/types.ts';
import { digestOf, faultFiles, sentinelIds } from './faults/fault-bundles.ts';
import { createMockServer } from './node.ts';

const samples = new URL('../public/bundles/', import.meta.url);
const { server, db, baseUrl } = createMockServer(async (path) => {
  try {
    return new Uint8Array(await readFile(new URL(path, samples)));
  } catch {
    return undefined;
  }
});

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => db.reset());
afterAll(() => server.close());

function api(url: string): EvidenceSource {
  return openSource(
    { kind: 'api', url },
    {
      baseUrl,
      fetch: (address, init) => fetch(address, init),
      now: () => 0,
      // Time passes at once, except for the patience with a silent server.
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms < 5000 ? 0 : ms);
        return () => clearTimeout(timer);
      },
      random: () => 0,
    },
  );
}

async function readBundle(project: string) {
  const opened = await api('api/faults/').open(project);
  return opened.ok ? opened.value.read('bundle.json') : opened;
}

describe('the mocked server', () => {
  it('lists and serves the samples of the static folder', async () => {
    const onDisk: unknown = JSON.parse(await readFile(new URL('index.json', samples), 'utf8'));
    const source = api('api/v1/');
    const listed = await source.list();
    expect(onDisk).toMatchObject({ projects: listed.ok ? listed.value : [] });
    const first = listed.ok ? listed.value[0] : undefined;
    const opened = await source.open(first?.id ?? '');
    const file = opened.ok ? await opened.value.read('bundle.json') : opened;
    expect(file).toMatchObject({ ok: true, value: { mediaType: 'application/json' } });
  });

  it('confirms what the reader has already', async () => {
    const url = `${baseUrl}api/v1/index.json`;
    const first = await fetch(url);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('says what is wrong as a problem document', async () => {
    const response = await fetch(`${baseUrl}api/v1/nowhere.json`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 404, instance: 'nowhere.json' });
  });

  it('can be changed by a test, until it is reset', async () => {
    db.put('faults', 'projects/healthy/r1/bundle.json', '{}');
    const changed = await readBundle('healthy');
    expect(changed.ok && changed.value.bytes).toHaveLength(2);
    db.remove('faults', 'projects/healthy/r1/bundle.json');
    expect(await readBundle('healthy')).toMatchObject({ error: { code: 'not-found' } });
    db.reset();
    expect((await readBundle('healthy')).ok).toBe(true);
  });
});

describe('sentinel projects', () => {
  it('are all listed', async () => {
    const listed = await api('api/faults/').list();
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(sentinelIds);
  });

  it.each([
    ['fault-500', 'server-error'],
    ['fault-401', 'unauthorised'],
    ['fault-403', 'forbidden'],
    ['fault-404', 'not-found'],
    ['fault-429', 'too-many-requests'],
    ['fault-html', 'wrong-type'],
    ['fault-cut-off', 'unreachable'],
  ])('%s fails as %s', async (project, code) => {
    expect(await readBundle(project)).toMatchObject({ ok: false, error: { code } });
  });

  it('hold what their names say', () => {
    const files = faultFiles();
    const file = (id: string, path: string) => files.get(`projects/${id}/r1/${path}`);
    expect(() => JSON.parse(file('fault-not-json', 'bundle.json') ?? '')).toThrow(SyntaxError);
    expect(file('fault-missing-evidence', 'evidence/unit.json')).toBeUndefined();
    expect(file('healthy', 'bundle.json')).toContain(
      digestOf(file('healthy', 'evidence/unit.json') ?? ''),
    );
    expect(file('fault-tampered-evidence', 'bundle.json')).not.toContain(
      digestOf(file('fault-tampered-evidence', 'evidence/unit.json') ?? ''),
    );
  });
});
