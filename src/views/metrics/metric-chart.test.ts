import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricRow } from '../../derive/types.ts';
import { metricId } from '../../model/ids.ts';
import { valueScale } from './metric-chart.tsx';

const row: MetricRow = {
  id: metricId('m'),
  title: 'M',
  unit: 'ms',
  better: 'lower',
  samples: 1,
  verdict: 'passed',
  reason: { code: 'metric-holds' },
  spark: [],
};

describe('the scale of a chart', () => {
  it('has round ticks around the values and the target', () => {
    const target = { operator: 'at-most', value: 60 };
    expect(valueScale({ min: 12.4, max: 101.2, row: { ...row, target } })).toEqual({
      low: 0,
      high: 125,
      ticks: [0, 25, 50, 75, 100, 125],
    });
    expect(valueScale({ row })).toEqual({ low: 0, high: 1, ticks: [0, 1] });
  });

  it('never leaves a value out, and never has a crowd of ticks', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const { low, high, ticks } = valueScale({ min, max, row });
        const slack = Math.max(Math.abs(min), Math.abs(max), 1e-300) * 1e-9;
        expect(low).toBeLessThanOrEqual(min + slack);
        expect(high).toBeGreaterThanOrEqual(max - slack);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
