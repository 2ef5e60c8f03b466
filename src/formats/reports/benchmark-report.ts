import type { Pointer, Timestamp } from '../../model/common.ts';

/** Measurements by name; a single run gives series of one point. */
export interface BenchmarkReport {
  readonly family: 'benchmark';
  readonly tool?: { readonly name: string; readonly version?: string };
  readonly series: readonly BenchmarkSeries[];
}

export interface BenchmarkSeries {
  readonly name: string;
  /** Suite, package or group that the name belongs to. */
  readonly group?: string;
  /** For example `p99`, where one benchmark has several measures. */
  readonly measure?: string;
  readonly unit?: string;
  /** Only where the format says it. */
  readonly better?: 'smaller' | 'bigger';
  /** In the order of the file. */
  readonly points: readonly BenchmarkPoint[];
}

export interface BenchmarkPoint {
  readonly value: number;
  /** Lowest and highest, or what the format gives for them, in the unit of the series. */
  readonly lower?: number;
  readonly upper?: number;
  /** Spread as written, for example `± 30`. */
  readonly range?: string;
  readonly at?: Timestamp;
  readonly commit?: string;
  /** Anything else that the tool says of it, as written. */
  readonly extra?: string;
  readonly pointer: Pointer;
}
