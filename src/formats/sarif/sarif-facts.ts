import type { ValueFact } from '../../model/evidence.ts';
import type { ReaderWarning } from '../reading.ts';
import type { SarifReport } from '../reports/sarif-report.ts';

/**
 * How many errors stand against the code: results of level `error` (or of one that nobody knows) that are
 * neither suppressed nor gone. None is told where a run failed, told no results, or was not read whole, since
 * none found is then not the same as none there.
 */
export function sarifFacts(
  { runs, totals }: SarifReport,
  warnings: readonly ReaderWarning[],
): readonly ValueFact[] {
  const isKnown =
    runs.length > 0 &&
    warnings.every(({ code }) => code === 'byte-order-mark') &&
    totals.runsWithoutResults === 0 &&
    totals.failedRuns === 0;
  return isKnown
    ? [{ type: 'value', pointer: { kind: 'whole' }, value: totals.error, unit: 'count' }]
    : [];
}
