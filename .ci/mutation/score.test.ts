import { describe, expect, it } from 'vitest';
import { measure, merge, type StrykerReport } from './score.ts';

const report = (...statuses: readonly string[]): StrykerReport => ({
  files: {
    'src/gates/a.ts': {
      source: 'const a = 1;',
      mutants: statuses.map((status, at) => ({
        status,
        mutatorName: 'Literal',
        replacement: `a ${at}`,
        location: { start: { line: at + 1, column: 3 } },
      })),
    },
  },
});
const measured = (...statuses: readonly string[]) =>
  measure('src/gates/a.ts', 'const a = 1;', 'c1', report(...statuses));
const present = new Map([['src/gates/a.ts', 'const a = 1;']]);

describe('the mutation score', () => {
  it('counts what was killed or timed out, of all that a test could detect', () => {
    const own = measured('Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError');
    expect(own.tally).toEqual({ killed: 1, timeout: 1, survived: 1, noCoverage: 1, ignored: 2 });
    expect(own.undetected).toEqual(['3:3 Literal → a 2', '4:3 Literal → a 3 (no test runs it)']);
    expect(merge([own], present, 'c2').score).toBe(50);
  });

  it('is rounded down, so that no limit is reached by rounding', () => {
    const third = measured('Killed', 'Killed', 'Survived');
    expect(merge([third], present, 'c2').score).toBe(66.66);
  });

  it('adds mutants, not scores, and has one for each folder', () => {
    const other = measure('src/derive/b.ts', '', 'c1', { files: {} });
    const total = merge([measured('Killed', 'Survived'), other], present, 'c2');
    expect(total.score).toBe(50);
    expect(total.commit).toBe('c2');
    expect(total.folders['src/derive']?.score).toBe(100);
    expect(total.folders['src/gates']?.mutants.survived).toBe(1);
  });

  it('names what has changed since it was measured, and what never was', () => {
    const own = measured('Killed');
    expect(merge([own], present, 'c2')).toMatchObject({
      changedSince: [],
      notMeasured: [],
      open: 0,
    });
    const others = new Map([
      ['src/gates/a.ts', 'const a = 2;'],
      ['src/gates/c.ts', ''],
      ['src/gates/b.ts', ''],
    ]);
    expect(merge([own], others, 'c2')).toMatchObject({
      changedSince: ['src/gates/a.ts'],
      notMeasured: ['src/gates/b.ts', 'src/gates/c.ts'],
      open: 3,
    });
  });
});
