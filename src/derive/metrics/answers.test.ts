import { describe, expect, it } from 'vitest';
import { evidenceId, metricId } from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';
import type { Reading } from '../../model/project-index.ts';
import { metricOf, samplesFrom } from '../testing/metrics.ts';
import { planOf } from '../testing/plan.ts';
import { compareMetrics } from './compare.ts';
import { metricPicture } from './metric-picture.ts';
import { metricPoints, metricsCsv } from './rows.ts';
import { metricOutlooks, metricStudy } from './study.ts';
import { targetRows } from './targets.ts';

const DAY = Date.UTC(2026, 5, 1);

const metric = (id: string, v: readonly (number | null)[], own: Partial<Metric> = {}) =>
  metricOf(id, { series: samplesFrom(DAY, v), ...own });

function contextOf(metrics: readonly Metric[], reading: Partial<Reading> = {}) {
  return planOf({
    items: {},
    evidence: [
      {
        id: evidenceId('file'),
        kind: 'metrics',
        name: 'file',
        path: 'metrics/file.csv',
        collectedAt: '2026-06-01T01:00:00Z',
      },
    ],
    content: { metrics },
    reading,
  });
}

const rising = Array.from({ length: 20 }, (_, at) => 10 + at);

describe('what a metric is judged by', () => {
  it('is told with its window, its samples and how many are needed', () => {
    const context = contextOf([
      metric('m', [5, 6, null, 50], {
        // The plan is judged at midnight of the second of June: the last two minutes of the first.
        series: {
          t: [DAY, DAY + 86_340_000, DAY + 86_350_000, DAY + 86_360_000],
          v: [5, 6, null, 50],
        },
        target: { operator: 'at-most', value: 40, aggregate: 'max', window: 120, minSamples: 3 },
      }),
    ]);
    expect(metricPicture(context, 'm', {}, 10)?.uses).toMatchObject([
      {
        aggregate: 'max',
        window: 120,
        samples: 2,
        needed: 3,
        from: DAY + 86_340_000,
        to: DAY + 86_360_000,
        value: 50,
        target: 40,
        verdict: 'unknown',
        reason: { code: 'metric-too-few-samples' },
      },
    ]);
    expect(metricPicture(context, 'none', {}, 10)).toBeUndefined();
    expect(metricStudy(context, 'none', {})).toBeUndefined();
  });

  it('goes over time as it would have been judged then', () => {
    const target = { operator: 'at-most', value: 100, aggregate: 'max' } as const;
    const context = contextOf([metric('m', [3, 1, null, 7, 2], { target })]);
    expect(metricStudy(context, 'm', {})?.course?.v).toEqual([3, 3, 7, 7]);
  });
});

describe('a study', () => {
  it('is of the samples in a span, and its breaches of all', () => {
    const target = { operator: 'less-than', value: 15, aggregate: 'max' } as const;
    const context = contextOf([metric('m', rising, { target })]);
    const study = metricStudy(context, 'm', { from: DAY + 600_000 });
    expect(study).toMatchObject({ samples: 10, mean: 24.5, breaches: { count: 15 } });
    expect(study?.trend).toMatchObject({ direction: 'rising', values: 10 });
  });

  it('counts successes only where zeros and ones mean that', () => {
    const values = [1, 0, 1, 1];
    const category = ['a', 'a', 'b', 'b'];
    const series = { t: values.map((_, at) => DAY + at), v: values, category };
    const rate = metricStudy(contextOf([metric('m', [], { unit: 'ratio', series })]), 'm', {});
    expect(rate?.rate).toMatchObject({ successes: 3, of: 4, share: 0.75 });
    expect(rate?.categories.map(({ name, rate: own }) => [name, own?.share])).toEqual([
      ['a', 0.5],
      ['b', 1],
    ]);
    const count = metricStudy(contextOf([metric('m', [], { unit: 'count', series })]), 'm', {});
    expect(count).not.toHaveProperty('rate');
  });
});

describe('outlooks', () => {
  it('say the trend, the side since when, and the gaps', () => {
    const target = { operator: 'less-than', value: 15, aggregate: 'max' } as const;
    const outlooks = metricOutlooks(
      contextOf([metric('m', rising, { target }), metric('n', [1, null])]),
    );
    expect(outlooks).toMatchObject([
      {
        id: 'm',
        trend: { direction: 'rising' },
        since: { t: DAY + 300_000, isBeyond: true },
        gaps: 0,
      },
      { id: 'n', gaps: 1 },
    ]);
    expect(outlooks[1]).not.toHaveProperty('trend');
    expect(outlooks[1]).not.toHaveProperty('since');
  });
});

