import { readEvidence } from '../../src/formats/read-evidence.ts';
import type { BenchmarkSeries } from '../../src/formats/reports/benchmark-report.ts';
import { convert } from '../../src/lib/units.ts';
import type { Series } from '../../src/model/metric.ts';
import type { MetricConfig } from '../config/config-schema.ts';
import type { CollectFinding } from './findings.ts';

const nothing: Series = { t: [], v: [] };

/**
 * The points of one benchmark, in the unit of the metric. A point without a time of its own has that of the
 * file. Two benchmarks of one name give no point: which one is meant is nobody's to guess.
 *
 * @param moment of what the file says, in milliseconds since the epoch
 */
export function benchmarkSeries(
  text: string,
  metric: MetricConfig,
  moment: number,
  findings: CollectFinding[],
): Series {
  const fail = (what: string): Series => {
    findings.push({
      severity: 'error',
      code: 'metric-benchmark',
      text: `${metric.id}: ${what}`,
      file: metric.file,
    });
    return nothing;
  };
  const { report } = readEvidence(new TextEncoder().encode(text), { name: metric.file });
  if (report?.family !== 'benchmark') return fail('the file is of no benchmark tool that is known');
  const wanted = metric.value ?? metric.id;
  const found = report.series.filter((series) => namesOf(series).includes(wanted));
  const [series] = found;
  if (series === undefined) {
    const names = report.series.slice(0, 8).map((one) => namesOf(one).at(-1));
    return fail(`there is no benchmark “${wanted}”; there is ${names.join(', ')}`);
  }
  if (found.length > 1) return fail(`${found.length} benchmarks are called “${wanted}”`);
  const factor =
    metric.scale ??
    (series.unit === undefined ? 1 : convert(1, plainUnit(series.unit), metric.unit));
  if (factor === undefined) {
    return fail(
      `it is measured in “${series.unit}”, which is not ${metric.unit}; give a \`scale\``,
    );
  }
  const points = series.points
    .map(({ at, value }) => ({
      t: at === undefined ? moment : Date.parse(at),
      v: value * factor,
    }))
    .sort((a, b) => a.t - b.t);
  return { t: points.map(({ t }) => t), v: points.map(({ v }) => v) };
}

/** `ns/op` and `us/iter` are times; what an operation is stands in the name. */
const plainUnit = (unit: string): string => unit.replace(/\/(?:op|ops|iter|iteration)$/, '');

/** By the bare name, and with group and measure, where there are several. */
function namesOf({ name, group, measure }: BenchmarkSeries): readonly string[] {
  const measured = measure === undefined ? name : `${name} ${measure}`;
  return [...new Set([name, measured, ...(group === undefined ? [] : [`${group} ${measured}`])])];
}
