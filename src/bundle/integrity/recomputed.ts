import type { ClaimState, DecisionsCheck, FactsCheck, RecomputedClaim } from './types.ts';

/** What is recorded and what is found, put together: any difference breaks the claim. */
export function recomputedClaim(facts: FactsCheck, decisions: DecisionsCheck): RecomputedClaim {
  return { state: stateOf(facts, decisions), facts, decisions };
}

function stateOf(facts: FactsCheck, decisions: DecisionsCheck): ClaimState {
  if (facts.differing.length > 0 || decisions.differing.length > 0) return 'broken';
  if (facts.unchecked > 0 || decisions.unknownGates.length > 0) return 'unknown';
  return facts.agreeing + decisions.agreeing > 0 ? 'holds' : 'unclaimed';
}
