import fc from 'fast-check';
import { wilcoxonRankSum } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { changePoints } from './statistics-change-points.ts';
import { histogram, roundStep } from './statistics-histogram.ts';
import { compareSamples } from './statistics-mann-whitney.ts';
import { twoSided, z95 } from './statistics-normal.ts';
import { wilson } from './statistics-rate.ts';
import { trendOf } from './statistics-trend.ts';

// Figures without a formula beside them were computed in Python's standard library: `math.erfc`,
// `statistics.NormalDist`, and every arrangement of both samples counted one by one.

describe('twoSided', () => {
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [-1, 0.31731050786291415],
    [z95, 0.05],
    [3, 0.0026997960632601913],
    [5, 5.733031437583892e-7],
    [7.5, 6.38178334582184e-14],
    [12, 3.552964224155404e-33],
    [40, 0],
  ])('of %d is %d', (z, p) => {
    expect(twoSided(z)).toBeCloseTo(p, 13);
    if (p > 0) expect(twoSided(z) / p).toBeCloseTo(1, 7);
  });
});

describe('wilson', () => {
  it.each([
    [11, 12, 0.6461200888588832, 0.9851349055950829],
    [0, 10, 0, 0.27753279986288915],
    [25, 25, 0.8668077490609516, 1],
    [24, 25, 0.8045593626380627, 0.9929037664980127],
    [1, 3, 0.06149194472039632, 0.7923403991979523],
    [199, 200, 0.9722262956021069, 0.9991168312843989],
  ])('of %i of %i', (successes, of, low, high) => {
    const rate = wilson(successes, of);
    expect(rate).toMatchObject({ successes, of, share: successes / of });
    expect(rate?.low).toBeCloseTo(low, 12);
    expect(rate?.high).toBeCloseTo(high, 12);
  });

  it('says nothing of nothing, nor of more successes than trials', () => {
    expect(wilson(0, 0)).toBeUndefined();
    expect(wilson(2, 1)).toBeUndefined();
    expect(wilson(-1, 1)).toBeUndefined();
  });

  it('holds the share, and narrows with more trials', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (hits, misses) => {
        fc.pre(hits + misses > 0);
        const small = wilson(hits, hits + misses);
        const large = wilson(hits * 10, (hits + misses) * 10);
        if (small === undefined || large === undefined) throw new Error('no interval');
        expect(small.low).toBeLessThanOrEqual(small.share);
        expect(small.high).toBeGreaterThanOrEqual(small.share);
        expect(large.high - large.low).toBeLessThan(small.high - small.low);
      }),
    );
  });
});

describe('compareSamples', () => {
  const a = [12.1, 14.3, 9.8, 11.0, 13.2, 10.5, 12.9];
  const b = [15.2, 13.9, 16.1, 14.8, 12.4, 17.0];

  it('counts every arrangement of small samples without ties', () => {
    const found = compareSamples(a, b);
    expect(found).toMatchObject({
      sizes: [7, 6],
      medians: [12.1, 15],
      u: 38,
      method: 'exact',
    });
    expect(found?.p).toBeCloseTo(0.013986013986013986, 14);
    expect(found?.greater).toBeCloseTo(0.9047619047619048, 14);
    expect(found?.shift).toBeCloseTo(2.9, 12);
    expect(found?.interval?.[0]).toBeCloseTo(0.7, 12);
    expect(found?.interval?.[1]).toBeCloseTo(5.1, 12);
  });

  it('approximates large samples and those with ties', () => {
    const first = Array.from({ length: 60 }, (_, i) => (i * 37) % 50);
    const second = Array.from({ length: 45 }, (_, i) => ((i * 31) % 50) + 6);
    const found = compareSamples(first, second);
    expect(found).toMatchObject({ u: 1619.5, method: 'normal', shift: 5, interval: [-1, 11] });
    expect(found?.p).toBeCloseTo(0.08148283472321749, 12);
  });

  it('agrees with the rank sum of another library', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, values, (x, y) => {
        const found = compareSamples(x, y);
        // The rank sum of y less its least possible value.
        expect(found?.u).toBe(wilcoxonRankSum(y, x) - (y.length * (y.length + 1)) / 2);
      }),
    );
  });

  it('finds the median of all differences, whatever the sizes', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (x, y) => {
        const differences = x.flatMap((from) => y.map((to) => to - from)).sort((p, q) => p - q);
        const half = differences.length >> 1;
        const median =
          differences.length % 2 === 1
            ? differences[half]
            : ((differences[half - 1] ?? 0) + (differences[half] ?? 0)) / 2;
        expect(compareSamples(x, y)?.shift).toBe(median);
      }),
    );
  });

  it('sees no difference in equal samples, the opposite in swapped ones, and nothing in none', () => {
    expect(compareSamples([3, 3, 3], [3, 3, 3])).toMatchObject({ p: 1, greater: 0.5, shift: 0 });
    const there = compareSamples(a, b);
    const back = compareSamples(b, a);
    expect(back?.p).toBe(there?.p);
    expect(back?.greater).toBeCloseTo(1 - (there?.greater ?? 0), 12);
    expect(compareSamples([], b)).toBeUndefined();
    expect(compareSamples([1], [2])).not.toHaveProperty('interval');
  });
});

