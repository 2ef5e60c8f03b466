import type { DeriveContext } from '../derive/context.ts';
import { type BudgetView, budgetViews } from '../derive/metrics/budget-views.ts';
import type { Span } from '../derive/metrics/columns.ts';
import { compareMetrics, type MetricComparison } from '../derive/metrics/compare.ts';
import { type MetricPicture, metricPicture } from '../derive/metrics/metric-picture.ts';
import { metricPoints, metricsCsv, type PointPage } from '../derive/metrics/rows.ts';
import {
  type MetricOutlook,
  type MetricStudy,
  metricOutlooks,
  metricStudy,
} from '../derive/metrics/study.ts';
import { type TargetRow, targetRows } from '../derive/metrics/targets.ts';
import type { OpenRequest } from './open-request.ts';

/** A metric of the open revision, or of another one of the same project. */
export interface MetricSide {
  readonly metric: string;
  readonly revision?: string;
}

/** Questions about metrics. Points never travel whole, except as a file that somebody asked for. */
export interface MetricSession {
  /** Enough to draw; answered before anything that takes longer. */
  metricPicture(
    request: OpenRequest,
    metric: string,
    span: Span,
    buckets: number,
  ): Promise<MetricPicture | undefined>;
  metricStudy(request: OpenRequest, metric: string, span: Span): Promise<MetricStudy | undefined>;
  metricPoints(
    request: OpenRequest,
    metric: string,
    span: Span,
    offset: number,
    limit: number,
  ): Promise<PointPage | undefined>;
  metricOutlooks(request: OpenRequest): Promise<readonly MetricOutlook[]>;
  compareMetrics(
    request: OpenRequest,
    first: MetricSide,
    second: MetricSide,
    span: Span,
  ): Promise<MetricComparison>;
  /** Every point of a span as CSV in UTF-8. */
  metricsCsv(request: OpenRequest, metrics: readonly string[], span: Span): Promise<Uint8Array>;
  budgets(request: OpenRequest): Promise<readonly BudgetView[]>;
  targets(request: OpenRequest): Promise<readonly TargetRow[]>;
}

export function metricSession(
  context: (request: OpenRequest) => Promise<DeriveContext>,
): MetricSession {
  const sideOf = async (request: OpenRequest, { metric, revision }: MetricSide) => ({
    metric,
    context: await context(revision === undefined ? request : { ...request, revision }),
  });
  return {
    metricPicture: async (request, metric, span, buckets) =>
      metricPicture(await context(request), metric, span, buckets),
    metricStudy: async (request, metric, span) => metricStudy(await context(request), metric, span),
    metricPoints: async (request, metric, span, offset, limit) =>
      metricPoints(await context(request), metric, span, offset, limit),
    metricOutlooks: async (request) => metricOutlooks(await context(request)),
    compareMetrics: async (request, first, second, span) =>
      compareMetrics(await sideOf(request, first), await sideOf(request, second), span),
    metricsCsv: async (request, metrics, span) =>
      new TextEncoder().encode(metricsCsv(await context(request), metrics, span)),
    budgets: async (request) => budgetViews(await context(request)),
    targets: async (request) => targetRows(await context(request)),
  };
}
