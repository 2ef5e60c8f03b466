import type { Evidence } from '../../model/evidence.ts';
import type { Gate } from '../../model/gate.ts';
import { bundleId, parseSha256Sums, sumsFile } from '../digest.ts';
import type { EvidenceCollection } from '../wire.ts';
import { checkAuthentic } from './attestations.ts';
import { checkDecisions, type VerdictAt } from './check-decisions.ts';
import type { FactCheck } from './check-facts.ts';
import {
  checkComplete,
  checkIntact,
  type FoundFile,
  type Recorded,
  recordedDigests,
} from './check-files.ts';
import type { PublicKey } from './keys.ts';
import { readLedger } from './ledger.ts';
import { recomputedClaim } from './recomputed.ts';
import type { FactsCheck, IntegrityReport } from './types.ts';

/** What a bundle says about its own files. */
export interface Claimed {
  readonly evidence: readonly Evidence[];
  readonly collections: readonly EvidenceCollection[];
  readonly gates: readonly Gate[];
}

/** What a bundle records of its files, with the paths that must be hashed to check it. */
export interface Recording extends Recorded {
  readonly bundleId?: string;
  readonly paths: readonly string[];
}

/** @param sums the bytes of `SHA256SUMS`, when there is one */
export function recordingOf(
  { evidence, collections }: Claimed,
  sums: Uint8Array | undefined,
): Recording {
  const parsed = sums === undefined ? undefined : parseSha256Sums(sums, sumsFile);
  const digests = recordedDigests(parsed?.digests, evidence, collections);
  const stored = evidence.flatMap(({ path }) => path ?? []);
  return {
    digests,
    unreadableLines: (parsed?.problems ?? []).map(({ position }) => position?.line ?? 1),
    paths: [...new Set([...digests.keys(), ...stored])],
    ...(parsed === undefined ? {} : { sums: parsed.digests }),
    ...(sums === undefined ? {} : { bundleId: bundleId(sums) }),
  };
}

/** Everything that reading and hashing a bundle gave. */
export interface CheckedFiles {
  readonly found: ReadonlyMap<string, FoundFile>;
  /** All paths of the bundle, where the source knows them. */
  readonly present?: readonly string[];
  readonly ledger?: Uint8Array;
  readonly attestations?: Uint8Array;
  readonly facts: ReadonlyMap<Evidence, readonly FactCheck[]>;
}

/** The instants that verdicts are wanted of: those of the ledger, and the viewer's. */
export function instantsOf(ledger: Uint8Array | undefined): readonly (string | undefined)[] {
  return [undefined, ...readLedger(ledger).entries.map(({ asOf }) => asOf)];
}

/** Puts the four claims together. */
export function assembleReport(
  { evidence, gates }: Claimed,
  recording: Recording,
  { found, present, ledger, attestations, facts }: CheckedFiles,
  keys: readonly PublicKey[],
  verdictAt: VerdictAt,
): IntegrityReport {
  const { bundleId: id, sums } = recording;
  const { check, entries } = readLedger(ledger);
  const files = new Map(
    [...found].flatMap(([path, file]) => ('sha256' in file ? [[path, file.sha256] as const] : [])),
  );
  return {
    ...(id === undefined ? {} : { bundleId: id }),
    intact: checkIntact(recording, found, check),
    complete: checkComplete(sums, present, found),
    authentic: checkAuthentic(attestations, keys, {
      ...(id === undefined ? {} : { bundleId: id }),
      files,
    }),
    recomputed: recomputedClaim(
      summarise(evidence, facts),
      checkDecisions(entries, gates, verdictAt),
    ),
  };
}

function summarise(
  evidence: readonly Evidence[],
  checked: ReadonlyMap<Evidence, readonly FactCheck[]>,
): FactsCheck {
  const differing: FactsCheck['differing'][number][] = [];
  let agreeing = 0;
  let unchecked = 0;
  for (const entry of evidence) {
    const results = checked.get(entry);
    if (results === undefined) unchecked += entry.facts?.length ?? 0;
    for (const [fact, result] of (results ?? []).entries()) {
      if (result.kind === 'agrees') agreeing += 1;
      else if (result.kind === 'unchecked') unchecked += 1;
      else {
        const { member, stated, found } = result;
        differing.push({ evidence: entry.id, fact, member, stated, found });
      }
    }
  }
  return { agreeing, differing, unchecked };
}
