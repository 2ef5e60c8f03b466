import type { Pointer, Timestamp } from '../../model/common.ts';

/** What was run of the code, by file. A share that the report does not count is absent, not 0. */
export interface CoverageReport {
  readonly family: 'coverage';
  readonly tool?: { readonly name: string; readonly version?: string };
  readonly createdAt?: Timestamp;
  readonly files: readonly CoveredFile[];
  /** Over all files. */
  readonly totals: CoverageShares;
  /** Percentages of the totals as the file states them, where it does. */
  readonly stated?: { readonly [K in keyof CoverageShares]?: number };
  /** Where the totals stand, or the records that they are the sum of. */
  readonly pointers: { readonly [K in keyof CoverageShares]?: Pointer };
}

export interface CoverageShares {
  readonly lines?: CoverageShare;
  readonly branches?: CoverageShare;
  readonly functions?: CoverageShare;
  readonly statements?: CoverageShare;
}

export interface CoverageShare {
  readonly covered: number;
  readonly total: number;
}

export interface CoveredFile extends CoverageShares {
  /** As written. */
  readonly path: string;
  /** Package, module or test run that the file is listed under. */
  readonly group?: string;
  /** Ordered by line; empty when the report only sums up. */
  readonly hits: readonly LineHits[];
  readonly functionHits: readonly FunctionHits[];
  readonly pointer: Pointer;
}

export interface LineHits {
  /** 1-based line of the source file. */
  readonly line: number;
  /** How often it was run. */
  readonly hits: number;
  readonly branches?: CoverageShare;
}

export interface FunctionHits {
  readonly name: string;
  readonly line?: number;
  readonly hits: number;
}
