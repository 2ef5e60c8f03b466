import { looseNumber } from '../../src/formats/input/quantities.ts';
import type { BenchmarkReport } from '../../src/formats/reports/benchmark-report.ts';
import type { MetricGuess } from './metric-guess.ts';

/** A file with more benchmarks than this shows how it is done; the rest is written alike. */
const mostOfFile = 6;
/** What a benchmark may lose before its condition fails. */
const allowance = 1.25;

/** Metrics of a single run of a benchmark tool, where the unit says which way is good. */
export function benchmarkGuesses(
  { series }: BenchmarkReport,
  file: string,
): readonly MetricGuess[] {
  const names = series.map(({ name }) => name);
  return series
    .flatMap(({ name, group, measure, unit = '', better, points }, at): MetricGuess[] => {
      const [point] = points;
      const plain = unit.replace(/\/(?:op|ops|iter|iteration)$/, '');
      const way = better === undefined ? wayOf(unit) : better === 'smaller' ? 'lower' : 'higher';
      // The first measure of a benchmark is the one that it is run for.
      if (point === undefined || points.length !== 1 || names.indexOf(name) !== at) return [];
      const isAlone = series.filter((other) => other.name === name).length === 1;
      const value = [...(group === undefined || isAlone ? [] : [group]), name]
        .concat(measure === undefined || isAlone ? [] : [measure])
        .join(' ');
      const line = point.pointer.kind === 'lines' ? point.pointer.from : 1;
      return [
        metricGuess(file, value, {
          why: `“${name.slice(0, 60)}” took ${point.value} ${unit} (${file}:${line})`,
          members: { format: 'benchmark', value },
          value: point.value,
          unit: plain === '' ? 'count' : plain,
          way,
        }),
      ];
    })
    .slice(0, mostOfFile);
}

/** The tables of BenchmarkDotNet: one row a method, and the mean with its unit. */
export function tableGuesses(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  file: string,
): readonly MetricGuess[] {
  const [method, mean] = [header.indexOf('Method'), header.indexOf('Mean')];
  if (method < 0 || mean < 0) return [];
  return rows
    .flatMap((row, at): MetricGuess[] => {
      const name = row[method] ?? '';
      const [, digits = '', unit = ''] = /^([\d.,]+)\s*([a-zµμ]+)$/i.exec(row[mean] ?? '') ?? [];
      const value = looseNumber(digits);
      const isAlone = rows.filter((other) => other[method] === name).length === 1;
      if (value === undefined || !isAlone) return [];
      return [
        metricGuess(file, name, {
          why: `“${name.slice(0, 60)}” took ${row[mean] ?? ''} (${file}:${at + 2})`,
          members: { value: 'Mean', where: { Method: name } },
          value,
          unit: unit.replace('μ', 'µ'),
          way: wayOf(unit),
        }),
      ];
    })
    .slice(0, mostOfFile);
}

interface Measured {
  readonly why: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly value: number;
  readonly unit: string;
  readonly way: 'lower' | 'higher' | undefined;
}

function metricGuess(
  file: string,
  name: string,
  { why, members, value, unit, way }: Measured,
): MetricGuess {
  const limit = way === 'higher' ? value / allowance : value * allowance;
  return {
    id: `${file.replace(/^.*\//, '').replace(/\.\w+$/, '')}/${name}`,
    file,
    why,
    members: { ...members, unit, better: way ?? 'lower' },
    ...(way !== undefined &&
      value > 0 && {
        limit: {
          operator: way === 'higher' ? 'at-least' : 'at-most',
          value: Number(limit.toPrecision(3)),
          unit,
        },
      }),
  };
}

/** Times and sizes are good when small, rates when large; of any other unit nobody can tell. */
function wayOf(unit: string): 'lower' | 'higher' | undefined {
  if (/^(?:[nuµμm]?s|min|h|[kMG]?i?B|bytes|allocs|cycles)(?:\/\w+)?$/.test(unit)) {
    return /B\/s$/.test(unit) ? 'higher' : 'lower';
  }
  return /\/s(?:ec)?$/.test(unit) ? 'higher' : undefined;
}
