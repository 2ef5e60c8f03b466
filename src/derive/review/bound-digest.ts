import type { Evidence } from '../../model/evidence.ts';
import type { EvidenceDigest } from '../evidence-states.ts';

/** What a mark on a piece is bound to; `null` when there is nothing to go by. */
export function boundDigest(entry: Evidence | undefined, digest: EvidenceDigest): string | null {
  return digest === 'mismatch' ? null : (entry?.digest?.sha256.toLowerCase() ?? null);
}
