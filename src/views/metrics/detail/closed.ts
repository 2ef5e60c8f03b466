import type { MetricsSearch } from '../metrics-search.ts';

/** What belongs to one metric goes with it. */
export const closed = {
  metric: undefined,
  view: undefined,
  from: undefined,
  to: undefined,
  scale: undefined,
  with: undefined,
  base: undefined,
  hide: undefined,
  also: undefined,
  page: undefined,
} as const satisfies Partial<MetricsSearch>;
