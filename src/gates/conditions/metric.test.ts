import { describe, expect, it } from 'vitest';
import type { Operator } from '../../model/common.ts';
import type { Aggregate, MetricCondition } from '../../model/condition.ts';
import { evidenceId, metricId } from '../../model/ids.ts';
import type { Metric, Series } from '../../model/metric.ts';
import { AS_OF, DAY, evidence, judgeGolden, withFacts } from '../testing/builders.ts';

const END = Date.parse(AS_OF);
const m = metricId('m');

/** One point a minute, the last one at the instant of judgement. */
function series(...values: readonly (number | null)[]): Series {
  return { t: values.map((_, at) => END - (values.length - 1 - at) * 60_000), v: values };
}

function metric(points: Series | undefined, more: Partial<Metric> = {}): Metric {
  return {
    id: m,
    title: 'Latency',
    unit: 'ms',
    better: 'lower',
    evidence: [evidenceId('file')],
    ...(points === undefined ? {} : { series: points }),
    ...more,
  };
}

const file = evidence('file', { path: 'm.csv' });

function ask(
  asked: Partial<MetricCondition>,
  points: Series | undefined,
  more: Partial<Metric> = {},
) {
  return judgeGolden(
    {
      kind: 'metric',
      metric: m,
      aggregate: 'p95',
      operator: 'at-most',
      target: 50,
      unit: 'ms',
      ...asked,
    },
    { metrics: [metric(points, more)], evidence: [file] },
  );
}

