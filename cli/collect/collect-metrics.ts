import { readCsvText } from '../../src/formats/csv-table.ts';
import { looseNumber } from '../../src/formats/input/quantities.ts';
import { readPrometheus } from '../../src/formats/prometheus.ts';
import { parseTimestamp } from '../../src/lib/timestamp.ts';
import { convert } from '../../src/lib/units.ts';
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
    const moment = momentOf(metric.file, repository);
    const series =
      metric.format === 'prometheus'
        ? prometheusSeries(text, metric, findings)
        : metric.format === 'benchmark'
          ? benchmarkSeries(text, metric, moment, findings)
          : csvSeries(text, metric, moment, findings);
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

/**
 * When what a file says was so, in milliseconds: for a file that Git knows as it lies here the commit that
 * last changed it, since a checkout gives every file the time of the checkout; otherwise the file's own time.
 */
function momentOf(file: string, { git, byPath }: Repository): number {
  const committed = git?.dirty?.includes(file) === false ? git.changedAt.get(file) : undefined;
  return committed === undefined
    ? Math.round(byPath.get(file)?.modified ?? 0)
    : Date.parse(committed);
}

/** @param moment when the rows were measured, where no column tells it */
function csvSeries(
  text: string,
  metric: MetricConfig,
  moment: number,
  findings: CollectFinding[],
): Series {
  const { header, rows } = readCsvText(text);
  const fail = (code: string, what: string): void => {
    findings.push({ severity: 'error', code, text: `${metric.id}: ${what}`, file: metric.file });
  };
  const named = [metric.value, metric.time, metric.category, ...Object.keys(metric.where ?? {})];
  const lacking = named.find((name) => name !== undefined && !header.includes(name));
  if (metric.value === undefined || lacking !== undefined) {
    const has = header.slice(0, 12).join(', ');
    fail(
      'metric-column',
      lacking === undefined
        ? `\`value\` names no column; there is ${has}`
        : `there is no column “${lacking}”; there is ${has}`,
    );
    return { t: [], v: [] };
  }
  const at = (name: string | undefined): number => header.indexOf(name ?? '');
  const [time, value, category] = [at(metric.time), at(metric.value), at(metric.category)];
  const where = Object.entries(metric.where ?? {}).map(([name, is]) => [at(name), is] as const);
  const points: { t: number; v: number | null; category: string }[] = [];
  let badTimes = 0;
  const badValues: string[] = [];
  for (const row of rows) {
    if (where.some(([column, is]) => row[column] !== is)) continue;
    const t =
      metric.time === undefined ? moment : timeOf(row[time] ?? '', metric.timeFormat ?? 'auto');
    if (Number.isNaN(t)) {
      badTimes += 1;
      continue;
    }
    const cell = row[value] ?? '';
    const v = valueIn(cell, metric);
    if (v === undefined) badValues.push(cell);
    points.push({ t, v: v ?? null, category: row[category] ?? '' });
  }
  if (badTimes > 0) fail('metric-time', `${badTimes} times cannot be read`);
  const [first] = badValues;
  if (first !== undefined) {
    fail(
      'metric-value',
      `${badValues.length} values are no number in ${metric.unit} and are gaps now, such as “${first.slice(0, 40)}”`,
    );
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

/** A number, also with its unit behind it (`1,713.52 μs`); `null` for nothing, absent for what is no number. */
function valueIn(cell: string, { oneWhen, scale, unit }: MetricConfig): number | null | undefined {
  const text = cell.trim();
  if (text === '') return null;
  if (oneWhen !== undefined) return text === oneWhen ? 1 : 0;
  const [, digits = '', written = ''] = /^(\S*\d\S*?)\s*([a-zµμ%]*)$/i.exec(text) ?? [];
  const number = looseNumber(digits);
  if (number === undefined) return undefined;
  if (written === '' || scale !== undefined) return number * (scale ?? 1);
  // The Greek letter and the sign for micro look the same.
  return convert(number, written.replace('μ', 'µ'), unit);
}

function timeOf(cell: string, format: NonNullable<MetricConfig['timeFormat']>): number {
  const text = cell.trim();
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (format === 'unix-milliseconds') return number;
  if (format === 'unix-seconds' || (format === 'auto' && !Number.isNaN(number)))
    return Math.round(number * 1000);
  return parseTimestamp(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}
