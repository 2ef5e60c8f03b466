import { type Comparison, compareSamples } from '../../lib/statistics-mann-whitney.ts';
import { convert } from '../../lib/units.ts';
import { metricId } from '../../model/ids.ts';
import type { DeriveContext } from '../context.ts';
import { columnsOf, type Span, valuesIn } from './columns.ts';

/** One side of a comparison: a metric of a revision that is open. */
export interface Side {
  readonly context: DeriveContext;
  readonly metric: string;
}

export type MetricComparison =
  | { readonly kind: 'no-metric'; readonly side: 'first' | 'second' }
  | { readonly kind: 'units-differ'; readonly units: readonly [string, string] }
  | { readonly kind: 'no-samples'; readonly side: 'first' | 'second' }
  | {
      readonly kind: 'compared';
      /** All values are in the unit of the first. */
      readonly unit: string;
      readonly titles: readonly [string, string];
      readonly better: 'lower' | 'higher';
      /** Nearest-rank percentiles and means of both sides. */
      readonly lines: readonly {
        readonly of: 'mean' | 'p50' | 'p95' | 'min' | 'max';
        readonly first: number;
        readonly second: number;
        /** Second less first. */
        readonly difference: number;
        /** As a share of the size of the first; absent where that is 0. */
        readonly relative?: number;
      }[];
      readonly test: Comparison;
    };

/** The samples of two metrics, or of one in two revisions, inside a span. */
export function compareMetrics(first: Side, second: Side, span: Span): MetricComparison {
  const one = first.context.project.index.metrics.get(metricId(first.metric));
  const other = second.context.project.index.metrics.get(metricId(second.metric));
  if (one === undefined) return { kind: 'no-metric', side: 'first' };
  if (other === undefined) return { kind: 'no-metric', side: 'second' };
  const factor = convert(1, other.unit, one.unit);
  if (factor === undefined) return { kind: 'units-differ', units: [one.unit, other.unit] };
  const a = valuesIn(columnsOf(first.context, one), span).sort();
  const b = valuesIn(columnsOf(second.context, other), span)
    .map((value) => (factor === 1 ? value : (convert(value, other.unit, one.unit) ?? value)))
    .sort();
  const test = compareSamples(a, b);
  if (test === undefined) return { kind: 'no-samples', side: a.length === 0 ? 'first' : 'second' };
  const line = (
    of: 'mean' | 'p50' | 'p95' | 'min' | 'max',
    value: (of: Float64Array) => number,
  ) => {
    const [x, y] = [value(a), value(b)];
    return {
      of,
      first: x,
      second: y,
      difference: y - x,
      ...(x === 0 ? {} : { relative: (y - x) / Math.abs(x) }),
    };
  };
  return {
    kind: 'compared',
    unit: one.unit,
    titles: [one.title, other.title],
    better: one.better,
    lines: [
      line('mean', (values) => values.reduce((sum, value) => sum + value, 0) / values.length),
      line('p50', (values) => rank(values, 50)),
      line('p95', (values) => rank(values, 95)),
      line('min', (values) => values[0] ?? 0),
      line('max', (values) => values[values.length - 1] ?? 0),
    ],
    test,
  };
}

function rank(sorted: Float64Array, percent: number): number {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0;
}
