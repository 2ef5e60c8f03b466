import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areCompatible, compareQuantities, convert } from './units.ts';

describe('compareQuantities', () => {
  it.each([
    [0.94, 'ratio', 94, '%', 0],
    [0.7, 'ratio', 70, '%', 0],
    [0.07, 'ratio', 7, '%', 0],
    [0.29, 'ratio', 29, '%', 0],
    [1500, 'ms', 1.5, 's', 0],
    [1.5, 's', 1500, 'ms', 0],
    [8, 'min', 480, 's', 0],
    [24, 'h', 1, 'd', 0],
    [1, 'KiB', 1024, 'B', 0],
    [1, 'kB', 1, 'KiB', -1],
    [0.1, 's', 99, 'ms', 1],
    [1e-7, 's', 100, 'ns', 0],
    [1, 'us', 1, 'µs', 0],
    [5, '‰', 0.5, 'percent', 0],
    [-2, 's', -1999, 'ms', -1],
  ])('holds %d %s against %d %s', (a, unitA, b, unitB, expected) => {
    expect(compareQuantities(a, unitA, b, unitB)).toBe(expected);
  });

  it.each([
    [1, 'ms', 1, '%'],
    [1, 'count', 1, 'ratio'],
    [1, 'EUR', 1, 'USD'],
    [1, 'ms', 1, ''],
    [Number.NaN, 's', 1, 's'],
    [1, 's', Number.POSITIVE_INFINITY, 's'],
  ])('refuses %d %s against %d %s', (a, unitA, b, unitB) => {
    expect(compareQuantities(a, unitA, b, unitB)).toBeUndefined();
  });

  it('compares what it does not know with itself only', () => {
    expect(areCompatible('EUR', 'EUR')).toBe(true);
    expect(areCompatible('EUR', 'eur')).toBe(false);
    expect(areCompatible('ms', 'h')).toBe(true);
    expect(areCompatible('ms', 'EUR')).toBe(false);
    expect(compareQuantities(3, 'EUR', 2, 'EUR')).toBe(1);
  });
});

describe('convert', () => {
  it.each([
    [0.94, 'ratio', '%', 94],
    [94, '%', 'ratio', 0.94],
    [1500, 'ms', 's', 1.5],
    [90, 's', 'min', 1.5],
    [1, 's', 'h', 1 / 3600],
    [3, 'd', 'h', 72],
    [2.5, 'EUR', 'EUR', 2.5],
    [0, 'ms', 's', 0],
    [-1.5, 's', 'ms', -1500],
  ])('brings %d %s to %s', (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });

  it('refuses what is no number and what has no common measure', () => {
    expect(convert(Number.NaN, 's', 's')).toBeUndefined();
    expect(convert(1, 's', '%')).toBeUndefined();
    expect(convert(1, 'EUR', 'USD')).toBeUndefined();
  });

  it('finds its way back', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
        fc.constantFrom(['ms', 's'], ['ratio', '%'], ['B', 'MB'], ['s', 'd']),
        (value, [from = '', to = '']) => {
          const there = convert(value, from, to) ?? Number.NaN;
          const back = convert(there, to, from) ?? Number.NaN;
          fc.pre(Math.abs(value) > 1e-290 || value === 0);
          expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-15);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