describe('metric', () => {
  it.each<[Aggregate, number]>([
    ['p50', 2],
    ['p90', 5],
    ['p95', 5],
    ['p99', 5],
    ['mean', 2.8],
    ['min', 1],
    ['max', 5],
    ['last', 4],
    ['sum', 14],
  ])('computes %s', (aggregate, value) => {
    const result = ask({ aggregate, target: value, operator: 'equals' }, series(1, 2, 5, 2, 4));
    expect(result).toMatchObject({
      verdict: 'passed',
      reason: { code: 'metric-holds', params: { aggregate, value, samples: 5 } },
    });
  });

  it('counts samples, not gaps', () => {
    const asked = { aggregate: 'count', unit: 'count', operator: 'equals', target: 2 } as const;
    expect(ask(asked, series(1, null, 2, null)).verdict).toBe('passed');
  });

  it('computes a rate of ones and zeros only', () => {
    const asked = { aggregate: 'rate', unit: '%', operator: 'at-least', target: 75 } as const;
    expect(ask(asked, series(1, 1, 0, 1))).toMatchObject({
      verdict: 'passed',
      actual: { value: 75, unit: '%' },
    });
    expect(ask(asked, series(1, 0, 0, 1)).verdict).toBe('failed');
    expect(ask(asked, series(1, 0.5))).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'metric-not-binary' },
    });
  });

  it.each([
    ['passed', 'metric-holds', {}, series(50)],
    ['failed', 'metric-misses', {}, series(51)],
    ['failed', 'metric-misses', { operator: 'less-than' }, series(50)],
    ['passed', 'metric-holds', { unit: 's', target: 0.05 }, series(50)],
    ['failed', 'metric-misses', { unit: 's', target: 0.05 }, series(51)],
    ['unknown', 'unit-mismatch', { unit: '%' }, series(1)],
    ['unknown', 'metric-too-few-samples', { minSamples: 2 }, series(1, null)],
    ['missing', 'metric-without-points', {}, undefined],
    ['missing', 'metric-without-points', {}, series()],
    ['missing', 'metric-without-points', {}, series(null)],
    ['stale', 'metric-window-empty', { window: 60 }, series(1, null, null)],
    ['passed', 'metric-holds', { window: 60 }, series(99, 1, 2)],
    ['failed', 'metric-misses', { window: 120 }, series(99, 1, 2)],
    ['unknown', 'metric-malformed', {}, { t: [END], v: [] }],
    ['unknown', 'metric-malformed', {}, { t: [Number.NaN], v: [1] }],
    ['unknown', 'metric-malformed', {}, series(Number.POSITIVE_INFINITY)],
    ['unknown', 'unknown-operator', { operator: 'roughly' as Operator }, series(1)],
    ['unknown', 'unknown-aggregate', { aggregate: 'p42' as Aggregate }, series(1)],
    ['unknown', 'not-a-number', { target: Number.NaN }, series(1)],
  ] as const)('is %s with %s', (verdict, code, asked, points) => {
    expect(ask(asked, points)).toMatchObject({ verdict, reason: { code } });
  });

  it('looks at no point from after the instant of judgement', () => {
    const points = { t: [END - 1, END, END + 1], v: [1, 2, 99] };
    expect(ask({ aggregate: 'max', target: 2 }, points).verdict).toBe('passed');
  });

  it('is stale when the newest sample is', () => {
    const points = { t: [END - 2 * DAY * 1000], v: [1] };
    expect(ask({ maxAge: 2 * DAY }, points).verdict).toBe('passed');
    expect(ask({ maxAge: 1.5 * DAY }, points)).toMatchObject({
      verdict: 'stale',
      reason: { code: 'metric-samples-stale' },
    });
  });

  it('does not count points that stand in no evidence', () => {
    const alone = { evidence: [] };
    expect(ask({}, series(1), alone)).toMatchObject({
      verdict: 'missing',
      reason: { code: 'metric-without-evidence' },
    });
    expect(ask({}, series(1), { evidence: [evidenceId('lost')] })).toMatchObject({
      verdict: 'missing',
      reason: { code: 'evidence-not-found', params: { evidence: 'lost' } },
    });
  });

  it('finds evidence by the file of the points, and by what it says of itself', () => {
    const byPath = {
      evidence: [],
      seriesFile: { path: 'm.csv', timeColumn: 't', valueColumn: 'v' },
    };
    expect(ask({}, series(1), byPath).verdict).toBe('passed');
    const result = judgeGolden(
      {
        kind: 'metric',
        metric: m,
        aggregate: 'max',
        operator: 'at-most',
        target: 50,
        unit: 'ms',
      },
      {
        metrics: [metric(series(1), { evidence: [] })],
        evidence: [withFacts('s', [{ type: 'series', metric: m }])],
      },
    );
    expect(result).toMatchObject({ verdict: 'passed', uses: [{ evidence: 's' }] });
  });

  it('needs every piece that is named, also one that is still to come', () => {
    const later = evidence('later', { collectedAt: '2026-06-03T00:00:00Z' });
    const asked = (...entries: readonly ReturnType<typeof evidence>[]) =>
      judgeGolden(
        {
          kind: 'metric',
          metric: m,
          aggregate: 'max',
          operator: 'at-most',
          target: 50,
          unit: 'ms',
        },
        {
          metrics: [metric(series(99), { evidence: [file.id, later.id] })],
          evidence: entries,
        },
      );
    expect(asked(file, later)).toMatchObject({
      verdict: 'missing',
      reason: { code: 'evidence-later', params: { evidence: 'later' } },
    });
    expect(asked(file).reason).toEqual({
      code: 'evidence-not-found',
      params: { evidence: 'later' },
    });
  });

  it('points at the row that decides, where rows and points correspond', () => {
    const seriesFile = { path: 'm.csv', timeColumn: 't', valueColumn: 'v' };
    expect(ask({ aggregate: 'max' }, series(1, null, 9, 2), { seriesFile }).uses).toEqual([
      { evidence: 'file', pointer: { kind: 'cell', row: 3, column: 'v' } },
    ]);
    expect(ask({ aggregate: 'mean' }, series(1, 2), { seriesFile }).uses).toEqual([
      { evidence: 'file' },
    ]);
    const filtered = { ...seriesFile, where: { operation: 'get' } };
    expect(ask({ aggregate: 'max' }, series(1, 2), { seriesFile: filtered }).uses).toEqual([
      { evidence: 'file' },
    ]);
  });

  it('points at the row of the file where rows and points run differently', () => {
    const seriesFile = { path: 'm.csv', timeColumn: 't', valueColumn: 'v' };
    const decides = (where: Readonly<Record<string, string>> | undefined) =>
      judgeGolden(
        {
          kind: 'metric',
          metric: m,
          aggregate: 'max',
          operator: 'at-most',
          target: 5,
          unit: 'ms',
        },
        {
          metrics: [
            metric(undefined, {
              seriesFile: where === undefined ? seriesFile : { ...seriesFile, where },
            }),
          ],
          evidence: [file],
        },
        { series: new Map([[m, series(1, 9, 2)]]), seriesRows: new Map([[m, [4, 7, 1]]]) },
      ).uses;
    const row = [{ evidence: 'file', pointer: { kind: 'cell', row: 7, column: 'v' } }];
    expect(decides(undefined)).toEqual(row);
    expect(decides({ operation: 'get' })).toEqual(row);
  });

  it('takes points from reading when the plan holds none', () => {
    const result = judgeGolden(
      { kind: 'metric', metric: m, aggregate: 'last', operator: 'at-most', target: 5, unit: 'ms' },
      { metrics: [metric(undefined)], evidence: [file] },
      { series: new Map([[m, series(5)]]) },
    );
    expect(result.verdict).toBe('passed');
  });

  it('is unknown for a metric that nobody describes or that cannot be trusted', () => {
    const asked = {
      kind: 'metric',
      metric: m,
      aggregate: 'last',
      operator: 'at-most',
      target: 5,
      unit: 'ms',
    } as const;
    expect(judgeGolden(asked)).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'unknown-reference', params: { kind: 'metric', id: 'm' } },
    });
    const reading = { problems: [{ code: 'x', severity: 'error', affects: ['m'] }] } as const;
    const parts = { metrics: [metric(series(1))], evidence: [file] };
    expect(judgeGolden(asked, parts, reading).reason.code).toBe('reading-problem');
  });

  it('takes the sample written last of two at one instant', () => {
    const points = { t: [END, END - 1, END], v: [9, 1, 3] };
    expect(ask({ aggregate: 'last', operator: 'equals', target: 3 }, points).verdict).toBe(
      'passed',
    );
  });
});
