import type { WarningLog } from '../input/warning-log.ts';
import type {
  BenchmarkPoint,
  BenchmarkReport,
  BenchmarkSeries,
} from '../reports/benchmark-report.ts';

type SeriesDetails = Omit<BenchmarkSeries, 'points'>;

/**
 * Puts points of one name, measure and unit into one series. The same name with another unit is another
 * series, and said: numbers of two units have no common line.
 */
export class SeriesBuilder {
  readonly #series = new Map<string, { details: SeriesDetails; points: BenchmarkPoint[] }>();
  readonly #units = new Map<string, string>();
  readonly #log: WarningLog;

  constructor(log: WarningLog) {
    this.#log = log;
  }

  add(details: SeriesDetails, point: BenchmarkPoint): void {
    const { name, group, measure, unit = '' } = details;
    const nameKey = JSON.stringify([group ?? null, name, measure ?? null]);
    const known = this.#units.get(nameKey);
    if (known !== undefined && known !== unit) {
      this.#log.add('unit-differs', {
        pointer: point.pointer,
        params: { name, unit: known, other: unit },
      });
    }
    this.#units.set(nameKey, known ?? unit);
    const key = JSON.stringify([nameKey, unit]);
    const series = this.#series.get(key);
    if (series === undefined) this.#series.set(key, { details, points: [point] });
    else series.points.push(point);
  }

  /** A single run should have one point of a kind; two of one name are said. */
  warnOfDoubles(): void {
    for (const { details, points } of this.#series.values()) {
      if (points.length < 2) continue;
      const pointer = points[1]?.pointer;
      this.#log.add('duplicate-name', {
        ...(pointer !== undefined && { pointer }),
        params: { name: details.name },
      });
    }
  }

  finish(tool?: BenchmarkReport['tool']): BenchmarkReport | undefined {
    if (this.#series.size === 0) return undefined;
    return {
      family: 'benchmark',
      ...(tool !== undefined && { tool }),
      series: [...this.#series.values()].map(({ details, points }) => ({ ...details, points })),
    };
  }
}
