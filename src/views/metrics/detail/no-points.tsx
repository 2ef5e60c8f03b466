import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { problemsQuery } from '../../../queries/options.ts';
import { EmptyState } from '../../../ui/feedback.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useMetricsWords } from '../words/use-metrics-words.ts';

/** Why there are none: no place for them is stated, their file is missing or of no use, or it holds none. */
export function NoPoints({
  metric,
  isUntested = false,
}: {
  readonly metric: MetricPicture['metric'];
  readonly isUntested?: boolean;
}): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const path = metric.seriesFile?.path;
  const { data } = useQuery({
    ...problemsQuery(session, request),
    enabled: path !== undefined,
  });
  const of = data?.rows.filter((problem) => problem.affects?.includes(metric.id) === true) ?? [];
  const why = (): string => {
    if (path === undefined) return words.noPointsStated;
    if (data === undefined) return '';
    if (of.some(({ params }) => params?.['reason'] === 'not-found')) {
      return words.pointsFileMissing(path);
    }
    if (of.some(({ code }) => code === 'file-unreadable')) return words.pointsFileUnreadable(path);
    if (of.length > 0) return words.pointsFileUnusable(path);
    return data.total > data.rows.length ? words.noPointsWhy : words.pointsFileEmpty(path);
  };
  return (
    <EmptyState title={words.noPoints}>
      <SafeText text={why()} /> {isUntested && words.untested}
    </EmptyState>
  );
}
