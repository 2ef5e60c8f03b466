import { useQueries } from '@tanstack/react-query';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import { areCompatible } from '../../../lib/units.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { metricPictureQuery } from '../../../queries/metric-options.ts';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import { type OtherSeries, spanOf } from './chart-data.ts';

/** The id of the same metric in another revision, as the link hides it; no metric's id. */
export function baseSeries(revision: string): string {
  return JSON.stringify(['revision', revision]);
}

/** The series that the link draws along, as far as they are there and have a unit that fits. */
export function useOthers(
  { metric, row }: MetricPicture,
  buckets: number,
  search: MetricsSearch,
): readonly OtherSeries[] {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const { base } = search;
  const span = spanOf(search);
  const wanted = [
    ...(base === undefined
      ? []
      : [
          {
            id: baseSeries(base),
            metric: String(metric.id),
            title: words.revision(base),
            request: { ...request, revision: base },
          },
        ]),
    ...(search.with ?? [])
      .filter((id) => id !== metric.id)
      .map((id) => ({ id, metric: id, title: undefined, request })),
  ];
  const answers = useQueries({
    queries: wanted.map((each) =>
      metricPictureQuery(session, each.request, each.metric, span, buckets),
    ),
  });
  return wanted.flatMap(({ id, title }, at) => {
    const picture = answers[at]?.data;
    if (picture === undefined || picture === null) return [];
    if (!areCompatible(picture.row.unit, row.unit)) return [];
    return { id, title: title ?? picture.row.title, picture };
  });
}
