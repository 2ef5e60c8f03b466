import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, powerLaw, significant } from './statistics.ts';

describe('median', () => {
  it('is the middle of an odd number of values, and the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 9, 1, 2])).toBe(5.5);
  });

  it('is no number when there is nothing', () => {
    expect(median([])).toBeNaN();
  });

  it('leaves as many values below as above, and its argument alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const before = [...values];
        const middle = median(values);
        expect(values).toEqual(before);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('powerLaw', () => {
  it('finds the exponent that a series was made with, whatever its factor', () => {
    const exponents = fc.double({ min: -3, max: 3, noNaN: true });
    const factors = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(exponents, factors, (exponent, factor) => {
        const points = [1, 3, 10, 40].map((x) => [x, factor * x ** exponent] as const);
        expect(powerLaw(points).exponent).toBeCloseTo(exponent, 6);
      }),
    );
  });

  it('tells how well the points keep to it', () => {
    const exact = [1, 2, 4].map((x) => [x, x ** 2] as const);
    expect(powerLaw(exact).fit).toBeCloseTo(1, 9);
    const scattered = [
      [1, 1],
      [2, 9],
      [4, 2],
      [8, 7],
    ] as const;
    expect(powerLaw(scattered).fit).toBeLessThan(0.6);
  });
});

describe('significant', () => {
  it('keeps leading digits and leaves alone what is no number', () => {
    expect(significant(1234.5678)).toBe(1230);
    expect(significant(0.000_123_456, 2)).toBe(0.000_12);
    expect(significant(Number.NaN)).toBeNaN();
  });
});
