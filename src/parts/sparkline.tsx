import type { ReactNode } from 'react';
import type { MetricRow } from '../derive/types.ts';
import { toneColours } from '../ui/state.ts';
import { metricTone } from './tones.ts';

const WIDTH = 120;
const HEIGHT = 28;
const PAD = 3;

/**
 * The recent course of a metric with its target as a dashed line. Ornament beside the number: a gap
 * in the data is a gap in the line.
 */
export function Sparkline({ metric }: { readonly metric: MetricRow }): ReactNode {
  const values = metric.spark.filter((value) => value !== null);
  if (values.length < 2) return null;
  const target = metric.target?.value;
  const all = target === undefined ? values : [...values, target];
  const low = Math.min(...all);
  // Halves, since the distance between two numbers may be beyond all numbers.
  const span = Math.max(...all) / 2 - low / 2 || 1;
  const x = (index: number): number =>
    PAD + (index / Math.max(1, metric.spark.length - 1)) * (WIDTH - 2 * PAD);
  const y = (value: number): number =>
    HEIGHT - PAD - ((value / 2 - low / 2) / span) * (HEIGHT - 2 * PAD);
  const colours = toneColours(metricTone[metric.verdict]);
  const last = metric.spark.findLastIndex((value) => value !== null);
  const lastValue = metric.spark[last];
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {target !== undefined && (
        <line
          x1={0}
          x2={WIDTH}
          y1={y(target)}
          y2={y(target)}
          stroke="var(--control-line)"
          strokeDasharray="3 3"
        />
      )}
      <path d={line(metric.spark, x, y)} fill="none" stroke={colours.fg} strokeWidth="1.5" />
      {lastValue !== null && lastValue !== undefined && (
        <circle cx={x(last)} cy={y(lastValue)} r="2.5" fill={colours.fg} />
      )}
    </svg>
  );
}

function line(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let pen = 'M';
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
  });
  return path;
}
