import type { ReactNode } from 'react';
import type { MetricRow, PlanSnapshot } from '../../derive/types.ts';
import { MetricLink } from '../../parts/links.tsx';
import { Sparkline } from '../../parts/sparkline.tsx';
import { metricTone } from '../../parts/tones.ts';
import { useValues } from '../../parts/use-values.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './metric-tiles.module.css';
import { useOverviewWords } from './words/use-overview-words.ts';

const MOST_TILES = 8;

/** Worst first: what is furthest on the wrong side of its target. */
function byRisk(a: MetricRow, b: MetricRow): number {
  return (a.headroom ?? Number.POSITIVE_INFINITY) - (b.headroom ?? Number.POSITIVE_INFINITY);
}

/** So many side by side that rows are full where they can be. */
function across(count: number): number {
  return [4, 3, 5, 2].find((columns) => count % columns === 0) ?? (count < 4 ? 3 : 4);
}

/** The metrics nearest to or beyond their targets. */
export function MetricTiles({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  if (snapshot.metrics.length === 0) return null;
  const shown = snapshot.metrics.toSorted(byRisk).slice(0, MOST_TILES);
  const more = snapshot.metrics.length - shown.length;
  return (
    <section aria-label={words.metrics}>
      <ul className={styles.tiles} data-across={across(shown.length)}>
        {shown.map((metric) => (
          <li key={metric.id} className={styles.tile}>
            <Tile metric={metric} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>{words.moreMetrics(more)}</p>}
    </section>
  );
}

function Tile({ metric }: { readonly metric: MetricRow }): ReactNode {
  const words = useOverviewWords();
  const states = useStateWords();
  const values = useValues();
  const tone = metricTone[metric.verdict];
  return (
    <MetricLink metric={metric.id} className={styles.link}>
      <span className={styles.title}>
        <SafeText text={metric.title} />
        {metric.aggregate !== undefined && ` ${values.measured(metric.aggregate)}`}
      </span>
      <span className={styles.body}>
        <span>
          <span className={styles.value} data-tone={tone} data-bad={metric.verdict === 'failed'}>
            {metric.value === undefined ? words.noValue : values.value(metric.value, metric.unit)}
          </span>
          <span className={styles.target}>
            {metric.verdict !== 'no-target' && (
              <StateGlyph tone={tone} size={12} label={states.condition[metric.verdict]} />
            )}
            {metric.target === undefined
              ? words.noTarget
              : words.target(values.target(metric.target, metric.unit))}
          </span>
        </span>
        <Sparkline metric={metric} />
      </span>
    </MetricLink>
  );
}
