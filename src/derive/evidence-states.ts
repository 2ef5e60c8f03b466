import type { DigestState } from '../model/evidence.ts';

/**
 * What stands out about a piece of evidence.
 * - `stale`: its own validity is over, or a condition that relies on it found it too old
 * - `superseded`: another piece of the bundle says that it replaces this one
 * - `reused`: conditions of more than one gate rely on it
 * - `same-name`: another piece has its name, and other bytes
 * - `advisory`: its producer can only advise
 * - `remarked`: its reader had something to say, or a rule keeps it from counting
 */
export const evidenceStates = [
  'stale',
  'superseded',
  'reused',
  'same-name',
  'advisory',
  'remarked',
] as const;
export type EvidenceState = (typeof evidenceStates)[number];

export type EvidenceDigest = DigestState | 'unchecked';
export const evidenceDigests = [
  'match',
  'mismatch',
  'absent',
  'unreadable',
  'unchecked',
] as const satisfies readonly EvidenceDigest[];
