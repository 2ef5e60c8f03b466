import { type ReactNode, useMemo } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { MetricStudy } from '../../../derive/metrics/study.ts';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { formatValue } from '../../../parts/quantity.ts';
import type { SearchProps } from '../../../parts/search-props.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { Chart } from '../chart/chart.tsx';
import { valueRange } from '../chart/scale.ts';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import { modelOf, type OtherSeries, spanSearch } from './chart-data.ts';
import styles from './detail.module.css';
import { Legend } from './legend.tsx';
import { NoPoints } from './no-points.tsx';
import { useModelTexts } from './use-model-texts.ts';

export interface TimeChartProps extends SearchProps<MetricsSearch> {
  readonly picture: MetricPicture;
  readonly study: MetricStudy | undefined;
  readonly others: readonly OtherSeries[];
  readonly isBeyond: (value: number) => boolean;
}

/** The values over time, with everything that is said beside the picture. */
export function TimeChart({
  picture,
  study,
  others,
  search,
  setSearch,
  isBeyond,
}: TimeChartProps): ReactNode {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const texts = useModelTexts();
  const model = useMemo(
    () => modelOf(picture, study, others, search, texts),
    [picture, study, others, search, texts],
  );
  const { drawn, row, later, extent } = picture;
  if (extent === undefined) {
    return <NoPoints metric={picture.metric} isUntested />;
  }
  const range = valueRange({ series: model.series, lines: [] });
  const say = (value: number | undefined): string =>
    value === undefined ? words.noValue : formatValue(value, row.unit, locale);
  const summary = words.summary({
    title: row.title,
    points: drawn.total,
    low: say(range?.[0]),
    high: say(range?.[1]),
    from: formatMoment(model.from, locale),
    to: formatMoment(model.to, locale),
    beyond: study?.breaches?.count,
  });
  return (
    <>
      {drawn.total === 0 && <p className={styles.remark}>{words.emptySpan}</p>}
      {drawn.total > 0 && range === undefined && <p className={styles.remark}>{words.onlyGaps}</p>}
      <Chart
        model={model}
        summary={summary}
        isBeyond={isBeyond}
        onSpan={(span, isOnTheWay = false) =>
          setSearch(spanSearch(span, extent), { replace: isOnTheWay })
        }
      />
      <Legend
        picture={picture}
        others={others}
        model={model}
        search={search}
        setSearch={setSearch}
      />
      <p className={styles.note}>
        {words.timeZone} {words.keys}{' '}
        {drawn.t.length < drawn.total && words.downsampled(drawn.t.length, drawn.total)}{' '}
        {later > 0 && words.laterPoints(later)}
      </p>
    </>
  );
}
