import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import { breachOf } from '../../../derive/metrics.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { metricPictureQuery, metricStudyQuery } from '../../../queries/metric-options.ts';
import { IconButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/feedback.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import { CategoryTable } from './category-table.tsx';
import { spanOf, usualView } from './chart-data.ts';
import { closed } from './closed.ts';
import { ComparisonPanel } from './comparison.tsx';
import styles from './detail.module.css';
import { LevelList } from './level-list.tsx';
import { MetricFacts } from './metric-facts.tsx';
import { PointTable } from './point-table.tsx';
import { TimeChart } from './time-chart.tsx';
import { Toolbar } from './toolbar.tsx';
import { useOthers } from './use-others.ts';
import { useRevisionMarks } from './use-revision-marks.ts';

const Distribution = lazy(() =>
  import('./distribution.tsx').then((module) => ({ default: module.Distribution })),
);

/** Up to this many points elements carry the chart, so that fewer of them are asked for. */
const paintedFrom = 20_000;

/** One metric whole: its course against the target, what the gate made of it, and its evidence. */
export function MetricDetail({
  metric,
  samples,
  search,
  setSearch,
}: SearchProps<MetricsSearch> & {
  readonly metric: string;
  /** About how many points there are. */
  readonly samples: number;
}): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const buckets = samples > paintedFrom ? 1000 : 250;
  const { data, error } = useQuery(
    metricPictureQuery(session, request, metric, spanOf(search), buckets),
  );
  if (error !== null) throw error;
  if (data === null) return <EmptyState title={words.unknownMetric(metric)} />;
  return (
    <div ref={intoView} className={styles.detail}>
      <Panel
        title={data === undefined ? '…' : <SafeText text={data.row.title} />}
        aside={
          <IconButton
            label={words.close}
            icon={<Icon of={X} />}
            size="small"
            onClick={() => setSearch(closed)}
          />
        }
      >
        {data === undefined ? (
          <SkeletonRows rows={8} rowHeight={48} />
        ) : (
          <Opened picture={data} buckets={buckets} search={search} setSearch={setSearch} />
        )}
      </Panel>
    </div>
  );
}

/** A tile far below opens it at the top of the page. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView?.({ block: 'nearest' });
}

function Opened({
  picture: own,
  buckets,
  search,
  setSearch,
}: SearchProps<MetricsSearch> & {
  readonly picture: MetricPicture;
  readonly buckets: number;
}): ReactNode {
  const { session, request } = useOpenProject();
  const picture = useRevisionMarks(own);
  const { data: study } = useQuery(
    metricStudyQuery(session, request, picture.metric.id, spanOf(search)),
  );
  const others = useOthers(picture, buckets, search);
  const isBeyond = breachOf(picture.row.target);
  const known = study ?? undefined;
  const view = search.view ?? usualView(picture);
  const all = { picture, study: known, others, search, setSearch };
  return (
    <div className={styles.columns}>
      <div className={styles.course}>
        <Toolbar {...all} view={view} />
        {view === 'table' ? (
          <PointTable picture={picture} search={search} setSearch={setSearch} />
        ) : view === 'categories' ? (
          <CategoryTable picture={picture} study={known} />
        ) : view === 'histogram' || view === 'percentiles' ? (
          <Suspense fallback={<SkeletonRows rows={6} rowHeight={48} />}>
            <Distribution picture={picture} study={known} view={view} isBeyond={isBeyond} />
          </Suspense>
        ) : (
          <TimeChart {...all} isBeyond={isBeyond} />
        )}
        <ComparisonPanel picture={picture} others={others} search={search} />
        {known !== undefined && <LevelList picture={picture} study={known} />}
      </div>
      <MetricFacts picture={picture} study={known} />
    </div>
  );
}
