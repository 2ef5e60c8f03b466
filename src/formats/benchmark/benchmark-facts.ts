import type { ValueFact } from '../../model/evidence.ts';
import type { BenchmarkReport } from '../reports/benchmark-report.ts';

/** One value for each measurement of a single run; a history gives none, since its points are a series. */
export function benchmarkFacts({ series }: BenchmarkReport): readonly ValueFact[] {
  return series.flatMap(({ unit, points }) => {
    const [point] = points;
    if (point === undefined || points.length !== 1 || point.pointer.kind !== 'json') return [];
    const { pointer, value } = point;
    return [{ type: 'value', pointer, value, ...(unit !== undefined && { unit }) }];
  });
}
