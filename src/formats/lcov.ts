import type { ValueFact } from '../model/evidence.ts';
import { coverageFacts } from './coverage/coverage-facts.ts';
import { readLcovReport } from './coverage/lcov-report.ts';
import type { FormatReading } from './reading.ts';

/** The facts that an LCOV tracefile gives; the report itself is {@link readLcovReport}. */
export function readLcov(text: string): FormatReading<ValueFact> {
  const { report, warnings } = readLcovReport(text);
  return { facts: report === undefined ? [] : coverageFacts(report), warnings };
}
