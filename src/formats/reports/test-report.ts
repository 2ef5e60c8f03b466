import type { Pointer, Timestamp } from '../../model/common.ts';
import type { Outcome } from '../../model/evidence.ts';

/** What every report of tests comes to, whatever wrote it. */
export interface TestReport {
  readonly family: 'tests';
  /** The program that ran the tests, in its own words. */
  readonly tool?: { readonly name: string; readonly version?: string };
  readonly title?: string;
  readonly startedAt?: Timestamp;
  /** As the report states it; not the sum of the cases. Milliseconds. */
  readonly durationMs?: number;
  /** In the order of the file, an outer suite before its inner ones. */
  readonly suites: readonly ReportedSuite[];
  /** In the order of the file. */
  readonly cases: readonly ReportedCase[];
  /** Counted from the cases, with what suites state without listing any. */
  readonly totals: TestTotals;
  /** Where the results stand as a whole. */
  readonly pointer: Pointer;
}

export interface TestTotals {
  readonly total: number;
  /** Including flaky ones, which passed in the end. */
  readonly passed: number;
  /** Including errors. */
  readonly failed: number;
  readonly skipped: number;
  readonly flaky: number;
  /** Cases whose outcome the report does not tell. They are neither passed nor failed. */
  readonly unknown: number;
  /** Of `total`: only counted in the report, not listed. */
  readonly unlisted: number;
}

export interface ReportedSuite {
  readonly name: string;
  /** Index of the suite around it. */
  readonly parent?: number;
  readonly file?: string;
  readonly startedAt?: Timestamp;
  /** Milliseconds. */
  readonly durationMs?: number;
  /** Cases in it and in its inner suites. */
  readonly cases: number;
  readonly pointer: Pointer;
}

export interface ReportedCase {
  readonly name: string;
  /** Index of its suite. */
  readonly suite?: number;
  /** The names around it, outermost first, as the tool groups them (class, file, describe blocks). */
  readonly group?: string;
  readonly outcome: Outcome;
  /** Failed first and passed when run again; the outcome is then `flaky`. */
  readonly flaky: boolean;
  /** Runs after the first one. */
  readonly retries: number;
  /** Milliseconds, all runs together. */
  readonly durationMs?: number;
  /** Where the test stands, as the report says it. */
  readonly file?: string;
  /** 1-based line in `file`. */
  readonly line?: number;
  /** Why it failed or was skipped, in one line or a few. */
  readonly message?: string;
  /** Stack trace or difference, as written. */
  readonly detail?: string;
  /** What the test printed, as written; may hold ANSI escapes. */
  readonly output?: string;
  readonly tags?: readonly string[];
  /** The project, browser or variant that it ran in. */
  readonly variant?: string;
  readonly pointer: Pointer;
}
