import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceId, metricId } from '../model/ids.ts';
import type { Metric } from '../model/metric.ts';
import type { DeriveContext } from './context.ts';
import { downsample, inTime } from './downsample.ts';
import { metricRows } from './metrics.ts';
import { metricOf, samplesFrom } from './testing/metrics.ts';
import { planOf } from './testing/plan.ts';
import type { MetricRow } from './types.ts';

const values = fc.array(fc.option(fc.integer({ min: -50, max: 50 }), { nil: null, freq: 6 }), {
  maxLength: 400,
});

describe('downsample', () => {
  const at = (v: readonly (number | null)[]) => v.map((_, index) => index * 10);
  const breaches = (value: number) => value > 30;

  it('keeps within the limit, in order, and invents nothing', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 120 }), (v, limit) => {
        const { t, v: kept } = downsample({ t: at(v), v }, limit, breaches);
        expect(kept.length).toBeLessThanOrEqual(Math.max(4, limit));
        expect(t).toHaveLength(kept.length);
        expect([...t].sort((a, b) => a - b)).toEqual(t);
        expect(new Set(t).size).toBe(t.length);
        for (const [index, time] of t.entries()) expect(kept[index]).toBe(v[time / 10]);
      }),
    );
  });

  it('keeps the extremes, and the first breach', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 120 }), (v, limit) => {
        const { t, v: kept } = downsample({ t: at(v), v }, limit, breaches);
        const numbers = v.filter((value) => value !== null);
        const keptNumbers = kept.filter((value) => value !== null);
        expect(Math.max(...keptNumbers)).toBe(Math.max(...numbers));
        expect(Math.min(...keptNumbers)).toBe(Math.min(...numbers));
        const first = v.findIndex((value) => value !== null && breaches(value));
        if (first >= 0) expect(t).toContain(first * 10);
        expect(kept.includes(null)).toBe(v.includes(null));
      }),
    );
  });

  it('leaves every breach visible: one of its run is among the points', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 8, max: 120 }), (v, limit) => {
        const { t } = downsample({ t: at(v), v }, limit, breaches);
        const runs = v.length <= limit ? v.length : Math.floor(limit / 4);
        const runOf = (index: number) => {
          let run = 0;
          while (Math.floor(((run + 1) * v.length) / runs) <= index) run += 1;
          return run;
        };
        const shown = new Set(
          t
            .map((time) => time / 10)
            .filter((index) => (v[index] ?? 0) > 30)
            .map(runOf),
        );
        for (const [index, value] of v.entries()) {
          if (value !== null && breaches(value)) expect(shown).toContain(runOf(index));
        }
      }),
    );
  });

  it('keeps of each run the first lowest, the first highest, the first breach and the first gap', () => {
    const v = [5, 5, 40, 9, null, 50, 50, null, 1, 1, 45, 3, 7, 7, 6, 6, 8, 8];
    expect(downsample({ t: at(v), v }, 4, breaches)).toEqual({
      t: [20, 40, 50, 80],
      v: [40, null, 50, 1],
    });
    expect(downsample({ t: at(v), v }, 8, breaches)).toEqual({
      t: [20, 40, 50, 80, 90, 100],
      v: [40, null, 50, 1, 1, 45],
    });
  });

  it('knows no breach unless told, and gives four points where fewer are allowed', () => {
    const v = [3, 7, 7, 3, 9, 1, 3, 3];
    expect(downsample({ t: at(v), v }, 4)).toEqual({ t: [40, 50], v: [9, 1] });
    expect(downsample({ t: at(v), v }, 0)).toEqual({ t: [40, 50], v: [9, 1] });
    const few = { t: [0, 1, 2, 3], v: [1, 2, 3, 4] };
    expect(downsample(few, 1)).toBe(few);
  });

  it('keeps categories beside their points', () => {
    const v = Array.from({ length: 100 }, (_, index) => index);
    const thinned = downsample({ t: at(v), v, category: v.map(String) }, 8);
    expect(thinned.category).toEqual(thinned.v.map(String));
    expect(downsample({ t: at(v), v, category: ['0'] }, 4).category).toEqual(['0', '']);
    expect(downsample({ t: at(v), v }, 8)).not.toHaveProperty('category');
  });
});

