import type { AttestationReport } from './attestation-report.ts';
import type { BenchmarkReport } from './benchmark-report.ts';
import type { CoverageReport } from './coverage-report.ts';
import type { LogText } from './log-text.ts';
import type { SarifReport } from './sarif-report.ts';
import type { SbomSummary } from './sbom-summary.ts';
import type { TestReport } from './test-report.ts';

/** Rows under a header. Row `n` of a pointer is `rows[n - 1]`. */
export interface TableReport {
  readonly family: 'table';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
}

/** JSON or YAML that belongs to no other family. */
export interface DataReport {
  readonly family: 'data';
  readonly syntax: 'json' | 'json-lines' | 'yaml';
  /** One for a file, one for each line of JSON Lines, one for each document of YAML. */
  readonly documents: readonly unknown[];
}

/** One shape for each family of evidence. */
export type Report =
  | TestReport
  | CoverageReport
  | SarifReport
  | BenchmarkReport
  | AttestationReport
  | SbomSummary
  | TableReport
  | DataReport
  | LogText;

export type ReportFamily = Report['family'];
