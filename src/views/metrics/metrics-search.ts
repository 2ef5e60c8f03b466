export const metricVerdicts = [
  'passed',
  'failed',
  'missing',
  'stale',
  'unknown',
  'no-target',
] as const;

/** How one metric is shown. */
export const metricViews = [
  'line',
  'area',
  'step',
  'points',
  'histogram',
  'percentiles',
  'categories',
  'table',
] as const;
export type MetricView = (typeof metricViews)[number];

/** What stands in the chart besides the points; the last two only when asked for. */
export const layers = ['target', 'bands', 'aggregate', 'marks', 'course', 'levels'] as const;
export type Layer = (typeof layers)[number];
export const layersOnRequest: readonly Layer[] = ['course', 'levels'];

export const metricPages = ['targets', 'budgets'] as const;
/** Columns of the table of points that can be left out. */
export const pointColumns = ['value', 'side', 'category', 'source'] as const;
export const metricSorts = ['name', 'plan'] as const;

export interface MetricsSearch {
  /** Absent: the metrics themselves. */
  readonly part?: (typeof metricPages)[number] | undefined;
  readonly metric?: string | undefined;
  readonly q?: string | undefined;
  readonly verdict?: readonly (typeof metricVerdicts)[number][] | undefined;
  /** A group of metrics. */
  readonly set?: string | undefined;
  /** Absent: most at risk first. */
  readonly sort?: (typeof metricSorts)[number] | undefined;
  /** Absent: what fits the data. The months of budgets know `table` alone. */
  readonly view?: MetricView | undefined;
  /** RFC 3339. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly scale?: 'log' | undefined;
  /** Metrics that are drawn along. */
  readonly with?: readonly string[] | undefined;
  /** A revision that is drawn along. */
  readonly base?: string | undefined;
  /** Layers and series (by their ids) that are not drawn. */
  readonly hide?: readonly string[] | undefined;
  /** Layers that are drawn on request. */
  readonly also?: readonly Layer[] | undefined;
  /** Page of the table of points, from 1. */
  readonly page?: number | undefined;
  /** Columns of that table that are left out. */
  readonly without?: readonly string[] | undefined;
  readonly budget?: string | undefined;
  /** `2026-10`. */
  readonly month?: string | undefined;
}
