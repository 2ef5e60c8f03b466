import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { MetricConfig } from '../config/config-schema.ts';
import { benchmarkSeries } from './benchmark-series.ts';
import type { CollectFinding } from './findings.ts';

const file = path.resolve(
  '../shared/inputs/github-action-benchmark/test/data/extract/go_output.txt',
);

const metric: MetricConfig = { id: 'm', unit: 'ms', better: 'lower', file: 'bench.txt' };
const text =
  'goos: linux\nBenchmarkFib10-8   \t 5000000\t       325 ns/op\nBenchmarkFib20-8   \t   30000\t     40537 ns/op\nPASS\n';

it('takes one benchmark in the unit of the metric, at the time of the file', () => {
  const findings: CollectFinding[] = [];
  const series = benchmarkSeries(text, { ...metric, value: 'BenchmarkFib20-8' }, 5, findings);
  expect(findings).toEqual([]);
  expect(series.t).toEqual([5]);
  expect(series.v[0]).toBeCloseTo(0.040537, 9);
});

it('says which benchmarks there are, and which units do not fit', () => {
  const findings: CollectFinding[] = [];
  expect(benchmarkSeries(text, { ...metric, value: 'BenchmarkFib' }, 5, findings).t).toEqual([]);
  expect(
    benchmarkSeries(text, { ...metric, value: 'BenchmarkFib20-8', unit: 'EUR' }, 5, findings).t,
  ).toEqual([]);
  expect(benchmarkSeries('nothing', metric, 5, findings).t).toEqual([]);
  expect(findings).toHaveLength(3);
  expect(findings[0]?.text).toContain('there is BenchmarkFib10-8');
});

it.skipIf(!existsSync(file))('reads a real file (skipped where the inputs are not there)', () => {
  const findings: CollectFinding[] = [];
  const all = readFileSync(file, 'utf8');
  benchmarkSeries(all, { ...metric, value: 'no such' }, 5, findings);
  expect(findings[0]?.text).toMatch(/there is \S+/);
});
