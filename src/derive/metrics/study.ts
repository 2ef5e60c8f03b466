import { mean as exactMean } from '../../lib/statistics.ts';
import { changePoints } from '../../lib/statistics-change-points.ts';
import { type Bin, histogram } from '../../lib/statistics-histogram.ts';
import { type Rate, wilson } from '../../lib/statistics-rate.ts';
import { type Trend, trendOf } from '../../lib/statistics-trend.ts';
import type { MetricCondition } from '../../model/condition.ts';
import { metricId } from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';
import type { DeriveContext } from '../context.ts';
import { breachOf, judgedBy, targetOf } from '../metrics.ts';
import { type Breaches, breachesOf } from './breaches.ts';
import { type Columns, columnsOf, positionsIn, type Span } from './columns.ts';
import { courseOf } from './course.ts';

export interface CategoryRow {
  readonly name: string;
  readonly samples: number;
  /** Of all samples with a value. */
  readonly share: number;
  readonly median: number;
  readonly p95: number;
  /** Samples beyond the target; absent without one. */
  readonly beyond?: number;
  /** Where every value is 0 or 1 and means failure or success. */
  readonly rate?: Rate;
}

/** What the samples of a span say. */
export interface MetricStudy {
  readonly samples: number;
  readonly gaps: number;
  readonly mean?: number;
  /** Nearest rank, as the engine judges: minimum, p50, p90, p95, p99, maximum. */
  readonly percentiles: readonly { readonly percent: number; readonly value: number }[];
  /** Values by percent from 0 to 100, for a curve. */
  readonly quantiles: readonly number[];
  readonly bins: readonly Bin[];
  /** Of all samples up to the instant of judgement, whatever the span. */
  readonly breaches?: Breaches;
  readonly levels: readonly Level[];
  /** Samples in a value that the search for changes and the trend looked at; 1: each one. */
  readonly averaged: number;
  readonly trend?: Trend;
  readonly rate?: Rate;
  readonly categories: readonly CategoryRow[];
  /** Categories beyond those listed. */
  readonly categoriesLeftOut: number;
  /** The aggregate that is judged, as it would have been judged at earlier instants. */
  readonly course?: { readonly t: readonly number[]; readonly v: readonly number[] };
}

/** A stretch of time in which the values keep one level. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly samples: number;
}

const changeValues = 2000;
const trendValues = 120;
const courseValues = 400;
const mostCategories = 40;

/** `undefined` when there is no such metric. */
export function metricStudy(
  context: DeriveContext,
  id: string,
  span: Span,
): MetricStudy | undefined {
  const metric = context.project.index.metrics.get(metricId(id));
  if (metric === undefined) return undefined;
  const columns = columnsOf(context, metric);
  const judged = judgedBy(context, metric);
  const target = targetOf(metric, judged);
  const breaches = breachOf(target);
  const [first, last] = positionsIn(columns.t, span);
  const t = columns.t.subarray(first, last);
  const v = columns.v.subarray(first, last);
  const sorted = v.filter((value) => !Number.isNaN(value)).sort();
  const { mean, rate } = summaryOf(metric, sorted);
  const categories = categoriesOf(metric, columns, first, last, target && breaches);
  const course = judged === undefined ? undefined : courseOfJudgement(columns, judged.condition);
  const trend = trendOfPoints(t, v);
  return {
    samples: sorted.length,
    gaps: v.length - sorted.length,
    ...(mean === undefined ? {} : { mean }),
    percentiles: [0, 50, 90, 95, 99, 100].flatMap((percent) => {
      const value = nearestRank(sorted, percent);
      return value === undefined ? [] : { percent, value };
    }),
    quantiles: Array.from({ length: 101 }, (_, percent) => nearestRank(sorted, percent)).filter(
      (value) => value !== undefined,
    ),
    bins: histogram(sorted),
    ...(target === undefined ? {} : { breaches: breachesOf(columns, breaches, metric.better) }),
    ...levelsOf(t, v),
    ...(trend === undefined ? {} : { trend }),
    ...(rate === undefined ? {} : { rate }),
    categories: categories.slice(0, mostCategories),
    categoriesLeftOut: Math.max(0, categories.length - mostCategories),
    ...(course === undefined ? {} : { course }),
  };
}

/** The value of a rank among sorted values by the engine's definition; 0 is the smallest. */
function nearestRank(sorted: Float64Array, percent: number): number | undefined {
  return sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)];
}

/** A million exact additions take as long as all the rest, so that large samples are added plainly. */
const exactUpTo = 100_000;

