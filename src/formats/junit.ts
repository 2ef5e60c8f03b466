import type { TestsFact } from '../model/evidence.ts';
import type { FormatReading } from './reading.ts';
import { readJunitReport } from './tests/junit-report.ts';
import { testsFact } from './tests/tests-fact.ts';

/** The fact that a JUnit XML report gives; the report itself is {@link readJunitReport}. */
export function readJunit(text: string): FormatReading<TestsFact> {
  const { report, warnings } = readJunitReport(text);
  return { facts: report === undefined ? [] : [testsFact(report)], warnings };
}
