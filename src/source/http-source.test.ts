import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { httpSource } from './http-source.ts';
import { fakeEnvironment, site } from './testing/fake-environment.ts';

const root = 'https://app.example/wavegate/bundles/';
const index = JSON.stringify({
  projects: [
    {
      id: 'a',
      title: 'Alpha',
      sample: true,
      extra: 1,
      revisions: [
        { id: '1', createdAt: '2026-01-01T00:00:00Z', path: 'projects/a/1/' },
        { id: '2', createdAt: '2026-02-01T00:00:00Z', path: 'projects/a/2/', label: 'second' },
      ],
    },
    { title: 'no id' },
    { id: 'z', revisions: [{ id: 'r', path: 'z.zip' }] },
    { id: 'evil', revisions: [{ id: 'r', path: '../../secret/' }] },
    { id: 'plain', revisions: ['r1'] },
    { id: 'file', revisions: [{ id: 'r', path: 'other/plan.json' }] },
  ],
});
const bundle = JSON.stringify({
  project: { id: 'lone', title: 'Lone' },
  revision: { id: 'r9', createdAt: '2026-03-01T00:00:00Z' },
  items: [],
});

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function open(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>, url = 'bundles/') {
  const env = fakeEnvironment(site(files));
  return { env, source: httpSource({ kind: 'static', url }, env) };
}

describe('a folder with an index', () => {
  const files = {
    [`${root}index.json`]: index,
    [`${root}projects/a/2/bundle.json`]: '{"newest":true}',
    [`${root}projects/a/1/bundle.json`]: '{"newest":false}',
    [`${root}projects/a/2/evidence/run%20%231.csv`]: 'x,y',
    [`${root}projects/plain/r1/bundle.json`]: '{"plain":true}',
    [`${root}other/plan.json`]: '{"file":true}',
    [`${root}z.zip`]: zipSync({ 'deep/bundle.json': strToU8('{"zipped":true}') }),
  };

  it('lists what the index says, newest revision first', async () => {
    const listed = await open(files).source.list();
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual([
      'a',
      'z',
      'evil',
      'plain',
      'file',
    ]);
    expect(listed.ok && listed.value[0]).toEqual({
      id: 'a',
      title: 'Alpha',
      sample: true,
      revisions: [
        { id: '2', createdAt: '2026-02-01T00:00:00Z', path: 'projects/a/2/', label: 'second' },
        { id: '1', createdAt: '2026-01-01T00:00:00Z', path: 'projects/a/1/' },
      ],
    });
  });

  it.each([
    ['a', undefined, '{"newest":true}'],
    ['a', '1', '{"newest":false}'],
    ['z', undefined, '{"zipped":true}'],
    ['plain', undefined, '{"plain":true}'],
    ['file', undefined, '{"file":true}'],
  ])('opens %s %s', async (project, revision, expected) => {
    const opened = await open(files).source.open(project, revision);
    const file = opened.ok ? await opened.value.read('bundle.json') : opened;
    expect(file.ok && text(file.value.bytes)).toBe(expected);
  });

  it('reads files with any name beside the bundle, and none outside', async () => {
    const opened = await open(files).source.open('a');
    if (!opened.ok) throw new Error('not opened');
    const csv = await opened.value.read('evidence/run #1.csv');
    expect(csv).toMatchObject({ ok: true, value: { path: 'evidence/run #1.csv' } });
    expect(await opened.value.read('../1/bundle.json')).toMatchObject({
      error: { code: 'unsafe-path' },
    });
    expect(await opened.value.read('missing.csv')).toMatchObject({
      error: { code: 'not-found', status: 404 },
    });
  });

  it('refuses a revision that lies outside', async () => {
    const { source, env } = open(files);
    expect(await source.open('evil')).toMatchObject({ error: { code: 'unsafe-path' } });
    expect(env.requests).toEqual([`${root}index.json`]);
  });

  it.each([
    ['nobody', undefined],
    ['a', '9'],
  ])('does not find %s %s, after asking the server once more', async (project, revision) => {
    const { source, env } = open(files);
    await source.list();
    expect(await source.open(project, revision)).toMatchObject({ error: { code: 'not-found' } });
    expect(env.requests).toHaveLength(2);
  });

  it.each(['bundles', 'bundles/index.json', `${root}`])('is found by %s', async (url) => {
    expect((await open(files, url).source.list()).ok).toBe(true);
  });
});

