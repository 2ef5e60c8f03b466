import type { Pointer } from '../../model/common.ts';
import type { Outcome } from '../../model/evidence.ts';
import type {
  ReportedCase,
  ReportedSuite,
  TestReport,
  TestTotals,
} from '../reports/test-report.ts';

/** Cases that a report counts and does not list. */
export interface Unlisted {
  readonly total: number;
  readonly failed: number;
  readonly skipped: number;
}

type SuiteDetails = Omit<ReportedSuite, 'name' | 'parent' | 'cases'>;

/** A case as its format tells it; what follows from the outcome is added. */
export type NewCase = Omit<ReportedCase, 'flaky' | 'retries' | 'suite'> & {
  readonly retries?: number;
};

/** Puts a report together in the order of the file, with suites inside suites. */
export class TestReportBuilder {
  readonly #suites: { suite: Omit<ReportedSuite, 'cases'>; cases: number }[] = [];
  readonly #cases: ReportedCase[] = [];
  readonly #open: number[] = [];
  readonly #unlisted = { total: 0, failed: 0, skipped: 0 };
  #lost = 0;
  #contradicted = 0;

  /** Begins a suite inside the one that is open. */
  openSuite(name: string, details: SuiteDetails): void {
    const parent = this.#open.at(-1);
    const suite = { name, ...(parent === undefined ? {} : { parent }), ...details };
    this.#open.push(this.#suites.push({ suite, cases: 0 }) - 1);
  }

  closeSuite(): void {
    this.#open.pop();
  }

  addCase(entry: NewCase): void {
    const suite = this.#open.at(-1);
    for (const index of this.#open) {
      const open = this.#suites[index];
      if (open !== undefined) open.cases += 1;
    }
    this.#cases.push({
      ...entry,
      ...(suite === undefined ? {} : { suite }),
      flaky: entry.outcome === 'flaky',
      retries: entry.retries ?? 0,
    });
  }

  addUnlisted({ total, failed, skipped }: Unlisted): void {
    this.#unlisted.total += total;
    this.#unlisted.failed += failed;
    this.#unlisted.skipped += skipped;
  }

  /**
   * The report ends before its end: so many cases may have followed, and nobody knows how they
   * ended. They are neither passed nor failed, so that nothing passes by being cut off.
   */
  addLost(count: number): void {
    this.#lost += count;
  }

  /** The report states so many failures more than it lists: nobody knows which cases they are. */
  addUnnamedFailures(count: number): void {
    this.#contradicted += count;
  }

  get caseCount(): number {
    return this.#cases.length;
  }

  get cases(): readonly ReportedCase[] {
    return this.#cases;
  }

  finish(
    pointer: Pointer,
    details: Pick<TestReport, 'tool' | 'title' | 'startedAt' | 'durationMs'> = {},
  ): TestReport {
    return {
      family: 'tests',
      ...details,
      suites: this.#suites.map(({ suite, cases }) => ({ ...suite, cases })),
      cases: this.#cases,
      totals: withLost(totalsOf(this.#cases, this.#unlisted, this.#contradicted), this.#lost),
      pointer,
    };
  }
}

function withLost(totals: TestTotals, lost: number): TestTotals {
  const { total, unknown, unlisted } = totals;
  return { ...totals, total: total + lost, unknown: unknown + lost, unlisted: unlisted + lost };
}

/** Counts cases; failures without a case take the place of passed ones. */
export function totalsOf(
  cases: readonly { readonly outcome: Outcome }[],
  unlisted: Unlisted = { total: 0, failed: 0, skipped: 0 },
  unnamedFailures = 0,
): TestTotals {
  const counts: Record<Outcome, number> = {
    passed: 0,
    failed: 0,
    error: 0,
    skipped: 0,
    flaky: 0,
    unknown: 0,
  };
  for (const { outcome } of cases) counts[outcome] += 1;
  const unlistedPassed = Math.max(0, unlisted.total - unlisted.failed - unlisted.skipped);
  const passed = counts.passed + counts.flaky + unlistedPassed;
  return {
    total: cases.length + unlisted.total,
    passed: Math.max(0, passed - unnamedFailures),
    failed: counts.failed + counts.error + unlisted.failed + unnamedFailures,
    skipped: counts.skipped + unlisted.skipped,
    flaky: counts.flaky,
    unknown: counts.unknown,
    unlisted: unlisted.total,
  };
}
