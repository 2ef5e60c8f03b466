import type { GateId } from '../model/ids.ts';
import type { ConditionResult, ConditionVerdict, EvidenceUse, Quantity, Reason } from './types.ts';

/** What a kind of condition finds, before applicability and waivers. */
export interface Judgement {
  readonly verdict: ConditionVerdict;
  /** What it would be without the rule that says that it does not apply. */
  readonly underlying?: ConditionVerdict;
  readonly reason: Reason;
  readonly expected?: Quantity;
  readonly actual?: Quantity;
  /** What counted; for anything but a pass, everything that was looked at. */
  readonly uses: readonly EvidenceUse[];
  readonly parts?: readonly ConditionResult[];
  readonly gate?: GateId;
}

export const NO_USES: readonly EvidenceUse[] = [];

export function judgement(
  verdict: ConditionVerdict,
  reason: Reason,
  uses: readonly EvidenceUse[] = NO_USES,
  quantities?: { readonly expected?: Quantity; readonly actual?: Quantity },
): Judgement {
  const made: { -readonly [K in keyof Judgement]: Judgement[K] } = { verdict, reason, uses };
  if (quantities?.expected !== undefined) made.expected = quantities.expected;
  if (quantities?.actual !== undefined) made.actual = quantities.actual;
  return made;
}

/** Waived and not applicable count as satisfied; both carry their reason. */
export function isSatisfied(verdict: ConditionVerdict): boolean {
  return verdict === 'passed' || verdict === 'waived' || verdict === 'not-applicable';
}
