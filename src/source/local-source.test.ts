import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type DroppedFile, filesOfEntries, filesOfList } from './dropped-files.ts';
import { keepDropped, localSource } from './local-source.ts';
import { forgetKept, listKept } from './local-store.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const document = '{"project":{"id":"p","title":"P"}}';

function dropped(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): DroppedFile[] {
  return Object.entries(files).map(([path, content]) => ({ path, file: new Blob([content]) }));
}

async function keep(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>, at = now) {
  const kept = await keepDropped(dropped(files), at);
  if (!kept.ok) throw new Error(kept.error.code);
  return kept.value;
}

describe('kept bundles', () => {
  it('keeps a folder under an id made of its content', async () => {
    const first = await keep({ 'plan/bundle.json': document, 'plan/evidence/e.txt': 'e' });
    expect(first).toMatchObject({ name: 'plan', size: document.length + 1 });
    expect(first.id).toMatch(/^[0-9a-f]{32}$/);
    const again = await keep({ 'plan/evidence/e.txt': 'e', 'plan/bundle.json': document });
    expect(again.id).toBe(first.id);
    const other = await keep({ 'plan/bundle.json': document, 'plan/evidence/e.txt': 'f' });
    expect(other.id).not.toBe(first.id);

    const source = localSource(first.id);
    expect(await source.list()).toMatchObject({ value: [{ id: 'p', title: 'P' }] });
    const opened = await source.open('p');
    const file = opened.ok ? await opened.value.read('evidence/e.txt') : opened;
    expect(file).toMatchObject({ ok: true, value: { bytes: strToU8('e') } });
  });

  it('keeps an archive, and one document under any name', async () => {
    const zip = await keep({ 'b.zip': zipSync({ 'a/bundle.json': strToU8(document) }) });
    expect(await localSource(zip.id).list()).toMatchObject({ value: [{ id: 'p' }] });
    const single = await keep({ 'my plan.json': document });
    const opened = await localSource(single.id).open('p');
    const file = opened.ok ? await opened.value.read('bundle.json') : opened;
    expect(file).toMatchObject({ ok: true, value: { bytes: strToU8(document) } });
  });

  it('lists the newest first and forgets', async () => {
    const older = await keep({ 'older.json': '{"project":{"id":"o"}}' }, now - 1000);
    const newer = await keep({ 'newer.json': '{"project":{"id":"n"}}' }, now + 1000);
    const listed = await listKept();
    const ids = listed.ok ? listed.value.map(({ id }) => id) : [];
    expect(ids[0]).toBe(newer.id);
    expect(ids.at(-1)).toBe(older.id);
    expect(await forgetKept(newer.id)).toEqual({ ok: true, value: undefined });
    const left = await listKept();
    expect(left.ok && left.value.some(({ id }) => id === newer.id)).toBe(false);
    expect(await localSource(newer.id).list()).toMatchObject({ error: { code: 'not-stored' } });
    expect((await localSource(older.id).list()).ok).toBe(true);
  });

  it.each([
    [{ 'a.txt': 'a', 'b.txt': 'b' }, 'not-a-bundle'],
    [{}, 'not-a-bundle'],
    [{ 'x.zip': zipSync({ 'a.txt': strToU8('') }) }, 'not-a-bundle'],
    [{ 'x.zip': zipSync({ 'a.json': strToU8('') }).slice(0, 60) }, 'zip-damaged'],
  ])('keeps nothing of %j', async (files, code) => {
    const before = await listKept();
    expect(await keepDropped(dropped(files), now)).toMatchObject({ error: { code } });
    expect(await listKept()).toEqual(before);
  });
});

describe('files of a drop', () => {
  it('takes a file list, with folders where the browser names them', () => {
    const inFolder = new File(['x'], 'bundle.json');
    Object.defineProperty(inFolder, 'webkitRelativePath', { value: 'plan/bundle.json' });
    const files = filesOfList([inFolder, new File(['y'], 'b.txt'), new File([''], '.DS_Store')]);
    expect(files.ok && files.value.map(({ path }) => path)).toEqual(['plan/bundle.json', 'b.txt']);
  });

  it('refuses a name that leads outside', () => {
    expect(filesOfList([new File(['x'], '..\\x')])).toMatchObject({
      error: { code: 'unsafe-path' },
    });
  });

  it('walks folders, portion by portion', async () => {
    const files = await filesOfEntries(
      asEntries([
        folder('/plan', [
          [file('/plan/bundle.json')],
          [folder('/plan/e', [[file('/plan/e/a.txt')]])],
        ]),
      ]),
    );
    expect(files.ok && files.value.map(({ path }) => path).sort()).toEqual([
      'plan/bundle.json',
      'plan/e/a.txt',
    ]);
  });

  it('says when the disk does not answer', async () => {
    const broken = {
      ...file('/a.json'),
      file: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone')),
    };
    expect(await filesOfEntries(asEntries([broken]))).toMatchObject({
      error: { code: 'unreachable' },
    });
  });
});

function asEntries(entries: readonly object[]): FileSystemEntry[] {
  return entries as unknown as FileSystemEntry[];
}

function file(fullPath: string): object {
  const content = new File(['x'], fullPath);
  return {
    isFile: true,
    isDirectory: false,
    fullPath,
    name: fullPath,
    file: (done: (file: File) => void) => done(content),
  };
}

function folder(fullPath: string, portions: readonly (readonly object[])[]): object {
  return {
    isFile: false,
    isDirectory: true,
    fullPath,
    name: fullPath,
    createReader: () => {
      const rest = [...portions];
      return { readEntries: (done: (part: readonly object[]) => void) => done(rest.shift() ?? []) };
    },
  };
}
