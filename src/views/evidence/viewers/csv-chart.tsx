import type { ReactNode } from 'react';
import { Line, LineChart, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { visibleText } from '../../../lib/text/visible.ts';
import { useValues } from '../../../parts/use-values.ts';
import { SafeText } from '../../../ui/safe-text.tsx';
import styles from './viewer.module.css';
import type { ValueTarget } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Every run of rows keeps its lowest and highest value, so that no peak disappears. */
const mostRuns = 150;

/** The values of a column in the order of the rows, with the pointed rows marked. */
export function CsvChart({
  values,
  ...place
}: Omit<ColumnChartProps, 'points' | 'rows' | 'count' | 'low' | 'high'> & {
  readonly values: readonly (number | null)[];
}): ReactNode {
  const known = values.filter((value) => value !== null);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of known) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return (
    <ColumnChart
      {...place}
      points={thin(values)}
      rows={values.length}
      count={known.length}
      low={low}
      high={high}
    />
  );
}

export interface ColumnChartProps {
  readonly column: string;
  /** In the order of the rows, thinned out already. */
  readonly points: readonly ChartPoint[];
  /** Rows of the table, and how many of them hold a number. */
  readonly rows: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
  /** The pointed rows. */
  readonly from: number;
  readonly to: number;
  readonly targets?: readonly ValueTarget[];
}

/** A column that was thinned out where its table is. */
export function ColumnChart({
  column,
  points,
  rows,
  count,
  low,
  high,
  from,
  to,
  targets = [],
}: ColumnChartProps): ReactNode {
  const words = useViewerWords();
  const shown = useValues();
  const limits = targets.map(({ value }) => value);
  const summary = words.chartSummary(
    visibleText(column),
    count,
    shown.value(low, ''),
    shown.value(high, ''),
  );
  return (
    <figure className={styles.chart} aria-label={summary}>
      <LineChart
        responsive
        data={[...points]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        className={styles.plot ?? ''}
      >
        <XAxis
          dataKey="row"
          type="number"
          domain={[1, Math.max(2, rows)]}
          stroke="var(--text-muted)"
          fontSize={11}
          allowDecimals={false}
        />
        <YAxis
          width={56}
          // A target outside the values is in the picture all the same.
          domain={[Math.min(low, ...limits), Math.max(high, ...limits)]}
          stroke="var(--text-muted)"
          fontSize={11}
          tickFormatter={(value: number) => shown.value(value, '')}
        />
        <Line
          type="linear"
          dataKey="value"
          stroke="var(--text-muted)"
          strokeWidth={1.25}
          dot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
        {targets.map((target) => (
          <ReferenceLine
            key={JSON.stringify(target)}
            y={target.value}
            stroke="var(--text)"
            strokeDasharray="4 3"
            strokeWidth={1}
          />
        ))}
        {from === to ? (
          <ReferenceLine x={from} stroke="var(--accent)" strokeWidth={1.5} />
        ) : (
          <ReferenceArea x1={from} x2={to} fill="var(--accent)" fillOpacity={0.1} />
        )}
      </LineChart>
      <figcaption className={styles.quiet}>
        {summary}
        {targets.map((target) => (
          <span key={JSON.stringify(target)} className={styles.target}>
            <SafeText text={words.target(target.title, shown.target(target, target.unit))} />
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

export interface ChartPoint {
  readonly row: number;
  readonly value: number | null;
}

function thin(values: readonly (number | null)[]): ChartPoint[] {
  const points = values.map((value, index): ChartPoint => ({ row: index + 1, value }));
  if (points.length <= mostRuns * 2) return points;
  const size = Math.ceil(points.length / mostRuns);
  const kept: ChartPoint[] = [];
  for (let start = 0; start < points.length; start += size) {
    const run = points.slice(start, start + size);
    const filled = run.filter(({ value }) => value !== null).sort(byValue);
    const ends = new Set([filled[0], filled.at(-1), run.find(({ value }) => value === null)]);
    kept.push(...run.filter((point) => ends.has(point)));
  }
  return kept;
}

function byValue(a: ChartPoint, b: ChartPoint): number {
  return (a.value ?? 0) - (b.value ?? 0);
}
