import type { ReactNode } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { MetricDetail } from '../../derive/types.ts';
import { formatExactTime } from '../../lib/format/time.ts';
import { formatTarget, formatValue } from '../../parts/quantity.ts';
import { metricTone } from '../../parts/tones.ts';
import { toneColours } from '../../ui/state.ts';
import styles from './metric-panel.module.css';
import { useMetricsWords } from './words.tsx';

/** The points of a metric against its target. A gap in the data is a gap in the line. */
export function MetricChart({ detail }: { readonly detail: MetricDetail }): ReactNode {
  const words = useMetricsWords();
  const { row, t, v, firstBreach } = detail;
  const points = t.map((time, index) => ({ t: time, v: v[index] ?? null }));
  const colour = toneColours(metricTone[row.verdict]).fg;
  const summary = words.summary({
    title: row.title,
    points: detail.total,
    low: detail.min === undefined ? words.noValue : formatValue(detail.min, row.unit),
    high: detail.max === undefined ? words.noValue : formatValue(detail.max, row.unit),
  });
  return (
    <figure className={styles.chart} aria-label={summary}>
      <LineChart
        responsive
        data={points}
        margin={{ top: 12, right: 12, bottom: 0, left: 0 }}
        className={styles.plot ?? ''}
        accessibilityLayer
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="t"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={day}
          stroke="var(--text-muted)"
          fontSize={11}
          minTickGap={48}
        />
        <YAxis
          domain={domain(detail)}
          width={56}
          stroke="var(--text-muted)"
          fontSize={11}
          tickFormatter={(value: number) => formatValue(value, '')}
        />
        <Tooltip
          isAnimationActive={false}
          contentStyle={{
            background: 'var(--floating)',
            border: '1px solid var(--line-strong)',
            borderRadius: 6,
          }}
          labelFormatter={(label) => exact(Number(label))}
          formatter={(value) => [formatValue(Number(value), row.unit), row.title]}
        />
        {row.target !== undefined && (
          <ReferenceLine
            y={row.target.value}
            stroke="var(--text-muted)"
            strokeDasharray="4 4"
            label={{
              value: words.target(formatTarget(row.target, row.unit)),
              position: 'insideTopRight',
              fill: 'var(--text-muted)',
              fontSize: 11,
            }}
          />
        )}
        <Line
          type="linear"
          dataKey="v"
          stroke={colour}
          strokeWidth={1.5}
          dot={points.length <= 60 ? { r: 2 } : false}
          connectNulls={false}
          isAnimationActive={false}
        />
        {firstBreach !== undefined && (
          <ReferenceDot
            x={firstBreach.t}
            y={firstBreach.v}
            r={5}
            fill="none"
            stroke={toneColours('failed').fg}
            strokeWidth={1.5}
          />
        )}
      </LineChart>
      <figcaption className={styles.caption}>{summary}</figcaption>
    </figure>
  );
}

/**
 * Values and target with a little air, so that the target line is always in the picture. Any range
 * will do where there is neither: the points are gaps.
 */
function domain({ min, max, row }: MetricDetail): [number, number] {
  const values = [min, max, row.target?.value].filter((value) => value !== undefined);
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = (high - low || Math.abs(high) || 1) * 0.08;
  return [low >= 0 && low - air < 0 ? 0 : low - air, high + air];
}

function exact(time: number): string {
  const text = new Date(time).toISOString();
  return formatExactTime(text) ?? text;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(5, 10);
}
