import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLcov } from './lcov.ts';

const share = (text: string, kind: string): unknown =>
  readLcov(text).facts.find((fact) => 'column' in fact.pointer && fact.pointer.column === kind)
    ?.value;

describe('readLcov', () => {
  it('adds up the files', () => {
    const text = [
      'SF:a.ts',
      'LF:3',
      'LH:3',
      'FNF:1',
      'FNH:0',
      'end_of_record',
      'SF:b.ts',
      'LF:1',
      'LH:0',
      'FNF:1',
      'FNH:1',
      'end_of_record',
      '',
    ].join('\n');
    expect(share(text, 'lines')).toBe(75);
    expect(share(text, 'functions')).toBe(50);
    expect(readLcov(text).warnings).toEqual([]);
    expect(readLcov(text).facts[0]?.pointer).toEqual({
      kind: 'rows',
      from: 1,
      to: 12,
      column: 'lines',
    });
  });

  it('takes nothing counted for nothing known, never for everything covered', () => {
    const text = 'SF:a.ts\nBRF:0\nBRH:0\nLF:0\nLH:0\nend_of_record\n';
    expect(readLcov(text).facts).toEqual([]);
  });

  it('says that a number is none, and that a file is cut', () => {
    const { facts, warnings } = readLcov('SF:a.ts\nLF:x\nLH:2');
    expect(facts).toEqual([]);
    expect(warnings).toEqual([
      { code: 'number-unreadable', line: 2, params: { LF: 'x' } },
      { code: 'not-closed', line: 3 },
    ]);
  });

  it('knows what is no tracefile', () => {
    expect(readLcov('{}').warnings).toEqual([{ code: 'not-this-format' }]);
  });

  const real = path.resolve('../shared/inputs/lcov-parse');
  it.skipIf(!existsSync(real))(
    'reads a real tracefile (skipped where the inputs are not there)',
    () => {
      const text = readFileSync(path.join(real, 'tests/info/parts.info'), 'utf8');
      const total = [...text.matchAll(/^LF:(\d+)/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
      const hit = [...text.matchAll(/^LH:(\d+)/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
      expect(share(text, 'lines')).toBeCloseTo((100 * hit) / total, 10);
    },
  );
});