describe('inTime', () => {
  it('orders points by time, keeps those of one time in order, and drops those without', () => {
    expect(
      inTime({ t: [3, 1, Number.NaN, 1, 2], v: [30, 10, 99, 11, null], category: [...'cabdb'] }),
    ).toEqual({ t: [1, 1, 2, 3], v: [10, 11, null, 30], category: [...'adbc'] });
    expect(inTime({ t: [3, 1, 2], v: [30, 10, 20], category: ['c'] })).toEqual({
      t: [1, 2, 3],
      v: [10, 20, 30],
      category: ['', '', 'c'],
    });
  });

  it('gives back what is in order, and cuts what has more times than values', () => {
    for (const t of [
      [1, 2],
      [2, 2],
      [-2, -1],
    ]) {
      const points = { t, v: [1, 2] };
      expect(inTime(points)).toBe(points);
    }
    expect(inTime({ t: [Number.NaN], v: [1] })).toEqual({ t: [], v: [] });
    expect(inTime({ t: [1], v: [1, 2] })).toEqual({ t: [1], v: [1] });
    expect(inTime({ t: [1, 2, 3], v: [1, 2] })).toEqual({ t: [1, 2], v: [1, 2] });
  });
});

const DAY = Date.UTC(2026, 5, 1);

function contextOf(own: Partial<Metric>): DeriveContext {
  const series = samplesFrom(DAY, [40, 60, null, 45], 1000);
  const metric = metricOf('latency', { series, ...own });
  return planOf({
    items: {},
    evidence: [
      {
        id: evidenceId('file'),
        kind: 'metrics',
        name: 'file',
        collectedAt: '2026-06-01T01:00:00Z',
      },
    ],
    content: { metrics: [metric] },
  });
}

function rowOf(own: Partial<Metric>): MetricRow {
  const row = metricRows(contextOf(own)).get(metricId('latency'));
  if (row === undefined) throw new Error('There is no row');
  return row;
}

describe('a metric', () => {
  it('is judged by the engine against its own target', () => {
    const row = rowOf({ target: { operator: 'at-most', value: 50, aggregate: 'max' } });
    expect(row).toMatchObject({
      aggregate: 'max',
      value: 60,
      samples: 3,
      target: { operator: 'at-most', value: 50 },
      verdict: 'failed',
      headroom: -0.2,
      spark: [40, 60, null, 45],
    });
    expect(row.reason.code).toBe('metric-misses');
  });

  it('does not pass on points that stand in no evidence', () => {
    const target = { operator: 'at-most', value: 100, aggregate: 'max' } as const;
    expect(rowOf({ target }).verdict).toBe('passed');
    expect(rowOf({ target, evidence: [] }).verdict).toBe('missing');
  });

  it('is not judged by too few samples, and shows how many there are in the window', () => {
    const target = { operator: 'at-most', value: 100, aggregate: 'p95' } as const;
    expect(rowOf({ target: { ...target, minSamples: 4 } })).toMatchObject({
      verdict: 'unknown',
      samples: 3,
    });
    expect(rowOf({ target: { ...target, window: 86_398 } }).samples).toBe(1);
  });

  it('mirrors the headroom of a lower bound, and has none for a target of 0', () => {
    const at = (value: number, operator: 'at-least' | 'greater-than' | 'equals') =>
      rowOf({ target: { operator, value, aggregate: 'min' } }).headroom;
    expect(at(50, 'at-least')).toBeCloseTo(-0.2);
    expect(at(32, 'greater-than')).toBeCloseTo(0.25);
    expect(at(0, 'at-least')).toBeUndefined();
    expect(at(40, 'equals')).toBeUndefined();
  });

  it('without a target shows its newest point and no verdict', () => {
    expect(rowOf({})).toMatchObject({ verdict: 'no-target', value: 45, samples: 3 });
    expect(rowOf({})).not.toHaveProperty('aggregate');
    const later = { t: [DAY, DAY + 9e7 * 10], v: [1, 2] };
    expect(rowOf({ series: later })).toMatchObject({ value: 1, samples: 1 });
    expect(rowOf({ series: { t: [], v: [] } })).not.toHaveProperty('value');
  });

  it('keeps the spark small', () => {
    const v = Array.from({ length: 1000 }, (_, index) => (index * 37) % 101);
    const row = rowOf({ series: { t: v.map((_, index) => DAY + index), v } });
    expect(row.spark.length).toBeLessThanOrEqual(60);
    expect(row.spark).toContain(100);
    expect(row.spark).toContain(0);
  });
});
