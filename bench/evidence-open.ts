import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LargeFile } from '../src/queries/large-file.ts';
import { randomFrom, wholeBelow } from './support/random.ts';
import type { Context, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const megabytes = 100;
const rounds = 7;

/** Opening a large table to its first rows. */
export async function opening(): Promise<{
  readonly parts: readonly [Part];
  readonly context: Context;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'wavegate-bench-'));
  try {
    const file = join(folder, 'large.csv');
    writeFileSync(file, table());
    return await measure(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(file: string) {
  const reads: number[] = [];
  const opens: number[] = [];
  const searches: number[] = [];
  const counts: number[] = [];
  let rows = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const bytes = new Uint8Array(readFileSync(file));
    const read = performance.now();
    const opened = new LargeFile(bytes, 'text/csv', 'large.csv');
    opened.count('rows');
    const first = opened.rows(0, 100);
    const shown = performance.now();
    if (first.length !== 100) throw new Error('The first rows are not there.');
    reads.push(read - start);
    opens.push(shown - start);
    while (!opened.count('rows').isComplete) await new Promise((done) => setTimeout(done, 1));
    rows = opened.count('rows').count;
    counts.push(performance.now() - shown);
    const search = performance.now();
    for (let next: number | undefined = 0; next !== undefined; ) {
      next = opened.find({ text: 'not in the file', from: next, unit: 'rows' }).next;
    }
    searches.push(performance.now() - search);
  }
  const parts: readonly [Part] = [
    {
      name: 'evidence.open',
      title: `Opening a table of ${megabytes} MB to its first rows, to reading its bytes`,
      ratio: median(opens) / median(reads),
      goal: 2,
      better: 'lower',
      samples: rounds,
      note: 'All rows are counted afterwards, beside other questions.',
    },
  ];
  return {
    parts,
    context: {
      megabytes,
      rows,
      readMs: median(reads),
      openMs: median(opens),
      countMs: median(counts),
      searchMs: median(searches),
    },
  };
}

/** Rows of measurements, some of them quoted. */
function table(): string {
  const random = randomFrom(7);
  const lines = ['time,latency_ms,region,"note, in words"'];
  let length = 0;
  while (length < megabytes * 1e6) {
    const number = lines.length;
    const line = `2026-11-20T12:00:${String(number % 60).padStart(2, '0')}Z,${wholeBelow(random, 100_000) / 1000},eu-${number % 7},"row ${number}"`;
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}
