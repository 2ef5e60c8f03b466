import type { AttestationFact, Evidence } from '../model/evidence.ts';
import type { FactSignature } from '../model/project-index.ts';
import type { BundleFiles } from '../source/types.ts';
import { inParallel } from './in-parallel.ts';
import type { PublicKey } from './integrity-types.ts';
import { filesUpFront, maxEvidenceBytes } from './verify-digests.ts';

const width = 6;

/**
 * What the viewer's keys tell of the attestations of a bundle. Files that cannot be read, or are too
 * many, stay unverified.
 */
export async function attestedSignatures(
  files: BundleFiles,
  evidence: readonly Evidence[],
  keys: readonly PublicKey[],
): Promise<ReadonlyMap<AttestationFact, FactSignature>> {
  const found = new Map<AttestationFact, FactSignature>();
  const attested = evidence.filter(
    ({ path, facts }) => path !== undefined && facts?.some(({ type }) => type === 'attestation'),
  );
  if (attested.length === 0) return found;
  // Curves and readers are a good part of the engine, and only viewers with keys need them here.
  const { factSignatures } = await import('../bundle/integrity/fact-signatures.ts');
  await inParallel(attested.slice(0, filesUpFront), width, async (entry) => {
    if (entry.path === undefined) return;
    const file = await files.read(entry.path, { maxBytes: maxEvidenceBytes });
    if (!file.ok) return;
    for (const [fact, signature] of factSignatures(entry, file.value.bytes, keys)) {
      found.set(fact, signature);
    }
  });
  return found;
}
