import { describe, expect, it } from 'vitest';
import { benchmarkNamed, benchmarks, promised } from './registry.ts';

describe('benchmarkNamed', () => {
  it('finds each benchmark by its name', () => {
    for (const benchmark of benchmarks) expect(benchmarkNamed(benchmark.name)).toBe(benchmark);
  });

  it('names those that there are when there is none such, or not yet', () => {
    expect(() => benchmarkNamed('opne')).toThrow(
      'There is no benchmark "opne". Known: open, frames, engine, layout, metrics, evidence, collect, api.',
    );
    for (const name of promised) {
      expect(() => benchmarkNamed(name)).toThrow(/is not written yet\. Known: open, frames/);
    }
  });
});
