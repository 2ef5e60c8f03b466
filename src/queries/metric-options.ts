import { hashKey, queryOptions } from '@tanstack/react-query';
import type { Span } from '../derive/metrics/columns.ts';
import type { MetricSession, MetricSide } from './metric-session.ts';
import type { OpenRequest } from './open-request.ts';
import { judgedKey } from './options.ts';

const minute = 60_000;

const immutable = {
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
} as const;

/**
 * What is drawn of a metric; the picture before stays while the next one of the same metric comes.
 * `null`: the bundle has no such metric.
 */
export function metricPictureQuery(
  session: MetricSession,
  request: OpenRequest,
  metric: string,
  span: Span,
  buckets: number,
) {
  const key = [...judgedKey(request), 'metric-picture', metric];
  return queryOptions({
    ...immutable,
    queryKey: [...key, span, buckets],
    queryFn: async () => (await session.metricPicture(request, metric, span, buckets)) ?? null,
    placeholderData: (before, previous) =>
      previous !== undefined && hashKey(previous.queryKey.slice(0, key.length)) === hashKey(key)
        ? before
        : undefined,
    gcTime: 5 * minute,
  });
}

/** What the samples of a span say; `null`: the bundle has no such metric. */
export function metricStudyQuery(
  session: MetricSession,
  request: OpenRequest,
  metric: string,
  span: Span,
) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'metric-study', metric, span],
    queryFn: async () => (await session.metricStudy(request, metric, span)) ?? null,
    gcTime: 5 * minute,
  });
}

/** A page of points; `null`: the bundle has no such metric. */
export function metricPointsQuery(
  session: MetricSession,
  request: OpenRequest,
  metric: string,
  span: Span,
  page: { readonly offset: number; readonly limit: number },
) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'metric-points', metric, span, page],
    queryFn: async () =>
      (await session.metricPoints(request, metric, span, page.offset, page.limit)) ?? null,
    gcTime: 2 * minute,
  });
}

/** Trends of all metrics. */
export function metricOutlooksQuery(session: MetricSession, request: OpenRequest) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'metric-outlooks'],
    queryFn: () => session.metricOutlooks(request),
    gcTime: 10 * minute,
  });
}

/** How two metrics, or two revisions of one, differ. */
export function metricComparisonQuery(
  session: MetricSession,
  request: OpenRequest,
  first: MetricSide,
  second: MetricSide,
  span: Span,
) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'metric-comparison', first, second, span],
    queryFn: () => session.compareMetrics(request, first, second, span),
    gcTime: 5 * minute,
  });
}

/** Budgets with their months. */
export function budgetsQuery(session: MetricSession, request: OpenRequest) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'budgets'],
    queryFn: () => session.budgets(request),
    gcTime: 5 * minute,
  });
}

/** Every target of the plan. */
export function targetsQuery(session: MetricSession, request: OpenRequest) {
  return queryOptions({
    ...immutable,
    queryKey: [...judgedKey(request), 'targets'],
    queryFn: () => session.targets(request),
    gcTime: 5 * minute,
  });
}
