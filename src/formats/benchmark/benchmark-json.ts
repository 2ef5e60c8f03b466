import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instant } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { BenchmarkReport } from '../reports/benchmark-report.ts';
import { SeriesBuilder } from './series-builder.ts';

interface Walk {
  readonly series: SeriesBuilder;
  readonly log: WarningLog;
}

type Tool = BenchmarkReport['tool'];

/** The frame of a reader of one run as JSON. */
function readRun(
  source: string | Uint8Array,
  read: (root: JsonNode, walk: Walk) => Tool,
): ReportReading<BenchmarkReport> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const log = new WarningLog();
  log.addAll(warnings);
  const series = new SeriesBuilder(log);
  const tool = read(root, { series, log });
  series.warnOfDoubles();
  const report = series.finish(tool);
  if (report === undefined) return { warnings: [...log.warnings, { code: 'not-this-format' }] };
  return { report, warnings: withJsonLines(log.warnings, text) };
}

/** A number that must be there; what is none is said. */
export function measured(node: JsonNode, log: WarningLog): number | undefined {
  const value = node.number();
  if (value === undefined) log.add('number-unreadable', { pointer: node.place });
  return value;
}

/** A list of names with units and values: the custom formats of github-action-benchmark. */
export function readBenchmarkList(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  return readRun(source, (root, { series, log }) => {
    for (const entry of root.items()) addNamed(entry, series, log);
    return undefined;
  });
}

/** Adds a point of `{name, unit, value, range?, extra?}`. */
export function addNamed(
  entry: JsonNode,
  series: SeriesBuilder,
  log: WarningLog,
  more: {
    readonly group?: string;
    readonly better?: 'smaller' | 'bigger';
    readonly at?: string;
    readonly commit?: string;
  } = {},
): void {
  const name = entry.at('name').text();
  const value = measured(entry.at('value'), log);
  if (name === undefined) {
    log.add('member-missing', { pointer: entry.place, params: { member: 'name' } });
  }
  if (name === undefined || value === undefined) return;
  const { group, better, ...where } = more;
  const unit = entry.at('unit').text();
  const range = entry.at('range').text() ?? entry.at('range').number()?.toString();
  const extra = entry.at('extra').text();
  series.add(
    {
      name,
      ...(group !== undefined && { group }),
      ...(unit !== undefined && { unit }),
      ...(better !== undefined && { better }),
    },
    {
      value,
      ...(range !== undefined && { range }),
      ...(extra !== undefined && { extra }),
      ...where,
      pointer: entry.at('value').place,
    },
  );
}

/** Bencher Metric Format: name, measure, value with bounds. Source: https://bencher.dev/docs/reference/bencher-metric-format/ */
export function readBencher(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  return readRun(source, (root, { series, log }) => {
    for (const [name, measures] of root.entries()) {
      if (!measures.isObject) log.add('record-unreadable', { pointer: measures.place });
      for (const [measure, entry] of measures.entries()) {
        const value = measured(entry.at('value'), log);
        const lower = entry.at('lower_value').number();
        const upper = entry.at('upper_value').number();
        if (value === undefined) continue;
        series.add(
          { name, measure },
          {
            value,
            ...(lower !== undefined && { lower }),
            ...(upper !== undefined && { upper }),
            pointer: entry.at('value').place,
          },
        );
      }
    }
    return undefined;
  });
}

/** The JSON of Google Benchmark: real and processor time of each run and aggregate. */
export function readGoogleBenchmark(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  return readRun(source, (root, { series, log }) => {
    for (const entry of root.at('benchmarks').items()) {
      if (entry.at('error_occurred').boolean() === true) {
        const reason = entry.at('error_message').text() ?? '';
        log.add('run-stopped', { pointer: entry.place, params: { reason } });
        continue;
      }
      const name = entry.at('name').text() ?? '';
      // A coefficient of variation is a share and has no unit of time.
      const isShare = entry.at('aggregate_unit').text() === 'percentage';
      const unit = isShare ? undefined : (entry.at('time_unit').text() ?? 'ns');
      for (const measure of ['real_time', 'cpu_time']) {
        const value = measured(entry.at(measure), log);
        if (value === undefined) continue;
        series.add(
          { name, measure, ...(unit !== undefined && { unit }) },
          { value, pointer: entry.at(measure).place },
        );
      }
    }
    const version = root.at('context').at('library_version').text();
    return { name: 'Google Benchmark', ...(version !== undefined && { version }) };
  });
}

