import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readCsvText } from '../formats/csv-table.ts';
import { searchedAtOnce } from './evidence-files.ts';
import { LargeFile } from './large-file.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const log = (text: string): LargeFile => new LargeFile(bytesOf(text), 'text/plain', 'a.log');
const table = (text: string): LargeFile => new LargeFile(bytesOf(text), 'text/csv', 'a.csv');

describe('lines', () => {
  it('are those of the text, whatever their ends', () => {
    const piece = fc.constantFrom('a', 'ü', '\n', '\r\n', ' ', '😀');
    fc.assert(
      fc.property(fc.array(piece), fc.nat(8), fc.nat(8), (parts, from, count) => {
        const text = parts.join('');
        const lines = text.split(/\r?\n/);
        if (lines.at(-1) === '') lines.pop();
        const file = log(text);
        expect(file.count('lines')).toMatchObject({ count: lines.length, isComplete: true });
        expect(file.lines(from, count).map((line) => line.text)).toEqual(
          lines.slice(from, from + count),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are cut where they are endless, and say so', () => {
    const [line] = log('x'.repeat(5000)).lines(0, 1);
    expect(line).toEqual({ text: 'x'.repeat(4000), rest: 1000 });
  });

  it('are none where the bytes are no text', () => {
    expect(log('a\0b').opened).toMatchObject({ isText: false });
    expect(log('a\0b').count('lines').count).toBe(0);
  });
});

describe('rows', () => {
  it('are those that the reader of tables counts', () => {
    const field = fc.constantFrom('1', '', 'a', '"x,\ny"', '""', ' ', '"q""q"');
    const row = fc.array(field, { minLength: 2, maxLength: 3 }).map((fields) => fields.join(','));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = ['h1,h2', ...rows].join(end);
        const file = table(text);
        const expected = readCsvText(text);
        fc.pre(!rows.some((line) => /^[," ]*""[," ]*$/.test(line)));
        expect(file.opened.header).toEqual(expected.header);
        expect(file.count('rows').count).toBe(expected.rows.length);
        const all = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((at) => file.rows(at, 1));
        expect(all).toEqual(expected.rows);
      }),
      { numRuns: 300 },
    );
  });
});

it('draws a column while its rows are gone through', async () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `${at},${at === 4321 ? 9999 : at % 10}`);
  const file = table(`n,"value"\n${lines.join('\n')}\n`);
  const first = file.column('value');
  expect(first).toMatchObject({ rows: 2000, isComplete: false });
  expect(first.share).toBeGreaterThan(0.3);
  expect(first.share).toBeLessThan(0.6);
  await vi.waitFor(() => expect(file.column('value').isComplete).toBe(true));
  const whole = file.column('value');
  expect(whole).toMatchObject({ rows: 5000, count: 5000, low: 0, high: 9999, share: 1 });
  expect(whole.points).toContainEqual({ row: 4322, value: 9999 });
  expect(file.column('no such')).toMatchObject({ rows: 0, isComplete: true });
});

it('counts a large file part by part, beside other questions', async () => {
  const line = `${'x'.repeat(99)}\n`;
  const file = log(line.repeat(200_000));
  const first = file.count('lines');
  expect(first.isComplete).toBe(false);
  expect(first.count).toBeGreaterThan(1000);
  expect(file.lines(199_999, 5)).toHaveLength(1);
  await vi.waitFor(() => expect(file.count('lines').isComplete).toBe(true));
  expect(file.count('lines')).toEqual({ count: 200_000, share: 1, isComplete: true });
});

describe('searching', () => {
  it('finds each line once, part by part, without regard to case', () => {
    const filler = 'x'.repeat(1000);
    const lines = Array.from({ length: 9000 }, (_, at) =>
      at % 1500 === 7 ? `Needle needle ${filler}` : filler,
    );
    const file = log(`${lines.join('\n')}\n`);
    const found: number[] = [];
    let parts = 0;
    for (let next: number | undefined = 0; next !== undefined; ) {
      const answer = file.find({ text: 'nEEdle', from: next, unit: 'lines' });
      found.push(...answer.hits);
      next = answer.next;
      parts += 1;
    }
    expect(found).toEqual([7, 1507, 3007, 4507, 6007, 7507]);
    expect(parts).toBe(Math.ceil((9000 * 1001) / searchedAtOnce));
  });

  it('names rows where a table is asked', () => {
    const file = table('h,g\n1,"a\nneedle"\n2,needle needle\n');
    expect(file.find({ text: 'needle', from: 0, unit: 'rows' })).toEqual({ hits: [0, 1] });
    expect(file.find({ text: '', from: 0, unit: 'rows' })).toEqual({ hits: [] });
  });
});