describe('a comparison', () => {
  const context = contextOf([
    metric('a', [10, 20, 30]),
    metric('b', [0.02, 0.04, 0.06], { unit: 's' }),
    metric('c', [1], { unit: 'EUR' }),
    metric('d', [null]),
  ]);
  const between = (first: string, second: string) =>
    compareMetrics({ context, metric: first }, { context, metric: second }, {});

  it('is in the unit of the first', () => {
    expect(between('a', 'b')).toMatchObject({
      kind: 'compared',
      unit: 'ms',
      lines: [
        { of: 'mean', first: 20, second: 40, difference: 20, relative: 1 },
        { of: 'p50', first: 20, second: 40 },
        { of: 'p95', first: 30, second: 60 },
        { of: 'min', first: 10, second: 20 },
        { of: 'max', first: 30, second: 60 },
      ],
      test: { u: 7.5, sizes: [3, 3] },
    });
  });

  it('says why there is none', () => {
    expect(between('a', 'c')).toEqual({ kind: 'units-differ', units: ['ms', 'EUR'] });
    expect(between('a', 'd')).toEqual({ kind: 'no-samples', side: 'second' });
    expect(between('x', 'a')).toEqual({ kind: 'no-metric', side: 'first' });
    expect(between('a', 'x')).toEqual({ kind: 'no-metric', side: 'second' });
  });
});

describe('points as rows', () => {
  const seriesFile = { path: 'metrics/file.csv', timeColumn: 't', valueColumn: 'ms' };
  const series = { t: [DAY, DAY + 1000, DAY + 2000], v: [1, null, 99] };
  const file: Metric = {
    id: metricId('m'),
    title: 'M',
    unit: 'ms',
    better: 'lower',
    seriesFile,
    target: { operator: 'less-than', value: 50, aggregate: 'max' },
  };
  const read = (seriesRows?: readonly number[]) =>
    contextOf([file], {
      series: new Map([[file.id, series]]),
      ...(seriesRows === undefined ? {} : { seriesRows: new Map([[file.id, seriesRows]]) }),
    });

  it('name the row that they were read from, also where rows were left out', () => {
    expect(metricPoints(read(), 'm', {}, 1, 5)).toEqual({
      total: 3,
      evidence: 'file',
      column: 'ms',
      rows: [
        { at: 1, t: DAY + 1000, v: null, isBeyond: false, row: 2 },
        { at: 2, t: DAY + 2000, v: 99, isBeyond: true, row: 3 },
      ],
    });
    const rows = metricPoints(read([2, 5, 9]), 'm', {}, 0, 5)?.rows;
    expect(rows?.map(({ row }) => row)).toEqual([2, 5, 9]);
    expect(metricPoints(read(), 'x', {}, 0, 5)).toBeUndefined();
  });

  it('leave as CSV in which no cell is a formula', () => {
    const category = ['=1+1', 'a,"b"', ' @x'];
    const context = contextOf([metric('-m', [], { series: { ...series, category } })]);
    expect(metricsCsv(context, ['-m', 'none'], {})).toBe(
      [
        'metric,unit,time,value,category,row',
        "'-m,ms,2026-06-01T00:00:00Z,1,'=1+1,",
        '\'-m,ms,2026-06-01T00:00:01Z,,"a,""b""",',
        "'-m,ms,2026-06-01T00:00:02Z,99,' @x,",
        '',
      ].join('\r\n'),
    );
  });
});

describe('targets outside contracts', () => {
  it('have their proof, or nobody delivers it', () => {
    const target = { operator: 'less-than', value: 50, aggregate: 'max' } as const;
    const rows = targetRows(
      contextOf([
        metric('in', [1], { target }),
        metric('nowhere', [1], { target, evidence: [] }),
        metric('gone', [1], { target, evidence: [evidenceId('lost')] }),
        metric('free', [1]),
      ]),
    );
    expect(rows.map(({ metric: id, delivery, verdict }) => [id, delivery, verdict])).toEqual([
      ['in', 'in-bundle', 'passed'],
      ['nowhere', 'no-file', 'missing'],
      ['gone', 'nobody', 'missing'],
    ]);
  });
});
