import type { Evidence, Fact } from '../../model/evidence.ts';

/**
 * Evidence without what nobody can say of himself: that a signature was verified. Only whoever tried it
 * against keys of the viewer may say so; that it is *not* good is believed.
 */
export function withoutOwnWord(evidence: readonly Evidence[]): readonly Evidence[] {
  if (!evidence.some(({ facts }) => facts?.some(callsItselfVerified))) return evidence;
  return evidence.map((entry) =>
    entry.facts?.some(callsItselfVerified) ? { ...entry, facts: entry.facts.map(plain) } : entry,
  );
}

function callsItselfVerified(fact: Fact): boolean {
  return fact.type === 'attestation' && fact.verified === true;
}

function plain(fact: Fact): Fact {
  if (fact.type !== 'attestation' || fact.verified !== true) return fact;
  const { verified: _, ...rest } = fact;
  return rest;
}
