import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { benchmarkNamed, benchmarks } from './registry.ts';
import {
  jsonReport,
  lastLine,
  type Measured,
  markdownReport,
  readable,
  textOf,
} from './support/report.ts';
import type { Benchmark } from './support/result.ts';

const folder = 'reports/bench';

/** Runs one benchmark by name, or all of them and writes a report. */
async function main(names: readonly string[]): Promise<void> {
  const [name, ...others] = names;
  if (others.length > 0) throw new RangeError('Give one name, or none to run all.');
  if (name !== undefined) {
    console.log(lastLine(await measure(benchmarkNamed(name))));
    return;
  }
  const runs: Measured[] = [];
  for (const benchmark of benchmarks) runs.push(await measure(benchmark));
  const machine = { cores: availableParallelism(), node: process.versions.node };
  const when = new Date().toISOString();
  mkdirSync(folder, { recursive: true });
  const report = jsonReport(when, machine, runs);
  writeFileSync(`${folder}/report.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${folder}/report.md`, markdownReport(when, machine, runs));
  console.log(`Report: ${folder}/report.md`);
}

async function measure(benchmark: Benchmark): Promise<Measured> {
  const start = performance.now();
  const { parts, context } = await benchmark.run();
  for (const part of parts) console.log(textOf(part));
  const seconds = (performance.now() - start) / 1000;
  return { benchmark, outcome: { parts, context: readable({ ...context, seconds }) } };
}

try {
  await main(process.argv.slice(2));
} catch (cause) {
  // A wrong name is explained by its message alone.
  console.error(cause instanceof RangeError ? cause.message : cause);
  process.exitCode = 1;
}
