import type { Pointer } from '../../model/common.ts';
import { looseNumber } from '../input/quantities.ts';
import { decodeText } from '../input/text.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { BenchmarkReport } from '../reports/benchmark-report.ts';
import { SeriesBuilder } from './series-builder.ts';

interface Line {
  readonly text: string;
  readonly pointer: Pointer;
}

interface Walk {
  readonly series: SeriesBuilder;
  readonly log: WarningLog;
  /** Package of the lines that follow, as Go prints it. */
  group: string | undefined;
}

/**
 * Reads what tools of benchmarks print: Go, Cargo and Criterion, Catch2, Benchmark.js and Luau. Lines
 * that are no measurements are passed over, as they are what else the run said.
 */
export function readBenchmarkText(source: string | Uint8Array): ReportReading<BenchmarkReport> {
  const decoded = decodeText(source);
  const log = new WarningLog();
  log.addAll(decoded.warnings);
  const walk: Walk = { series: new SeriesBuilder(log), log, group: undefined };
  const lines = decoded.text.split(/\r?\n/).map(
    (text, index): Line => ({
      text,
      pointer: { kind: 'lines', from: index + 1, to: index + 1 },
    }),
  );
  lines.forEach((line, index) => {
    // No measurement is as long; what is, is some other output.
    if (line.text.length > 500) return;
    const isRead =
      readGo(line, walk) ||
      readCargo(line, walk) ||
      readBenchmarkJs(line, walk) ||
      readLuau(line, walk);
    if (!isRead) readCatch2(line, lines[index + 1], lines[index + 2], walk);
  });
  walk.series.warnOfDoubles();
  const report = walk.series.finish();
  if (report === undefined) return { warnings: [...log.warnings, { code: 'not-this-format' }] };
  return { report, warnings: log.warnings };
}

/** `BenchmarkFib10-8  5000000  325 ns/op  0 B/op`: the name, how often, and values with units. */
function readGo({ text, pointer }: Line, walk: Walk): boolean {
  const pkg = /^pkg:\s+(\S+)/.exec(text)?.[1];
  if (pkg !== undefined) walk.group = pkg;
  const [, name, runs, rest] = /^(Benchmark\S+)\s+(\d+)\s+(.+)$/.exec(text) ?? [];
  if (name === undefined || runs === undefined || rest === undefined) return false;
  const parts = rest.trim().split(/\s+/);
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const value = looseNumber(parts[at] ?? '');
    const unit = parts[at + 1];
    if (value === undefined || unit === undefined) {
      walk.log.add('number-unreadable', { pointer, params: { value: parts[at] ?? '' } });
      continue;
    }
    walk.series.add(
      { name, ...(walk.group !== undefined && { group: walk.group }), measure: unit, unit },
      { value, extra: `${runs} times`, pointer },
    );
  }
  return true;
}

/** `test bench_fib_10 ... bench:  18,149 ns/iter (+/- 755)`. */
function readCargo({ text, pointer }: Line, { series, log }: Walk): boolean {
  const [, name, number, unit, spread] =
    /^test (.+?)\s+\.\.\. bench:\s+([\d.,]+) (\S+?)(?:\/iter)?(?: \(\+\/- ([\d.,]+)\))?\s*$/.exec(
      text,
    ) ?? [];
  if (name === undefined || number === undefined || unit === undefined) return false;
  // Cargo and Criterion separate thousands by commas and never write a decimal comma.
  const value = Number(number.replaceAll(',', ''));
  if (Number.isFinite(value)) {
    const isRate = text.includes(`${unit}/iter`);
    series.add(
      { name, unit: isRate ? `${unit}/iter` : unit },
      { value, ...(spread !== undefined && { range: `± ${spread}` }), pointer },
    );
  } else log.add('number-unreadable', { pointer, params: { value: number } });
  return true;
}

/** `fib(10) x 1,431,759 ops/sec ±0.74% (93 runs sampled)`. */
function readBenchmarkJs({ text, pointer }: Line, { series, log }: Walk): boolean {
  const [, name, number, range, extra] =
    /^(.+) x ([\d,.]+) ops\/sec (±\s*[\d.]+%)(?: \((.*)\))?\s*$/.exec(text) ?? [];
  if (name === undefined || number === undefined || range === undefined) return false;
  const value = Number(number.replaceAll(',', ''));
  if (Number.isFinite(value)) {
    series.add(
      { name: name.trim(), unit: 'ops/sec', better: 'bigger' },
      { value, range, ...(extra !== undefined && { extra }), pointer },
    );
  } else log.add('number-unreadable', { pointer, params: { value: number } });
  return true;
}

/** `SUCCESS: base64  :  15.041ms +/-  0.636% on luau`. */
function readLuau({ text, pointer }: Line, { series }: Walk): boolean {
  const [, name, number, unit, range] =
    /^SUCCESS: (.+?)\s*:\s+([\d.]+)(\D+?) \+\/-\s+([\d.]+%) on \S+\s*$/.exec(text) ?? [];
  if (name === undefined || number === undefined || unit === undefined) return false;
  series.add({ name, unit: unit.trim() }, { value: Number(number), range: `± ${range}`, pointer });
  return true;
}

const amount = String.raw`(-?[\d.]+) (ns|us|ms|s|m|h)`;
const catch2First = new RegExp(String.raw`^(\S.*?)\s{2,}(\d+)\s+(\d+)\s+${amount}\s*$`);
const catch2Second = new RegExp(String.raw`^\s+${amount}\s+${amount}\s+${amount}\s*$`);

/** Three lines: name with samples, means, deviations. Each number has a unit of its own. */
function readCatch2(
  line: Line,
  means: Line | undefined,
  deviations: Line | undefined,
  { series }: Walk,
): void {
  const [, name, samples] = catch2First.exec(line.text) ?? [];
  const mean = catch2Second.exec(means?.text ?? '');
  const deviation = catch2Second.exec(deviations?.text ?? '');
  if (name === undefined || mean === null || means === undefined) return;
  const [, value, unit = '', low, lowUnit, high, highUnit] = mean;
  series.add(
    { name, measure: 'mean', unit },
    {
      value: Number(value),
      ...(lowUnit === unit && { lower: Number(low) }),
      ...(highUnit === unit && { upper: Number(high) }),
      ...(deviation !== null && { range: `± ${deviation[1]} ${deviation[2]}` }),
      extra: `${samples} samples`,
      pointer: means.pointer,
    },
  );
}
