import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { walk } from '../files/walk.ts';
import { folderWith } from '../testing/files.ts';
import { fingerprintOf, fingerprintOfFolder } from './fingerprint.ts';
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

it('a fingerprint from the folder is that from facts, and notices what is new, gone or left out', async () => {
  const root = folderWith({ ...files, 'top.txt': 'top', 'd1/inner/left.tmp': 'left' });
  const now = Date.now() + 60_000;
  const exclude = ['**/*.tmp', 'd6/**'];
  const found = walk(root, exclude).files;
  expect(found).toHaveLength(301 - 42);
  const whole = fingerprintOf(['k'], found, now);
  expect(whole).toMatch(/^[0-9a-f]{64}$/);
  const usual = { keys: ['k'], root, exclude, needs: 'top.txt', now };
  const of = (change: object) => fingerprintOfFolder({ ...usual, ...change });
  expect(await of({})).toBe(whole);
  expect(await of({ worthThreads: 0 })).toBe(whole);
  expect(await of({ worthThreads: 80 })).toBe(whole);
  expect(await of({ keys: ['other'] })).not.toBe(whole);
  expect(await of({ exclude: [] })).not.toBe(whole);
  expect(await of({ needs: 'd0/0.txt' })).toBeUndefined();
  const early = Math.max(...found.map(({ changed }) => changed)) + 1000;
  expect(await of({ now: early })).toBeUndefined();
  expect(await of({ now: early, worthThreads: 0 })).toBeUndefined();
  rmSync(join(root, found[7]?.path ?? ''));
  expect(await of({ worthThreads: 0 })).not.toBe(whole);
});
