import { readCsvText } from '../../src/formats/csv-table.ts';
import { readPrometheus } from '../../src/formats/prometheus.ts';
import { parseTimestamp } from '../../src/lib/timestamp.ts';
import { evidenceId, itemId, metricId } from '../../src/model/ids.ts';
import type { Metric, Series } from '../../src/model/metric.ts';
import type { MetricConfig } from '../config/config-schema.ts';
import { benchmarkSeries } from './benchmark-series.ts';
import type { CollectFinding } from './findings.ts';
import type { Repository } from './repository.ts';

export interface CollectedMetrics {
  readonly metrics: readonly Metric[];
  readonly findings: readonly CollectFinding[];
}

/**
 * Metrics as they are configured. Where the bundle's own reader can read the file as it lies, the file
 * is pointed to; otherwise (other time formats, scaling, Prometheus) the points are read here.
 *
 * @param pathInBundle where the file lies in the bundle, if its bytes are there
 */
export async function collectMetrics(
  metrics: readonly MetricConfig[],
  repository: Repository,
  pathInBundle: (path: string) => string | undefined,
): Promise<CollectedMetrics> {
  const findings: CollectFinding[] = [];
  const made: Metric[] = [];
  for (const metric of metrics) {
    const base = baseOf(metric);
    const text = await repository.text(metric.file);
    if (text === undefined) {
      findings.push({
        severity: 'error',
        code: 'metric-file',
        text: `${metric.id}: the file cannot be read`,
        file: metric.file,
      });
      made.push({ ...base, note: `${metric.file} could not be read` });
      continue;
    }
    const stored = pathInBundle(metric.file);
    const isPlain =
      (metric.format ?? 'csv') === 'csv' &&
      metric.scale === undefined &&
      ['auto', 'rfc3339', 'date', 'unix-seconds'].includes(metric.timeFormat ?? 'auto');
    if (
      isPlain &&
      stored !== undefined &&
      metric.time !== undefined &&
      metric.value !== undefined
    ) {
      made.push({
        ...base,
        seriesFile: {
          path: stored,
          timeColumn: metric.time,
          valueColumn: metric.value,
          ...(metric.where !== undefined && { where: metric.where }),
          ...(metric.category !== undefined && { categoryColumn: metric.category }),
          ...(metric.oneWhen !== undefined && { oneWhen: metric.oneWhen }),
        },
      });
      continue;
    }
    const modified = repository.byPath.get(metric.file)?.modified ?? 0;
    const series =
      metric.format === 'prometheus'
        ? prometheusSeries(text, metric, findings)
        : metric.format === 'benchmark'
          ? benchmarkSeries(text, metric, modified, findings)
          : csvSeries(text, metric, findings);
    made.push({ ...base, series });
  }
  return { metrics: made, findings };
}

function baseOf(metric: MetricConfig): Metric {
  const { target } = metric;
  return {
    id: metricId(metric.id),
    title: metric.title ?? metric.id,
    unit: metric.unit,
    better: metric.better,
    evidence: [evidenceId(metric.file)],
    source: { path: metric.file },
    ...(metric.group !== undefined && { group: metric.group }),
    ...(metric.item !== undefined && { item: itemId(metric.item) }),
    ...(target !== undefined && {
      target: {
        operator: target.operator,
        value: target.value,
        aggregate: target.aggregate,
        ...(target.minSamples !== undefined && { minSamples: target.minSamples }),
        ...(target.window !== undefined && { window: target.window }),
      },
    }),
  };
}

function csvSeries(text: string, metric: MetricConfig, findings: CollectFinding[]): Series {
  const { header, rows } = readCsvText(text);
  const lacking = [metric.time, metric.value].find(
    (name) => name === undefined || !header.includes(name),
  );
  if (metric.time === undefined || metric.value === undefined || lacking !== undefined) {
    findings.push({
      severity: 'error',
      code: 'metric-column',
      text: `${metric.id}: there is no column “${lacking ?? ''}”; there is ${header.slice(0, 12).join(', ')}`,
      file: metric.file,
    });
    return { t: [], v: [] };
  }
  const at = (name: string): number => header.indexOf(name);
  const [time, value] = [at(metric.time), at(metric.value)];
  const where = Object.entries(metric.where ?? {}).map(([name, is]) => [at(name), is] as const);
  const points: { t: number; v: number | null; category: string }[] = [];
  let bad = 0;
  for (const row of rows) {
    if (where.some(([column, is]) => row[column] !== is)) continue;
    const t = timeOf(row[time] ?? '', metric.timeFormat ?? 'auto');
    if (Number.isNaN(t)) {
      bad += 1;
      continue;
    }
    points.push({
      t,
      v: valueIn(row[value] ?? '', metric),
      category: row[at(metric.category ?? '')] ?? '',
    });
  }
  if (bad > 0) {
    findings.push({
      severity: 'error',
      code: 'metric-time',
      text: `${metric.id}: ${bad} times cannot be read`,
      file: metric.file,
    });
  }
  return seriesOf(points, metric.category !== undefined);
}

function prometheusSeries(text: string, metric: MetricConfig, findings: CollectFinding[]): Series {
  const { samples, unreadable } = readPrometheus(text);
  if (unreadable.length > 0) {
    findings.push({
      severity: 'warning',
      code: 'metric-lines',
      text: `${unreadable.length} lines are no samples`,
      file: metric.file,
      line: unreadable[0] ?? 1,
    });
  }
  const own = samples.filter(
    ({ name, labels }) =>
      name === (metric.value ?? metric.id) &&
      Object.entries(metric.where ?? {}).every(([label, is]) => labels[label] === is),
  );
  const timed = own.flatMap(({ at, value, labels }) =>
    at === undefined
      ? []
      : [
          {
            t: at,
            v: value === null ? null : value * (metric.scale ?? 1),
            category: labels[metric.category ?? ''] ?? '',
          },
        ],
  );
  if (timed.length < own.length || own.length === 0) {
    findings.push({
      severity: 'error',
      code: 'metric-samples',
      text: `${metric.id}: ${own.length - timed.length} of ${own.length} samples state no time and are left out`,
      file: metric.file,
    });
  }
  return seriesOf(timed, metric.category !== undefined);
}

function seriesOf(
  points: readonly { readonly t: number; readonly v: number | null; readonly category: string }[],
  hasCategory: boolean,
): Series {
  const sorted = points
    .map((point, index) => ({ ...point, index }))
    .sort((a, b) => a.t - b.t || a.index - b.index);
  return {
    t: sorted.map(({ t }) => t),
    v: sorted.map(({ v }) => v),
    ...(hasCategory && { category: sorted.map(({ category }) => category) }),
  };
}

function valueIn(cell: string, { oneWhen, scale = 1 }: MetricConfig): number | null {
  const text = cell.trim();
  if (text === '') return null;
  if (oneWhen !== undefined) return text === oneWhen ? 1 : 0;
  const value = Number(text);
  return Number.isFinite(value) ? value * scale : null;
}

function timeOf(cell: string, format: NonNullable<MetricConfig['timeFormat']>): number {
  const text = cell.trim();
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (format === 'unix-milliseconds') return number;
  if (format === 'unix-seconds' || (format === 'auto' && !Number.isNaN(number)))
    return Math.round(number * 1000);
  return parseTimestamp(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}
