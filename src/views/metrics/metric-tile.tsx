import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import type { MetricOutlook } from '../../derive/metrics/study.ts';
import type { MetricRow } from '../../derive/types.ts';
import { formatInstant } from '../../lib/timestamp.ts';
import { formatTarget, formatValue } from '../../parts/quantity.ts';
import { Sparkline } from '../../parts/sparkline.tsx';
import { metricTone } from '../../parts/tones.ts';
import { useValues } from '../../parts/use-values.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { type Formats, useFormat } from '../../ui/wording/use-format.ts';
import { closed } from './detail/closed.ts';
import { isNear } from './metric-order.ts';
import styles from './metric-tile.module.css';
import { useMetricsWords } from './words/use-metrics-words.ts';

export interface MetricTileProps {
  readonly metric: MetricRow;
  /** Comes after the rest; absent until then. */
  readonly outlook: MetricOutlook | undefined;
  readonly chosen: boolean;
}

/** One metric small: value, target, distance, course, trend and verdict. */
export const MetricTile = memo(function MetricTile({
  metric,
  outlook,
  chosen,
}: MetricTileProps): ReactNode {
  const words = useMetricsWords();
  const states = useStateWords();
  const format = useFormat();
  const values = useValues();
  const tone = metricTone[metric.verdict];
  return (
    <Link
      to="."
      search={(before: Readonly<Record<string, unknown>>) => ({
        ...before,
        ...closed,
        metric: metric.id,
      })}
      className={styles.tile}
    >
      <span className={styles.head} data-chosen={chosen}>
        <span className={styles.title}>
          <SafeText text={metric.title} />
        </span>
        <StateBadge
          tone={tone}
          word={
            metric.verdict === 'no-target' ? words.withoutTarget : states.condition[metric.verdict]
          }
          look="plain"
        />
      </span>
      <span className={styles.body}>
        <span className={styles.value} data-tone={tone} data-bad={metric.verdict === 'failed'}>
          {metric.value === undefined
            ? words.noValue
            : formatValue(metric.value, metric.unit, format.locale)}
        </span>
        <Sparkline metric={metric} />
      </span>
      <span className={styles.note}>
        {metric.aggregate !== undefined && <span>{values.measured(metric.aggregate)}</span>}
        <span>
          {metric.target === undefined
            ? words.noTarget
            : words.target(formatTarget(metric.target, metric.unit, format.locale))}
        </span>
        {metric.headroom !== undefined && <span>{distance(metric.headroom, words, format)}</span>}
        {isNear(metric) && <span className={styles.near}>{words.near}</span>}
        <span>{words.samples(metric.samples)}</span>
      </span>
      <span className={styles.note}>
        <Outlook metric={metric} outlook={outlook} />
      </span>
    </Link>
  );
});

/** Trend, and since when the samples are on their side of the target. */
function Outlook({
  metric,
  outlook,
}: {
  readonly metric: MetricRow;
  readonly outlook: MetricOutlook | undefined;
}): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  // The line keeps its height while it waits.
  if (outlook === undefined) return '\u00a0';
  const { trend, since, gaps } = outlook;
  const isBetter = (trend?.direction === 'rising') === (metric.better === 'higher');
  const word =
    trend === undefined
      ? 'few'
      : trend.direction === 'none'
        ? 'none'
        : isBetter
          ? 'better'
          : 'worse';
  const arrow =
    trend === undefined || trend.direction === 'none'
      ? ''
      : trend.direction === 'rising'
        ? '↗ '
        : '↘ ';
  const day = since === undefined ? undefined : format.date(formatInstant(since.t));
  return (
    <>
      <span>
        {arrow}
        {words.trends[word]}
      </span>
      {since !== undefined && day !== undefined && (
        <span>{since.isBeyond ? words.beyondSince(day) : words.withinSince(day)}</span>
      )}
      {gaps > 0 && <span>{words.gapCount(gaps)}</span>}
    </>
  );
}

/** How far from the target, as a share of it. */
export function distance(
  headroom: number,
  words: ReturnType<typeof useMetricsWords>,
  format: Formats,
): string {
  const share = format.percent(Math.abs(headroom), { digits: 1 }) ?? '';
  return headroom < 0 ? words.beyond(share) : words.headroom(share);
}
