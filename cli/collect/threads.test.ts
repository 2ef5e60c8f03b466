import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { walk } from '../files/walk.ts';
import { folderWith } from '../testing/files.ts';
import { fingerprintOf, fingerprintOfPaths } from './fingerprint.ts';
import { hashFiles } from './hash-files.ts';

const content = (k: number): string => `${k}`.repeat(k);
const files = Object.fromEntries(
  Array.from({ length: 300 }, (_, k) => [`d${k % 7}/${k}.txt`, content(k)]),
);

it('threads give the digests that one gives', async () => {
  const root = folderWith(files);
  const digests = await hashFiles(root, walk(root).files);
  expect(digests.size).toBe(300);
  for (const [path, text] of Object.entries(files)) {
    expect(digests.get(path)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

it('a fingerprint from names is that from facts, and notices what is new or gone', async () => {
  const root = folderWith(files);
  const later = Date.now() + 60_000;
  const found = walk(root).files;
  const paths = found.map(({ path }) => path);
  const whole = fingerprintOf(['k'], found, later);
  expect(whole).toMatch(/^[0-9a-f]{64}$/);
  expect(await fingerprintOfPaths(['k'], root, paths, later)).toBe(whole);
  expect(await fingerprintOfPaths(['k'], root, paths, later, 0)).toBe(whole);
  expect(await fingerprintOfPaths(['other'], root, paths, later, 0)).not.toBe(whole);
  expect(await fingerprintOfPaths(['k'], root, paths, Date.now(), 0)).toBeUndefined();
  rmSync(join(root, paths[7] ?? ''));
  expect(await fingerprintOfPaths(['k'], root, paths, later, 0)).toBeUndefined();
});
