import type { Pointer, Timestamp } from '../../model/common.ts';

/** Findings of analysis tools: SARIF 2.1.0 (OASIS). */
export interface SarifReport {
  readonly family: 'sarif';
  readonly version: string;
  readonly runs: readonly SarifRun[];
  /** Of all runs, in the order of the file. */
  readonly results: readonly SarifResult[];
  readonly totals: SarifTotals;
}

export interface SarifTotals {
  /** By level, of results of kind `fail` that are not suppressed. */
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly none: number;
  /** Results that are no failures: passed, open, for review, informational, not applicable. */
  readonly otherKinds: number;
  readonly suppressed: number;
  /** Runs whose `results` are absent: nothing was looked for, or nobody knows what was found. */
  readonly runsWithoutResults: number;
  /** Runs whose tool says that it did not succeed. */
  readonly failedRuns: number;
}

export interface SarifRun {
  readonly tool: { readonly name: string; readonly version?: string };
  readonly rules: readonly SarifRule[];
  /** Absent: the run tells no results, which is not the same as none found. */
  readonly resultCount?: number;
  /** What the tool says of its own run; absent when it says nothing. */
  readonly successful?: boolean;
  readonly startedAt?: Timestamp;
  readonly endedAt?: Timestamp;
  readonly notifications: readonly SarifNotification[];
  readonly category?: string;
  readonly pointer: Pointer;
}

export interface SarifRule {
  readonly id: string;
  readonly name?: string;
  readonly short?: string;
  readonly full?: string;
  readonly help?: string;
  /** Data of the file: only to be shown through the checked link. */
  readonly helpUri?: string;
  readonly level: SarifLevel;
  readonly tags: readonly string[];
  /** Of the tool or of an extension of it. */
  readonly component: string;
}

export type SarifLevel = 'error' | 'warning' | 'note' | 'none' | 'unknown';
export type SarifKind =
  | 'fail'
  | 'pass'
  | 'open'
  | 'review'
  | 'informational'
  | 'notApplicable'
  | 'unknown';

export interface SarifResult {
  /** Index of its run. */
  readonly run: number;
  readonly ruleId?: string;
  /** Index into the rules of its run. */
  readonly rule?: number;
  readonly level: SarifLevel;
  readonly kind: SarifKind;
  /** With its arguments put in; Markdown and links stay as text. */
  readonly message: string;
  readonly locations: readonly SarifLocation[];
  readonly related: readonly SarifLocation[];
  /** Steps of each flow through the code. */
  readonly flows: readonly (readonly SarifLocation[])[];
  readonly stacks: readonly (readonly SarifLocation[])[];
  /** Accepted or without a status: it does not count. */
  readonly suppressed: boolean;
  readonly suppressions: readonly SarifSuppression[];
  readonly baseline?: 'new' | 'unchanged' | 'updated' | 'absent';
  /** 0 to 100. */
  readonly rank?: number;
  readonly taxa: readonly string[];
  readonly fixes: number;
  readonly pointer: Pointer;
}

export interface SarifLocation {
  /** Joined with its base where the run states one. */
  readonly uri?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Lines of the source as quoted in the file. */
  readonly snippet?: string;
  readonly message?: string;
  /** For example the name of a function. */
  readonly logical?: string;
}

export interface SarifSuppression {
  readonly kind: string;
  readonly status?: string;
  readonly justification?: string;
}

export interface SarifNotification {
  readonly level: SarifLevel;
  readonly message: string;
  readonly about: 'tool' | 'configuration';
}
