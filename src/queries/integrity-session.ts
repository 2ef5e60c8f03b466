import type { VerdictAt } from '../bundle/integrity/check-decisions.ts';
import type { IntegrityProgress } from '../bundle/integrity/types.ts';
import type { DeriveContext } from '../derive/context.ts';
import type { DigestState, Evidence } from '../model/evidence.ts';
import { type EvidenceId, gateId } from '../model/ids.ts';
import type { IntegritySession } from './integrity-types.ts';
import type { BundleParts, HashedBundle } from './integrity-work.ts';
import type { OpenRequest } from './open-request.ts';
import { compareDigest } from './verify-digests.ts';

/** Verdicts are computed as of at most this many instants of a ledger. */
const maxInstants = 50;

export interface IntegrityParts {
  /** The same object as long as the bundle is not read anew. */
  readonly parts: (request: OpenRequest) => Promise<BundleParts>;
  readonly judge: (request: OpenRequest, asOf: string | undefined) => Promise<DeriveContext>;
  /** Takes in how files stand to what was recorded of them. */
  readonly learn: (
    request: OpenRequest,
    states: ReadonlyMap<EvidenceId, DigestState>,
  ) => Promise<void>;
}

/** The claims of a bundle, computed when they are asked for. What does the work is loaded then. */
export function integritySession({ parts, judge, learn }: IntegrityParts): IntegritySession {
  const hashed = new WeakMap<BundleParts, Promise<HashedBundle>>();
  const progress = new WeakMap<BundleParts, IntegrityProgress>();

  const hash = async (request: OpenRequest, known: BundleParts): Promise<HashedBundle> => {
    const { hashBundle } = await import('./integrity-work.ts');
    const bundle = await hashBundle(
      known,
      (files, bytes) => {
        progress.set(known, {
          files,
          filesDone: 0,
          bytesDone: 0,
          ...(bytes === undefined ? {} : { bytes }),
        });
      },
      (bytes) => {
        const before = progress.get(known);
        if (before === undefined) return;
        const { filesDone, bytesDone } = before;
        progress.set(known, {
          ...before,
          filesDone: filesDone + 1,
          bytesDone: bytesDone + bytes,
        });
      },
    );
    await learn(request, statesOf(known.evidence, bundle));
    return bundle;
  };

  return {
    readTrustedKey: async (text) => {
      const { readPublicKey } = await import('../bundle/integrity/keys.ts');
      return readPublicKey(text);
    },
    integrityReport: async (request, keys) => {
      const known = await parts(request);
      const made = hashed.get(known) ?? hash(request, known);
      hashed.set(known, made);
      // What could not be done now may be done when asked again.
      made.catch(() => hashed.delete(known));
      const bundle = await made;
      return bundle.report(keys, (instants) =>
        verdictsAt(instants, (asOf) => judge(request, asOf)),
      );
    },
    integrityProgress: async (request) => progress.get(await parts(request)),
  };
}

/** Only what is otherwise than recorded is news to the verdicts. */
function statesOf(
  evidence: readonly Evidence[],
  { found }: HashedBundle,
): ReadonlyMap<EvidenceId, DigestState> {
  const states = new Map<EvidenceId, DigestState>();
  for (const { id, path, digest } of evidence) {
    const file = path === undefined ? undefined : found.get(path);
    if (file === undefined || digest === undefined) continue;
    const state =
      'error' in file
        ? file.error === 'not-found'
          ? 'absent'
          : 'unreadable'
        : compareDigest(file.sha256, [digest.sha256.toLowerCase()]);
    if (state !== undefined) states.set(id, state);
  }
  return states;
}

async function verdictsAt(
  instants: readonly (string | undefined)[],
  judge: (asOf: string | undefined) => Promise<DeriveContext>,
): Promise<VerdictAt> {
  const contexts = new Map<string | undefined, DeriveContext>();
  for (const asOf of [...new Set(instants)].slice(0, maxInstants)) {
    contexts.set(asOf, await judge(asOf));
  }
  return (gate, asOf) => contexts.get(asOf)?.verdicts.gates.get(gateId(gate))?.verdict;
}
