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
  const scale = valueScale(detail);
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
          domain={[scale.low, scale.high]}
          ticks={scale.ticks}
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
 * Round bounds around all values and the target, with ticks at round steps between them. Any range will
 * do where there is neither: the points are gaps.
 */
export function valueScale({ min, max, row }: Pick<MetricDetail, 'min' | 'max' | 'row'>): {
  readonly low: number;
  readonly high: number;
  readonly ticks: number[];
} {
  const values = [min, max, row.target?.value].filter((value) => value !== undefined);
  if (values.length === 0) return { low: 0, high: 1, ticks: [0, 1] };
  const least = Math.min(...values);
  const most = Math.max(...values);
  // Differences beyond what the numbers can hold are no differences.
  const size = Math.max(Math.abs(least), Math.abs(most));
  const span = most - least > size * 1e-6 ? most - least : size;
  const rough = (span < 1e-200 ? 1 : span) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 2.5, 5].find((factor) => factor * magnitude >= rough) ?? 10);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    // Steps are short decimals, and so must their multiples be.
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: first * step, high: last * step, ticks };
}

function exact(time: number): string {
  const text = new Date(time).toISOString();
  return formatExactTime(text) ?? text;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

function day(time: number): string {
  return dayFormat.format(time);
}