/** The JSON of pytest-benchmark: the mean in seconds, with minimum, maximum and deviation. */
export function readPytestBenchmark(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  return readRun(source, (root, { series, log }) => {
    const commit = root.at('commit_info').at('id').text();
    const at = instant(root.at('datetime').text() ?? '');
    for (const entry of root.at('benchmarks').items()) {
      const stats = entry.at('stats');
      const value = measured(stats.at('mean'), log);
      if (value === undefined) continue;
      const group = entry.at('group').text();
      const lower = stats.at('min').number();
      const upper = stats.at('max').number();
      const deviation = stats.at('stddev').number();
      series.add(
        {
          name: entry.at('fullname').text() ?? entry.at('name').text() ?? '',
          ...(group !== undefined && { group }),
          measure: 'mean',
          unit: 's',
        },
        {
          value,
          ...(lower !== undefined && { lower }),
          ...(upper !== undefined && { upper }),
          ...(deviation !== undefined && { range: `± ${deviation}` }),
          ...(at !== undefined && { at }),
          ...(commit !== undefined && { commit }),
          pointer: stats.at('mean').place,
        },
      );
    }
    const version = root.at('version').text();
    return { name: 'pytest-benchmark', ...(version !== undefined && { version }) };
  });
}

/** The JSON of the Java Microbenchmark Harness. Throughput is better when it is bigger. */
export function readJmh(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  return readRun(source, (root, { series, log }) => {
    for (const entry of root.items()) {
      const metric = entry.at('primaryMetric');
      const value = measured(metric.at('score'), log);
      if (value === undefined) continue;
      const unit = metric.at('scoreUnit').text();
      const [lower, upper] = metric
        .at('scoreConfidence')
        .items()
        .map((bound) => bound.number());
      const params = entry
        .at('params')
        .entries()
        .map(([name, param]) => `${name}=${param.text() ?? ''}`);
      const error = metric.at('scoreError').number();
      series.add(
        {
          name: entry.at('benchmark').text() ?? '',
          ...(params.length > 0 && { group: params.join(', ') }),
          measure: entry.at('mode').text() ?? '',
          ...(unit !== undefined && { unit }),
          better: entry.at('mode').text() === 'thrpt' ? 'bigger' : 'smaller',
        },
        {
          value,
          ...(lower !== undefined && { lower }),
          ...(upper !== undefined && { upper }),
          ...(error !== undefined && { range: `± ${error}` }),
          pointer: metric.at('score').place,
        },
      );
    }
    const version = root.items()[0]?.at('jmhVersion').text();
    return { name: 'JMH', ...(version !== undefined && { version }) };
  });
}

/** The JSON of BenchmarkDotNet: the mean in nanoseconds. */
export function readBenchmarkDotNet(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  return readRun(source, (root, { series, log }) => {
    for (const entry of root.at('Benchmarks').items()) {
      const stats = entry.at('Statistics');
      const value = measured(stats.at('Mean'), log);
      if (value === undefined) continue;
      const lower = stats.at('Min').number();
      const upper = stats.at('Max').number();
      const deviation = stats.at('StandardDeviation').number();
      series.add(
        { name: entry.at('FullName').text() ?? '', measure: 'mean', unit: 'ns' },
        {
          value,
          ...(lower !== undefined && { lower }),
          ...(upper !== undefined && { upper }),
          ...(deviation !== undefined && { range: `± ${deviation}` }),
          pointer: stats.at('Mean').place,
        },
      );
    }
    const version = root.at('HostEnvironmentInfo').at('BenchmarkDotNetVersion').text();
    return { name: 'BenchmarkDotNet', ...(version !== undefined && { version }) };
  });
}

const juliaUnits = { time: 'ns', gctime: 'ns', memory: 'B', allocs: undefined } as const;
const maxGroups = 64;

/** The JSON of Julia's BenchmarkTools: groups in groups, estimates at their ends. */
export function readJuliaBenchmark(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  return readRun(source, (root, walk) => {
    const [versions, values] = root.items();
    for (const value of values?.items() ?? []) addJulia(value, [], walk);
    const version = versions?.at('BenchmarkTools').text();
    return { name: 'BenchmarkTools', ...(version !== undefined && { version }) };
  });
}

function addJulia(pair: JsonNode, path: readonly string[], walk: Walk): void {
  const [kind, value] = pair.items();
  if (kind?.text() === 'BenchmarkGroup' && value !== undefined && path.length < maxGroups) {
    for (const [name, inner] of value.at('data').entries()) addJulia(inner, [...path, name], walk);
  } else if (kind?.text() === 'TrialEstimate' && value !== undefined) {
    for (const [measure, unit] of Object.entries(juliaUnits)) {
      const found = measured(value.at(measure), walk.log);
      if (found === undefined) continue;
      walk.series.add(
        { name: path.join('/'), measure, ...(unit !== undefined && { unit }) },
        { value: found, pointer: value.at(measure).place },
      );
    }
  } else {
    const params = { what: kind?.text() ?? '', count: 1 };
    walk.log.add('not-understood', { pointer: pair.place, params });
  }
}
