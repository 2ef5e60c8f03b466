import type { ValueFact } from '../../model/evidence.ts';
import type { CoverageReport } from '../reports/coverage-report.ts';
import { coverageKinds } from './coverage-totals.ts';

/** Shares in percent. A share of nothing gives no fact. */
export function coverageFacts({ totals, pointers }: CoverageReport): readonly ValueFact[] {
  return coverageKinds.flatMap((kind) => {
    const share = totals[kind];
    const pointer = pointers[kind];
    if (share === undefined || share.total === 0 || pointer === undefined) return [];
    return [{ type: 'value', pointer, value: (share.covered / share.total) * 100, unit: '%' }];
  });
}
