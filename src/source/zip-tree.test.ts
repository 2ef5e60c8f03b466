import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rawZip } from './testing/raw-zip.ts';
import { treeSource } from './tree-source.ts';
import { isZip, zipTree } from './zip-tree.ts';

const bundle = strToU8('{"project":{"id":"p","title":"P"}}');
const noLimit = Number.POSITIVE_INFINITY;

describe('zipTree', () => {
  it('reads what an ordinary tool wrote', async () => {
    const zip = zipSync({
      'bundle.json': bundle,
      evidence: { 'a.txt': [strToU8('stored'), { level: 0 }], 'leer.txt': strToU8('') },
      '__MACOSX/._bundle.json': strToU8('junk'),
      'evidence/.DS_Store': strToU8('junk'),
    });
    expect(isZip(zip)).toBe(true);
    const tree = zipTree(zip, 'b.zip');
    if (!tree.ok) throw new Error(tree.error.code);
    expect(tree.value.paths).toEqual(['bundle.json', 'evidence/a.txt', 'evidence/leer.txt']);
    expect(await tree.value.read('bundle.json', noLimit)).toEqual({ ok: true, value: bundle });
    expect(await tree.value.read('evidence/a.txt', noLimit)).toEqual({
      ok: true,
      value: strToU8('stored'),
    });
    expect(await tree.value.read('evidence/leer.txt', noLimit)).toMatchObject({ ok: true });
    expect(await tree.value.read('no', noLimit)).toMatchObject({ error: { code: 'not-found' } });
    expect(await tree.value.read('bundle.json', 5)).toMatchObject({ error: { code: 'too-large' } });
  });

  it.each([
    ['../x', 'path'],
    ['a/../../x', 'path'],
    ['/etc/passwd', 'path'],
    ['C:\\x', 'path'],
    ['a\\..\\x', 'path'],
    ['%2e%2e/x', 'path'],
    ['../folder/', 'path'],
    ['', 'path'],
  ])('refuses the name %j', (name, reason) => {
    expect(zipTree(rawZip([{ name, content: bundle }]), 'z')).toMatchObject({
      error: { code: 'zip-entry-refused', params: { reason, entry: name } },
    });
  });

  it.each([
    ['a link', [{ name: 'l', content: strToU8('/etc/passwd'), mode: 0o120777 }], 'link'],
    ['two of one name', [{ name: 'a' }, { name: 'a' }], 'duplicate'],
    ['two of one composed name', [{ name: '\u00e9' }, { name: 'e\u0301' }], 'duplicate'],
    ['an encrypted file', [{ name: 'a', flags: 1 }], 'encrypted'],
    ['another packing', [{ name: 'a', method: 14, content: strToU8('x') }], 'method'],
  ])('refuses %s', (_, entries, reason) => {
    expect(zipTree(rawZip(entries), 'z')).toMatchObject({
      error: { code: 'zip-entry-refused', params: { reason } },
    });
  });

  it('refuses a file that unpacks to more than a hundred times its size', () => {
    const zip = rawZip([{ name: 'a', content: new Uint8Array(4 * 1024 * 1024) }]);
    expect(zipTree(zip, 'z')).toMatchObject({
      error: { code: 'zip-bomb', params: { reason: 'ratio' } },
    });
  });

  it('refuses more than the largest bundle', () => {
    const claim = { content: strToU8('x'.repeat(10)), method: 8 };
    const zip = rawZip([{ ...claim, name: 'a', size: 0xf0000000 }]);
    expect(zipTree(zip, 'z')).toMatchObject({ error: { code: 'zip-bomb' } });
  });

  it('refuses files that share their data', () => {
    const content = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 251);
    const zip = rawZip([
      { name: 'a', content },
      { name: 'b', content, sameDataAs: 0, localName: 'a' },
    ]);
    expect(zipTree(zip, 'z')).toMatchObject({
      error: { code: 'zip-bomb', params: { reason: 'overlap' } },
    });
  });

  it('stops unpacking at the stated size', async () => {
    const zip = rawZip([{ name: 'a', content: new Uint8Array(5_000_000), size: 900_000 }]);
    const tree = zipTree(zip, 'z');
    const read = tree.ok ? await tree.value.read('a', noLimit) : tree;
    expect(read).toMatchObject({ error: { code: 'zip-bomb', params: { reason: 'size' } } });
  });

  it.each([
    ['another checksum', { name: 'a', content: strToU8('x'), crc: 1 }],
    ['fewer bytes than stated', { name: 'a', content: strToU8('x'), size: 2 }],
    ['another name inside', { name: 'a', content: strToU8('x'), localName: 'b' }],
  ])('calls %s damage', async (_, entry) => {
    const tree = zipTree(rawZip([entry]), 'z');
    const read = tree.ok ? await tree.value.read('a', noLimit) : tree;
    expect(read).toMatchObject({ error: { code: 'zip-damaged' } });
  });

  it('survives cut and flipped bytes, and never gives other content', async () => {
    const content = strToU8('evidence '.repeat(50));
    const zip = zipSync({ 'bundle.json': bundle, 'e.txt': content });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(zip.byteLength - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, cut) => {
          const broken = cut ? zip.slice(0, at) : zip.slice();
          if (!cut) broken[at] = (broken[at] ?? 0) ^ flip;
          const tree = zipTree(broken, 'z');
          if (!tree.ok) {
            expect(tree.error.code).toMatch(/^zip-/);
            return;
          }
          const read = await tree.value.read('e.txt', noLimit);
          if (read.ok) expect(read.value).toEqual(content);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(zipTree(bytes, 'z')).toMatchObject({ error: { code: 'zip-damaged' } });
      }),
    );
  });
});

