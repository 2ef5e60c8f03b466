import type { GateId } from '../model/ids.ts';
import type { ConditionResult, GateResult } from './types.ts';

/**
 * Kinds whose failure stands on evidence that is named one by one, so that nothing that was taken
 * away can have outweighed it. Elsewhere a failure may be what is left of a failure and the newer
 * run, the later observation or the grant that replaced it.
 */
const FINAL: ReadonlySet<ConditionResult['kind']> = new Set<ConditionResult['kind']>([
  'value',
  'cross-check',
  'document',
  'metric',
  'budget',
]);

/** Whether a rule was seen not to hold, as against not having been shown to hold. */
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
    default:
      return FINAL.has(result.kind);
  }
}

/** One level of gates is looked through; a gate behind a gate counts by its verdict. */
function isGateSeenToFail(gate: GateResult | undefined): boolean {
  const conditions = gate?.conditions ?? [];
  return conditions.some(
    (entry) => entry.blocking && isSeenToFail(entry, () => undefined) && entry.kind !== 'gate',
  );
}