function summaryOf(metric: Metric, sorted: Float64Array) {
  const n = sorted.length;
  if (n === 0) return {};
  let sum = 0;
  for (const value of sorted) sum += value;
  const mean = n <= exactUpTo ? exactMean([...sorted]) : sum / n;
  const rate = isRate(metric, sorted) ? wilson(sum, n) : undefined;
  return { mean, rate };
}

/** Zeros and ones that count successes: read as such from a word, or given as a ratio. */
function isRate({ unit, seriesFile }: Metric, values: Float64Array): boolean {
  if (seriesFile?.oneWhen === undefined && unit !== 'ratio') return false;
  return values.every((value) => value === 0 || value === 1);
}

function categoriesOf(
  metric: Metric,
  { v, category }: Columns,
  first: number,
  last: number,
  breaches: ((value: number) => boolean) | undefined,
): readonly CategoryRow[] {
  if (category === undefined) return [];
  const lists = category.names.map((): number[] => []);
  let all = 0;
  for (let at = first; at < last; at += 1) {
    const value = v[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    lists[category.of[at] ?? 0]?.push(value);
    all += 1;
  }
  const rows = lists.flatMap((list, code): CategoryRow[] => {
    if (list.length === 0) return [];
    const sorted = Float64Array.from(list).sort();
    const rate = isRate(metric, sorted) ? wilson(sumOf(sorted), sorted.length) : undefined;
    return [
      {
        name: category.names[code] ?? '',
        samples: list.length,
        share: list.length / all,
        median: nearestRank(sorted, 50) ?? 0,
        p95: nearestRank(sorted, 95) ?? 0,
        ...(breaches === undefined ? {} : { beyond: list.filter(breaches).length }),
        ...(rate === undefined ? {} : { rate }),
      },
    ];
  });
  return rows.sort((a, b) => b.samples - a.samples || (a.name < b.name ? -1 : 1));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Means of equally many neighbours, at most `most` of them; values as they are while there are few. */
function thinned(t: Float64Array, v: Float64Array, most: number) {
  const known: number[] = [];
  for (let at = 0; at < v.length; at += 1) if (!Number.isNaN(v[at] ?? Number.NaN)) known.push(at);
  const size = Math.max(1, Math.ceil(known.length / most));
  const values: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let start = 0; start < known.length; start += size) {
    const part = known.slice(start, start + size);
    values.push(part.reduce((sum, at) => sum + (v[at] ?? 0), 0) / part.length);
    from.push(t[part[0] ?? 0] ?? 0);
    to.push(t[part.at(-1) ?? 0] ?? 0);
  }
  return { values, from, to, size, count: known.length };
}

function levelsOf(t: Float64Array, v: Float64Array) {
  const { values, from, to, size, count } = thinned(t, v, changeValues);
  const levels = changePoints(values).map(
    (segment): Level => ({
      from: from[segment.from] ?? 0,
      to: to[segment.to - 1] ?? 0,
      mean: segment.mean,
      samples: Math.min(segment.to * size, count) - segment.from * size,
    }),
  );
  return { levels, averaged: size };
}

function trendOfPoints(t: Float64Array, v: Float64Array): Trend | undefined {
  const { values, from } = thinned(t, v, trendValues);
  return trendOf(from, values);
}

function courseOfJudgement(columns: Columns, { aggregate, window, unit }: MetricCondition) {
  // A share of ones and a count have units of their own and another axis.
  if (aggregate === 'count' || (aggregate === 'rate' && unit !== 'ratio')) return undefined;
  const ms = window === undefined ? undefined : window * 1000;
  const course = courseOf(columns, aggregate, ms, courseValues);
  return course === undefined ? undefined : { t: [...course.t], v: [...course.v] };
}

/** How a metric has been going, for many at once. */
export interface MetricOutlook {
  readonly id: string;
  readonly trend?: Trend;
  /** Since when the samples have been on their present side of the target. */
  readonly since?: { readonly t: number; readonly isBeyond: boolean };
  readonly gaps: number;
}

/** One outlook a metric, in the order of the bundle. */
export function metricOutlooks(context: DeriveContext): readonly MetricOutlook[] {
  return [...context.project.index.metrics.values()].map((metric) => {
    const columns = columnsOf(context, metric);
    const target = targetOf(metric, judgedBy(context, metric));
    const trend = trendOfPoints(columns.t, columns.v);
    const { since } =
      target === undefined
        ? { since: undefined }
        : breachesOf(columns, breachOf(target), metric.better);
    return {
      id: metric.id,
      ...(trend === undefined ? {} : { trend }),
      ...(since === undefined ? {} : { since }),
      gaps: columns.v.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
    };
  });
}
