import type { GateId } from '../model/ids.ts';
import type { ConditionResult, GateResult } from './types.ts';

/**
 * Whether a rule was seen not to hold, as against not having been shown to hold. Too few tests may
 * be all that is left of enough of them, and a refusal what is left of a refusal and the grant that
 * outweighed it, so they excuse nothing.
 */
export function isSeenToFail(
  result: ConditionResult,
  gateResult: (id: GateId) => GateResult | undefined,
): boolean {
  if (result.verdict !== 'failed') return false;
  const parts = result.parts ?? [];
  const lost = () => parts.filter((part) => isSeenToFail(part, gateResult)).length;
  switch (result.kind) {
    case 'all':
      return lost() > 0;
    case 'any':
    case 'at-least': {
      const applicable = parts.filter(({ verdict }) => verdict !== 'not-applicable').length;
      const needed = result.expected?.value;
      return typeof needed === 'number' && applicable - lost() < needed;
    }
    case 'gate':
      return isGateSeenToFail(result.gate === undefined ? undefined : gateResult(result.gate));
    case 'authorisation':
    case 'review':
      return false;
    default:
      return result.reason.code !== 'tests-too-few';
  }
}

/** One level of gates is looked through; a gate behind a gate counts by its verdict. */
function isGateSeenToFail(gate: GateResult | undefined): boolean {
  const conditions = gate?.conditions ?? [];
  return conditions.some(
    (entry) => entry.blocking && isSeenToFail(entry, () => undefined) && entry.kind !== 'gate',
  );
}
