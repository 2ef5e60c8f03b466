import type { ValueFact } from '../../model/evidence.ts';
import type { ReaderWarning } from '../reading.ts';
import type { CoverageReport } from '../reports/coverage-report.ts';
import { coverageKinds } from './coverage-totals.ts';

/** Shares in percent, as stated where the pointer leads to a statement. A share of nothing gives no fact. */
export function coverageFacts({
  totals,
  stated = {},
  pointers,
}: CoverageReport): readonly ValueFact[] {
  return coverageKinds.flatMap((kind) => {
    const share = totals[kind];
    const pointer = pointers[kind];
    if (share === undefined || share.total === 0 || pointer === undefined) return [];
    const value = stated[kind] ?? (share.covered / share.total) * 100;
    return [{ type: 'value', pointer, value, unit: '%' }];
  });
}

/** What is lost of a coverage report may be what was never run, so that its shares prove nothing. */
export function isWhole(warnings: readonly ReaderWarning[]): boolean {
  return !warnings.some(({ code }) => code === 'not-closed');
}
