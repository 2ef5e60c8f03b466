import type { TestsFact } from '../model/evidence.ts';
import type { FormatReading } from './reading.ts';
import { readPlaywrightReport } from './tests/playwright-report.ts';
import { testsFact } from './tests/tests-fact.ts';

/** The fact that a Playwright report gives; the report itself is {@link readPlaywrightReport}. */
export function readPlaywright(text: string): FormatReading<TestsFact> {
  const { report, warnings } = readPlaywrightReport(text);
  return { facts: report === undefined ? [] : [testsFact(report)], warnings };
}
