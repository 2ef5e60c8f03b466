import { api } from './api.ts';
import { collect } from './collect.ts';
import { engine } from './engine.ts';
import { evidence } from './evidence.ts';
import { frames } from './frames.ts';
import { layout } from './layout.ts';
import { metrics } from './metrics.ts';
import { open } from './open.ts';
import type { Benchmark } from './support/result.ts';

/** In the order in which a whole run takes them. */
export const benchmarks: readonly Benchmark[] = [
  open,
  frames,
  engine,
  layout,
  metrics,
  evidence,
  collect,
  api,
];

/** Names that later parts of the project have promised to measure. */
export const promised: readonly string[] = [];

/** @throws RangeError with the names that there are, when there is none such */
export function benchmarkNamed(name: string): Benchmark {
  const found = benchmarks.find((benchmark) => benchmark.name === name);
  if (found !== undefined) return found;
  const known = benchmarks.map((benchmark) => benchmark.name).join(', ');
  const why = promised.includes(name)
    ? `The benchmark "${name}" is not written yet.`
    : `There is no benchmark "${name}".`;
  throw new RangeError(`${why} Known: ${known}.`);
}
