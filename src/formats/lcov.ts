import type { ValueFact } from '../model/evidence.ts';
import { coverageFacts, isWhole } from './coverage/coverage-facts.ts';
import { readLcovReport } from './coverage/lcov-report.ts';
import type { FormatReading } from './reading.ts';

/** The facts that an LCOV tracefile gives; the report itself is {@link readLcovReport}. */
export function readLcov(text: string): FormatReading<ValueFact> {
  const { report, warnings } = readLcovReport(text);
  const isCounted = report !== undefined && isWhole(warnings);
  return { facts: isCounted ? coverageFacts(report) : [], warnings };
}
