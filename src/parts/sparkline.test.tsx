import { render } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricRow } from '../derive/types.ts';
import { metricId } from '../model/ids.ts';
import { Sparkline } from './sparkline.tsx';

function draw(spark: MetricRow['spark'], target?: number): HTMLElement {
  const metric: MetricRow = {
    id: metricId('m'),
    title: 'Latency',
    unit: 'ms',
    better: 'lower',
    samples: spark.length,
    verdict: 'passed',
    reason: { code: 'not-judged', params: {} },
    spark,
    ...(target !== undefined && { target: { operator: 'less-than', value: target } }),
  };
  return render(<Sparkline metric={metric} />).container;
}

describe('Sparkline', () => {
  it('is nothing for less than two values', () => {
    expect(draw([]).innerHTML).toBe('');
    expect(draw([null, 3, null]).innerHTML).toBe('');
  });

  it('breaks its line at a gap', () => {
    const d = draw([1, 2, null, 3, 4]).querySelector('path')?.getAttribute('d') ?? '';
    expect(d.match(/M/g)).toHaveLength(2);
    expect(d.match(/L/g)).toHaveLength(2);
  });

  it('has the target in the picture, and says nothing to a screen reader', () => {
    const drawn = draw([1, 2], 100);
    expect(drawn.querySelector('line')).toHaveAttribute('y1', '3');
    expect(drawn.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    expect(draw([1, 2]).querySelector('line')).toBeNull();
  });

  it('stays inside its box for any values', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.array(fc.option(number), { minLength: 2, maxLength: 8 }),
        fc.option(number, { nil: undefined }),
        (values, target) => {
          const d = draw(values, target).querySelector('path')?.getAttribute('d') ?? '';
          expect(d).not.toMatch(/NaN|Infinity/);
          for (const [, x, y] of d.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(120);
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(28);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
