import { metricId } from '../../../src/model/ids.ts';
import type { Series } from '../../../src/model/metric.ts';
import { type Exhibit, type ExhibitInfo, exhibit } from './exhibit.ts';
import { csvText } from './records.ts';

/** Points at even steps from an RFC 3339 instant; `null` is a gap. */
export function seriesFrom(
  start: string,
  stepSeconds: number,
  values: readonly (number | null)[],
): Series {
  const first = Date.parse(start);
  return { t: values.map((_, index) => first + index * stepSeconds * 1000), v: values };
}

/** The same points as a CSV file with the columns `time` (RFC 3339, UTC) and `value`. */
export function seriesCsv(series: Series): string {
  return csvText(
    ['time', 'value'],
    series.t.map((time, index) => [instant(time), series.v[index] ?? null]),
  );
}

/** The record that inline points were taken from: one JSON object with every point. */
export function seriesRecord(info: ExhibitInfo, metric: string, series: Series): Exhibit {
  const points = series.t.map((time, index) => ({
    time: instant(time),
    value: series.v[index] ?? null,
  }));
  return exhibit(
    { mediaType: 'application/json', ...info },
    `${JSON.stringify({ metric, points }, null, 2)}\n`,
    [
      {
        type: 'series',
        metric: metricId(metric),
        pointer: { kind: 'json', pointer: '/points' },
      },
    ],
  );
}

function instant(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/**
 * Made-up but repeatable noise around `middle`: same seed, same numbers. `spread` is the largest
 * deviation; values are rounded to one decimal.
 */
export function noisy(seed: number, count: number, middle: number, spread: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.round((middle + (state / 1073741824 - 1) * spread) * 10) / 10;
  });
}