describe('treeSource', () => {
  function tree(files: Readonly<Record<string, string>>) {
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    );
    const opened = zipTree(zip, 'drop.zip');
    if (!opened.ok) throw new Error(opened.error.code);
    return treeSource(opened.value);
  }

  it('finds the bundle in a sub-folder and ignores deeper ones', async () => {
    const source = tree({
      'x/plan/bundle.json': '{"project":{"id":"p","title":"P"}}',
      'x/plan/evidence/bundle.json': '{}',
      'x/readme.md': '',
    });
    expect(await source.list()).toMatchObject({ value: [{ id: 'p', title: 'P' }] });
    const opened = await source.open('p');
    expect(opened.ok && opened.value.paths).toEqual(['bundle.json', 'evidence/bundle.json']);
    expect(opened.ok && opened.value.origin).toBe('drop.zip: x/plan');
    const file = opened.ok ? await opened.value.read('evidence/bundle.json') : opened;
    expect(file).toMatchObject({ ok: true, value: { mediaType: 'application/json' } });
    expect(opened.ok && (await opened.value.read('../readme.md'))).toMatchObject({
      error: { code: 'unsafe-path' },
    });
  });

  it('opens a whole site with its index', async () => {
    const source = tree({
      'site/index.json': '{"projects":[{"id":"a","title":"A","revisions":["1"]}]}',
      'site/projects/a/1/bundle.json': '{"project":{"id":"a"}}',
    });
    expect(await source.list()).toMatchObject({ value: [{ id: 'a', revisions: [{ id: '1' }] }] });
    const opened = await source.open('a', '1');
    expect(opened.ok && opened.value.paths).toEqual(['bundle.json']);
    expect(await source.open('b')).toMatchObject({ error: { code: 'not-found' } });
  });

  it('lists several bundles side by side', async () => {
    const source = tree({
      'a/bundle.json': '{"project":{"id":"pa"}}',
      'b/bundle.json': 'broken',
    });
    expect(await source.list()).toMatchObject({ value: [{ id: 'pa' }, { id: 'b', title: 'b' }] });
    const opened = await source.open('b');
    expect(opened.ok && opened.value.origin).toBe('drop.zip: b');
  });

  it('says when there is no bundle', async () => {
    expect(await tree({ 'a.txt': '', 'b.txt': '' }).list()).toMatchObject({
      error: { code: 'not-a-bundle' },
    });
  });
});
