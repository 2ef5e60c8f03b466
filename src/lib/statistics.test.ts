import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum, greatest, mean, percentile, smallest } from './statistics.ts';

const numbers = fc.array(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
);

describe('percentile', () => {
  it.each([
    [[15, 20, 35, 40, 50], 5, 15],
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 40, 20],
    [[15, 20, 35, 40, 50], 50, 35],
    [[15, 20, 35, 40, 50], 100, 50],
    [[3, 1, 2], 50, 2],
    [[7], 99, 7],
    [[1, 2], 50, 1],
    [[1, 2], 51, 2],
  ])('of %j at %i is %i', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });

  it('has the hundredth of a hundred only above 99 %', () => {
    const values = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(percentile(values, 95)).toBe(95);
    expect(percentile(values, 99)).toBe(99);
    expect(percentile(values, 100)).toBe(100);
  });

  it('says nothing of nothing', () => {
    expect(percentile([], 50)).toBeUndefined();
  });

  it('is the smallest member with enough members at or below it', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const found = percentile(values, percent);
        fc.pre(found !== undefined);
        expect(values).toContain(found === 0 ? values.find((value) => value === 0) : found);
        const enough = (limit: number) =>
          values.filter((value) => value <= limit).length * 100 >= percent * values.length;
        expect(enough(found)).toBe(true);
        const below = values.filter((value) => value < found);
        if (below.length > 0) expect(enough(Math.max(...below))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('exactSum', () => {
  it('adds what plain addition loses', () => {
    expect(exactSum([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(1);
    expect(exactSum([1e100, 1, -1e100])).toBe(1);
    expect(exactSum([1e16, 1, 1])).toBe(10000000000000002);
    expect(exactSum([])).toBe(0);
  });

  it('rounds half-way cases by what lies below them', () => {
    expect(exactSum([1, 2 ** -53, 2 ** -80])).toBe(1 + 2 ** -52);
    expect(exactSum([1, 2 ** -53, -(2 ** -80)])).toBe(1);
    expect(exactSum([-1, -(2 ** -53), -(2 ** -80)])).toBe(-1 - 2 ** -52);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(exactSum([...values].reverse())).toBe(exactSum(values));
        expect(exactSum([...values].sort((a, b) => a - b))).toBe(exactSum(values));
      }),
      { numRuns: 1000 },
    );
  });

  it('is exact for whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        expect(exactSum(values)).toBe(values.reduce((sum, value) => sum + value, 0));
      }),
    );
  });
});

describe('mean, smallest and greatest', () => {
  it('say nothing of nothing', () => {
    expect(mean([])).toBeUndefined();
    expect(smallest([])).toBeUndefined();
    expect(greatest([])).toBeUndefined();
  });

  it('are what they are called', () => {
    expect(mean([0.1, 0.2, 0.3])).toBe(0.6 / 3);
    expect(smallest([3, -1, 2])).toBe(-1);
    expect(greatest([3, -1, 2])).toBe(3);
  });

  it('stand a million values', () => {
    const many = Array.from({ length: 1_000_000 }, (_, at) => at);
    expect(smallest(many)).toBe(0);
    expect(greatest(many)).toBe(999_999);
    expect(exactSum(many)).toBe(499_999_500_000);
  });
});
