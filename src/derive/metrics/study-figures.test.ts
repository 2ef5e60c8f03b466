import { describe, expect, it } from 'vitest';
import { evidence } from '../../gates/testing/builders.ts';
import type { Aggregate } from '../../model/condition.ts';
import type { Metric } from '../../model/metric.ts';
import { metricOf, samplesFrom } from '../testing/metrics.ts';
import { planOf } from '../testing/plan.ts';
import { metricOutlooks, metricStudy } from './study.ts';

const DAY = Date.UTC(2026, 4, 1);
const MINUTE = 60_000;

function contextOf(v: readonly (number | null)[], own: Partial<Metric> = {}) {
  const metric = metricOf('m', { series: samplesFrom(DAY, v), ...own });
  return planOf({ items: {}, evidence: [evidence('file')], content: { metrics: [metric] } });
}
function studyOf(v: readonly (number | null)[], own: Partial<Metric> = {}) {
  const study = metricStudy(contextOf(v, own), 'm', {});
  if (study === undefined) throw new Error('There is no study');
  return study;
}
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('the distribution', () => {
  it('is told by ranks of the samples, the smallest and the largest among them', () => {
    const study = studyOf([30, null, 10, 20, 40]);
    expect(study).toMatchObject({ samples: 4, gaps: 1, mean: 25 });
    expect(study.percentiles).toEqual([
      { percent: 0, value: 10 },
      { percent: 50, value: 20 },
      { percent: 90, value: 40 },
      { percent: 95, value: 40 },
      { percent: 99, value: 40 },
      { percent: 100, value: 40 },
    ]);
    expect(study.quantiles).toHaveLength(101);
    expect([0, 25, 26, 75, 100].map((at) => study.quantiles[at])).toEqual([10, 10, 20, 30, 40]);
  });

  it('of nothing is nothing', () => {
    const none = studyOf([null, null]);
    expect(none).toMatchObject({ samples: 0, gaps: 2, percentiles: [], quantiles: [] });
    for (const member of ['mean', 'rate', 'breaches', 'trend', 'course']) {
      expect(none).not.toHaveProperty(member);
    }
  });
});

describe('a share of successes', () => {
  const oneWhen = { path: 'm.csv', timeColumn: 't', valueColumn: 'v', oneWhen: 'yes' };

  it('is counted where the unit says so, or a word was read as one', () => {
    expect(studyOf([1, 0, 1, 1], { unit: 'ratio' }).rate).toMatchObject({ successes: 3, of: 4 });
    expect(studyOf([1, 0, 1, 1], { unit: '%', seriesFile: oneWhen }).rate).toMatchObject({ of: 4 });
    expect(studyOf([1, 0, 1, 1])).not.toHaveProperty('rate');
  });

  it('is none of values between', () => {
    expect(studyOf([1, 0, 0.5], { unit: 'ratio' })).not.toHaveProperty('rate');
    expect(studyOf([0, 0, 2], { unit: 'ratio' })).not.toHaveProperty('rate');
  });
});

describe('categories', () => {
  const of = (
    v: readonly (number | null)[],
    category: readonly string[],
    own: Partial<Metric> = {},
  ) => studyOf(v, { series: { ...samplesFrom(DAY, v), category }, ...own });

  it('are told with their share, the largest first and equal ones by name', () => {
    const { categories } = of([1, 2, 3, null, 5, 6], ['b', 'c', 'b', 'gap', 'a', 'c']);
    expect(categories).toEqual([
      { name: 'b', samples: 2, share: 0.4, median: 1, p95: 3 },
      { name: 'c', samples: 2, share: 0.4, median: 2, p95: 6 },
      { name: 'a', samples: 1, share: 0.2, median: 5, p95: 5 },
    ]);
  });

  it('say how many are beyond the target, where there is one', () => {
    const target = { operator: 'at-most', value: 2, aggregate: 'max' } as const;
    const { categories } = of([1, 2, 3, 4], ['a', 'a', 'b', 'b'], { target });
    expect(categories.map(({ name, beyond }) => [name, beyond])).toEqual([
      ['a', 0],
      ['b', 2],
    ]);
  });

  it('are forty at most, and the others are counted', () => {
    const many = upTo(43);
    const { categories, categoriesLeftOut } = of(
      many,
      many.map((at) => `c${100 + at}`),
    );
    expect(categories).toHaveLength(40);
    expect(categoriesLeftOut).toBe(3);
    expect(of([1], ['a']).categoriesLeftOut).toBe(0);
  });
});

describe('levels', () => {
  it('are those between which the samples jump, with the times of their ends', () => {
    const v = [...Array(30).fill(10), ...Array(30).fill(50)].map((each, at) => each + (at % 2));
    const { levels, averaged } = studyOf(v);
    expect(averaged).toBe(1);
    expect(levels).toEqual([
      { from: DAY, to: DAY + 29 * MINUTE, mean: 10.5, samples: 30 },
      { from: DAY + 30 * MINUTE, to: DAY + 59 * MINUTE, mean: 50.5, samples: 30 },
    ]);
  });

  it('of many samples are those of the means of neighbours, and count the samples', () => {
    const v = upTo(5001).map((at) => (at <= 3000 ? 10 : 50));
    const { levels, averaged } = studyOf(v);
    expect(averaged).toBe(3);
    expect(levels).toEqual([
      { from: DAY, to: DAY + 2999 * MINUTE, mean: 10, samples: 3000 },
      { from: DAY + 3000 * MINUTE, to: DAY + 5000 * MINUTE, mean: 50, samples: 2001 },
    ]);
  });
});

describe('the course of a judgement', () => {
  const courseBy = (aggregate: Aggregate, own: Partial<Metric> = {}, window?: number) =>
    studyOf([4, null, 2, 6], {
      target: {
        operator: 'at-most',
        value: 100,
        aggregate,
        ...(window === undefined ? {} : { window }),
      },
      ...own,
    }).course;

  it('is told at every sample, over its window in seconds', () => {
    expect(courseBy('max')).toEqual({
      t: [DAY, DAY + 2 * MINUTE, DAY + 3 * MINUTE],
      v: [4, 4, 6],
    });
    expect(courseBy('max', {}, 60)?.v).toEqual([4, 2, 6]);
    expect(courseBy('mean')?.v).toEqual([4, 3, 4]);
  });

  it('is not told of what has a unit of its own', () => {
    expect(courseBy('count')).toBeUndefined();
    expect(courseBy('rate')).toBeUndefined();
    expect(courseBy('rate', { unit: 'ratio' })?.v).toEqual([4, 3, 4]);
  });
});

describe('an outlook', () => {
  it('counts the gaps, and has no side without a target', () => {
    const [plain] = metricOutlooks(contextOf([1, null, null, 4]));
    expect(plain).toEqual({ id: 'm', gaps: 2 });
    const target = { operator: 'at-most', value: 3, aggregate: 'max' } as const;
    const [judged] = metricOutlooks(contextOf([1, null, null, 4], { target }));
    expect(judged).toMatchObject({ gaps: 2, since: { t: DAY + 3 * MINUTE, isBeyond: true } });
  });
});
