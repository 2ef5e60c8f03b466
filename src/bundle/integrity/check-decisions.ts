import type { Gate } from '../../model/gate.ts';
import type { LedgerEntry } from './ledger.ts';
import type { DecisionDifference, DecisionsCheck } from './types.ts';

/** The verdict of a gate as of an instant; `undefined` when the plan has no such gate. */
export type VerdictAt = (gate: string, asOf: string | undefined) => string | undefined;

/**
 * Compares recorded decisions with verdicts that were computed anew: of the ledger the last decision about
 * each gate, as of the instant that it names; of the plan what it declares.
 */
export function checkDecisions(
  entries: readonly LedgerEntry[],
  gates: readonly Gate[],
  verdictAt: VerdictAt,
): DecisionsCheck {
  const last = new Map(entries.map((entry) => [entry.gate, entry]));
  const differing: DecisionDifference[] = [];
  const unknownGates: string[] = [];
  let agreeing = 0;
  for (const { gate, verdict, asOf, line } of last.values()) {
    const found = verdictAt(gate, asOf);
    if (found === undefined) unknownGates.push(gate);
    else if (found === verdict) agreeing += 1;
    else differing.push({ gate, stated: verdict, found, recordedIn: 'ledger', line });
  }
  for (const { id, declared } of gates) {
    // To declare that one does not know is no verdict.
    if (declared === undefined || declared.verdict === 'unknown') continue;
    const found = verdictAt(id, undefined);
    if (found === undefined) continue;
    if (found === declared.verdict) agreeing += 1;
    else differing.push({ gate: id, stated: declared.verdict, found, recordedIn: 'plan' });
  }
  return { agreeing, differing, unknownGates };
}