describe('a lone bundle', () => {
  it.each([
    ['bundles/', 'bundle.json'],
    ['bundles', 'bundle.json'],
    ['bundles/bundle.json', 'bundle.json'],
    ['bundles/plan.json', 'plan.json'],
  ])('is found by %s', async (url, name) => {
    const { source, env } = open(
      { [`${root}${name}`]: bundle, [`${root}evidence/a.txt`]: 'a' },
      url,
    );
    const listed = await source.list();
    expect(listed).toMatchObject({ ok: true, value: [{ id: 'lone', title: 'Lone' }] });
    const opened = await source.open('lone', 'r9');
    if (!opened.ok) throw new Error('not opened');
    const before = env.requests.length;
    const document = await opened.value.read('bundle.json');
    expect(document.ok && text(document.value.bytes)).toBe(bundle);
    expect(env.requests, 'the document was read while listing').toHaveLength(before);
    expect((await opened.value.read('evidence/a.txt')).ok).toBe(true);
    expect((await opened.value.read('bundle.json')).ok).toBe(true);
  });

  it('is opened even when broken, so that it can say where', async () => {
    const { source } = open({ [`${root}broken.json`]: '{"project":' }, 'bundles/broken.json');
    expect(await source.list()).toMatchObject({ ok: true, value: [{ id: 'broken.json' }] });
    expect((await source.open('broken.json')).ok).toBe(true);
  });
});

describe('other answers', () => {
  it('opens an archive, also without a telling name', async () => {
    const zip = zipSync({ 'plan/bundle.json': strToU8(bundle), 'plan/e.txt': strToU8('e') });
    for (const url of ['bundles/b.zip', 'bundles/download?id=5']) {
      const { source } = open({ [`${root}${url.slice('bundles/'.length)}`]: zip }, url);
      expect(await source.list()).toMatchObject({ ok: true, value: [{ id: 'lone' }] });
      const opened = await source.open('lone');
      expect(opened.ok && opened.value.paths).toEqual(['bundle.json', 'e.txt']);
    }
  });

  it('says that an archive is damaged', async () => {
    const { source } = open({ [`${root}b.zip`]: 'nothing' }, 'bundles/b.zip');
    expect(await source.list()).toMatchObject({ error: { code: 'zip-damaged' } });
  });

  it('says that something else is no bundle', async () => {
    const { source } = open({ [`${root}b.txt`]: 'hello' }, 'bundles/b.txt');
    expect(await source.list()).toMatchObject({ error: { code: 'not-a-bundle' } });
  });

  it('takes the page of a host for what it is', async () => {
    const env = fakeEnvironment(
      () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    );
    const source = httpSource({ kind: 'static', url: 'bundles/' }, env);
    expect(await source.list()).toMatchObject({ error: { code: 'wrong-type' } });
  });

  it('asks a server for its index and nothing else', async () => {
    const env = fakeEnvironment(site({}));
    const source = httpSource({ kind: 'api', url: 'https://api.example/v1' }, env);
    expect(await source.list()).toMatchObject({ error: { code: 'not-found' } });
    expect(env.requests).toEqual(['https://api.example/v1/index.json']);
  });

  it('refuses an unsafe address before any request', async () => {
    const env = fakeEnvironment(site({}));
    const source = httpSource({ kind: 'static', url: 'https://ok@evil.example/' }, env);
    expect(await source.open('a')).toMatchObject({ error: { code: 'unsafe-url' } });
    expect(env.requests).toEqual([]);
  });
});
