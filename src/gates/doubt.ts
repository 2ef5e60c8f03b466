import type { GateId } from '../model/ids.ts';
import { isSatisfied } from './judgement.ts';
import type { ReasonCode } from './reason-codes.ts';
import type { ConditionResult, GateResult, Reason } from './types.ts';

/**
 * Reasons that say: something was read wrongly, or not at all. What was there before the fault
 * might have been a failure, so it must not count as if it had never been.
 */
const FAULTS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'digest-mismatch',
  'digest-not-checked',
  'evidence-unreadable',
  'evidence-file-absent',
  'reading-problem',
  'unknown-critical',
  'duplicate-id',
  'probe-expectation-in-doubt',
]);

export function isFault({ code }: Reason): boolean {
  return FAULTS.has(code);
}

/** Whether it is a fault that keeps a condition from holding, or may be. */
export function isConditionInDoubt(
  result: ConditionResult,
  isGateInDoubt: (id: GateId) => boolean,
): boolean {
  const open = [result];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isSatisfied(next.verdict)) continue;
    if (isFault(next.reason)) return true;
    if (next.gate !== undefined && isGateInDoubt(next.gate)) return true;
    if (next.parts !== undefined) open.push(...next.parts);
  }
  return false;
}

/** Whether it is a fault that keeps a gate from passing, or may be. */
export function isGateInDoubt(
  result: GateResult,
  isOtherInDoubt: (id: GateId) => boolean,
): boolean {
  if (result.verdict === 'passed') return false;
  if (isFault(result.reason)) return true;
  return result.conditions.some(
    (entry) => entry.blocking && isConditionInDoubt(entry, isOtherInDoubt),
  );
}
