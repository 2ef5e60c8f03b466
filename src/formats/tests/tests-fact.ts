import type { TestCase, TestsFact } from '../../model/evidence.ts';
import type { ReportedCase, TestReport } from '../reports/test-report.ts';

/** What conditions are judged by: the counts and the cases of a report. */
export function testsFact({ cases, totals, pointer }: TestReport): TestsFact {
  return {
    type: 'tests',
    total: totals.total,
    passed: totals.passed,
    failed: totals.failed,
    skipped: totals.skipped,
    flaky: totals.flaky,
    cases: cases.map(testCase),
    pointer,
  };
}

function testCase({
  name,
  group,
  variant,
  outcome,
  durationMs,
  message,
  pointer,
}: ReportedCase): TestCase {
  return {
    name: variant === undefined ? name : `${name} [${variant}]`,
    ...(group !== undefined && { suite: group }),
    outcome,
    ...(durationMs !== undefined && { duration: durationMs / 1000 }),
    ...(message !== undefined && { message }),
    pointer,
  };
}