describe('changePoints', () => {
  const shifting = Array.from(
    { length: 70 },
    (_, i) => 10 + ((i * 7) % 5) * 0.3 + (i >= 20 && i < 35 ? 4 : 0) - (i >= 50 ? 2 : 0),
  );

  it('finds the levels', () => {
    const found = changePoints(shifting);
    expect(found.map(({ from }) => from)).toEqual([0, 20, 35, 50]);
    expect(found.map(({ mean }) => Math.round(mean * 10) / 10)).toEqual([10.6, 14.6, 10.6, 8.6]);
  });

  it('leaves alone what does not change, or is too short to say', () => {
    expect(changePoints([])).toEqual([]);
    expect(changePoints([5, 5, 5, 5, 5, 5, 5, 5])).toEqual([{ from: 0, to: 8, mean: 5 }]);
    expect(changePoints([1, 100])).toEqual([{ from: 0, to: 2, mean: 50.5 }]);
    const noise = Array.from({ length: 60 }, (_, i) => Math.sin(i * i));
    expect(changePoints(noise)).toHaveLength(1);
  });

  /** Every cut considered, nothing pruned: slow, and by definition right. */
  function bestOfAll(values: readonly number[]): readonly number[] {
    const n = values.length;
    const sizes = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
    sizes.sort((p, q) => p - q);
    const half = sizes.length >> 1;
    const middle =
      sizes.length % 2 === 1
        ? (sizes[half] ?? 0)
        : ((sizes[half - 1] ?? 0) + (sizes[half] ?? 0)) / 2;
    const rms = Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0) / sizes.length);
    const spread = (middle > 0 ? 1.4826 * middle : rms) / Math.SQRT2;
    const least: number[] = [-3 * Math.log(n)];
    for (let to = 1; to <= n; to += 1) {
      let found = Number.POSITIVE_INFINITY;
      for (let from = 0; from <= to - 3; from += 1) {
        const part = values.slice(from, to);
        const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
        const cost = part.reduce((sum, value) => sum + ((value - mean) / spread) ** 2, 0);
        found = Math.min(found, (least[from] ?? Number.POSITIVE_INFINITY) + cost + 3 * Math.log(n));
      }
      least.push(found);
    }
    return [least[n] ?? 0, spread];
  }

  it('is as good as the best of all cuts', () => {
    const level = fc.record({
      at: fc.integer({ min: -8, max: 8 }),
      noise: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(level, { minLength: 2, maxLength: 5 }), (levels) => {
        const values = levels.flatMap(({ at, noise }) => noise.map((each) => at + each));
        const [least = 0, spread = 0] = bestOfAll(values);
        fc.pre(spread > 0);
        const segments = changePoints(values);
        const cost = segments.reduce((sum, { from, to, mean }) => {
          const part = values.slice(from, to);
          return sum + part.reduce((all, value) => all + ((value - mean) / spread) ** 2, 0);
        }, 0);
        expect(cost + 3 * Math.log(values.length) * (segments.length - 1)).toBeCloseTo(least, 6);
      }),
    );
  });
});

describe('trendOf', () => {
  const days = Array.from({ length: 10 }, (_, i) => i);

  it('tests by Mann and Kendall, and measures by Theil and Sen', () => {
    const rising = trendOf(days, [3, 4, 4, 5, 7, 6, 9, 8, 11, 10]);
    expect(rising).toMatchObject({ direction: 'rising', slope: 1, values: 10 });
    expect(rising?.p).toBeCloseTo(0.0008915134791795978, 14);
    const level = trendOf(days, [5, 5, 4, 6, 5, 5, 6, 4, 5, 5]);
    expect(level).toMatchObject({ direction: 'none', slope: 0, p: 1 });
    expect(
      trendOf(
        days,
        days.map((day) => -day),
      )?.direction,
    ).toBe('falling');
  });

  it('says nothing of seven values, and none of equal ones', () => {
    expect(trendOf(days.slice(0, 7), days.slice(0, 7))).toBeUndefined();
    expect(trendOf(days, new Array<number>(10).fill(2))).toMatchObject({ direction: 'none', p: 1 });
  });
});

describe('histogram', () => {
  const values = fc.array(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    {
      minLength: 1,
      maxLength: 200,
    },
  );

  it('has every value in the bin that holds it, and no crowd of bins', () => {
    fc.assert(
      fc.property(values, (unsorted) => {
        const sorted = Float64Array.from(unsorted).sort();
        const bins = histogram(sorted);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(sorted.length);
        expect(bins.length).toBeLessThanOrEqual(62);
        let below = 0;
        for (const { from, to, count } of bins.slice(0, -1)) {
          below += count;
          expect(to).toBeGreaterThan(from);
          expect(below).toBe(sorted.filter((value) => value < to).length);
        }
      }),
    );
  });

  it('has round edges', () => {
    const sorted = Array.from({ length: 100 }, (_, i) => i / 10);
    expect(histogram(sorted).slice(0, 2)).toEqual([
      { from: 0, to: 2.5, count: 25 },
      { from: 2.5, to: 5, count: 25 },
    ]);
    expect(histogram([4, 4, 4])).toEqual([{ from: 4, to: 4, count: 3 }]);
    expect(histogram([])).toEqual([]);
    expect([0.11, 1, 1.2, 2.2, 3, 7].map(roundStep)).toEqual([0.2, 1, 2, 2.5, 5, 10]);
  });
});
