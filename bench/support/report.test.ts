import { describe, expect, it } from 'vitest';
import { jsonReport, lastLine, type Measured, markdownReport, readable } from './report.ts';
import { isMet, type Part } from './result.ts';

const fast: Part = {
  name: 'demo.fast',
  title: 'Faster',
  ratio: 12.345_678,
  goal: 10,
  better: 'higher',
  samples: 5,
};
const large: Part = {
  name: 'demo.large',
  title: 'Size',
  ratio: 160,
  goal: 150,
  better: 'lower',
  samples: 1,
  unit: 'kB',
  note: 'Not compressed twice.',
};
const run: Measured = {
  benchmark: { name: 'demo', title: 'A demonstration' },
  outcome: { parts: [fast, large], context: { ms: 3 } },
};

describe('lastLine', () => {
  it('is one line of JSON that leads with the first part and holds them all', () => {
    const line = lastLine(run);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toMatchObject({
      name: 'demo',
      ratio: 12.35,
      goal: 10,
      better: 'higher',
      samples: 5,
      parts: [{ name: 'demo.fast' }, { name: 'demo.large', unit: 'kB' }],
      context: { ms: 3 },
    });
  });
});

describe('the report', () => {
  const machine = { cores: 4, node: '24.0.0' };

  it('lists every part of every benchmark', () => {
    const report = jsonReport('2026-11-21T12:00:00Z', machine, [run]);
    expect(report.machine).toEqual(machine);
    expect(report.results.map(({ name }) => name)).toEqual(['demo.fast', 'demo.large']);
  });

  it('says in words which goals were missed', () => {
    const lines = markdownReport('2026-11-21T12:00:00Z', machine, [run]).split('\n');
    expect(lines.find((line) => line.includes('demo.fast'))).toContain('| met |');
    expect(lines.find((line) => line.startsWith('| Size'))).toContain('**missed**');
    expect(lines.find((line) => line.startsWith('- `demo.large`'))).toContain('Not compressed');
  });
});

describe('isMet', () => {
  it('takes the goal itself for good enough, in both directions', () => {
    expect(isMet({ ratio: 1, goal: 1, better: 'lower' })).toBe(true);
    expect(isMet({ ratio: 1, goal: 1, better: 'higher' })).toBe(true);
    expect(isMet({ ratio: 1.01, goal: 1, better: 'lower' })).toBe(false);
    expect(isMet({ ratio: 0.99, goal: 1, better: 'higher' })).toBe(false);
  });

  it('never takes what is no number for good', () => {
    expect(isMet({ ratio: Number.NaN, goal: 1, better: 'lower' })).toBe(false);
    expect(isMet({ ratio: Number.NaN, goal: 1, better: 'higher' })).toBe(false);
  });
});

describe('readable', () => {
  it('rounds numbers at every depth and leaves words alone', () => {
    const context = { a: 1.234_56, b: { c: [2.345_67, { d: 3.456_78 }] }, e: 'word', f: true };
    expect(readable(context)).toEqual({
      a: 1.235,
      b: { c: [2.346, { d: 3.457 }] },
      e: 'word',
      f: true,
    });
  });
});
