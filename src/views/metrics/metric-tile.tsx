import type { ReactNode } from 'react';
import type { MetricRow } from '../../derive/types.ts';
import { formatPercent } from '../../lib/format/number.ts';
import { MetricLink } from '../../parts/links.tsx';
import { formatTarget, formatValue } from '../../parts/quantity.ts';
import { Sparkline } from '../../parts/sparkline.tsx';
import { metricTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './metric-tile.module.css';
import { useMetricsWords } from './words.tsx';

/** One metric small: value, target, distance, course and verdict. */
export function MetricTile({
  metric,
  chosen,
}: {
  readonly metric: MetricRow;
  readonly chosen: boolean;
}): ReactNode {
  const words = useMetricsWords();
  const states = useStateWords();
  const tone = metricTone[metric.verdict];
  return (
    <MetricLink metric={metric.id} className={styles.tile}>
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
          {metric.value === undefined ? words.noValue : formatValue(metric.value, metric.unit)}
        </span>
        <Sparkline metric={metric} />
      </span>
      <span className={styles.note}>
        {metric.aggregate !== undefined && <span>{metric.aggregate}</span>}
        <span>
          {metric.target === undefined
            ? words.noTarget
            : words.target(formatTarget(metric.target, metric.unit))}
        </span>
        {metric.headroom !== undefined && <span>{distance(metric.headroom, words)}</span>}
        <span>{words.samples(metric.samples)}</span>
      </span>
    </MetricLink>
  );
}

/** How far from the target, as a share of it. */
export function distance(headroom: number, words: ReturnType<typeof useMetricsWords>): string {
  const share = formatPercent(Math.abs(headroom), { digits: 1 }) ?? '';
  return headroom < 0 ? words.beyond(share) : words.headroom(share);
}
