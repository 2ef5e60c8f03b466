import type { ReactNode } from 'react';

const width = 120;
const height = 24;
const pad = 3;

/**
 * The course of a number over revisions, the oldest first. Ornament beside the words that say it; one
 * value alone is no course.
 */
export function Trend({ values }: { readonly values: readonly number[] }): ReactNode {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const x = (at: number): number => pad + (at / (values.length - 1)) * (width - 2 * pad);
  const y = (value: number): number => height - pad - ((value - low) / span) * (height - 2 * pad);
  const last = values.length - 1;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline
        points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.5"
      />
      <circle cx={x(last)} cy={y(values[last] ?? low)} r="2.5" fill="var(--accent)" />
    </svg>
  );
}
