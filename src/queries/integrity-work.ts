import { bundleId, parseSha256Sums, sumsFile } from '../bundle/digest.ts';
import { attestationsFile, checkAuthentic } from '../bundle/integrity/attestations.ts';
import type { VerdictAt } from '../bundle/integrity/check-decisions.ts';
import { checkDecisions } from '../bundle/integrity/check-decisions.ts';
import { checkFacts, type FactCheck } from '../bundle/integrity/check-facts.ts';
import {
  checkComplete,
  checkIntact,
  type FoundFile,
  recordedDigests,
} from '../bundle/integrity/check-files.ts';
import type { PublicKey } from '../bundle/integrity/keys.ts';
import { ledgerFile, readLedger } from '../bundle/integrity/ledger.ts';
import { recomputedClaim } from '../bundle/integrity/recomputed.ts';
import type { FactsCheck, IntegrityReport } from '../bundle/integrity/types.ts';
import { limits } from '../bundle/limits.ts';
import type { EvidenceCollection } from '../bundle/wire.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Gate } from '../model/gate.ts';
import { sha256Hex } from '../source/sha256.ts';
import type { BundleFiles } from '../source/types.ts';
import { inParallel } from './in-parallel.ts';

/** Facts of larger files are not derived again: no reader takes them as a report. */
const maxDerivedBytes = 16 * 1024 * 1024;

const width = 4;

/** What is known of a bundle before its files are hashed. */
export interface BundleParts {
  readonly files: BundleFiles;
  readonly evidence: readonly Evidence[];
  readonly collections: readonly EvidenceCollection[];
  readonly gates: readonly Gate[];
}

/** A bundle with every file hashed; keys and verdicts are put to it afterwards. */
export interface HashedBundle {
  readonly report: (
    keys: readonly PublicKey[],
    verdictsAt: (instants: readonly (string | undefined)[]) => Promise<VerdictAt>,
  ) => Promise<IntegrityReport>;
  readonly found: ReadonlyMap<string, FoundFile>;
}

/** @param onFile called for each file when it is done, with its size */
export async function hashBundle(
  { files, evidence, collections, gates }: BundleParts,
  onStart: (files: number, bytes: number | undefined) => void,
  onFile: (bytes: number) => void,
): Promise<HashedBundle> {
  const sumsBytes = await optional(files, sumsFile);
  const parsed = sumsBytes === undefined ? undefined : parseSha256Sums(sumsBytes, sumsFile);
  const sums = parsed?.digests;
  const digests = recordedDigests(sums, evidence, collections);
  const byPath = new Map<string, Evidence[]>();
  for (const entry of evidence) {
    if (entry.path !== undefined) {
      byPath.set(entry.path, [...(byPath.get(entry.path) ?? []), entry]);
    }
  }
  const paths = [...new Set([...digests.keys(), ...byPath.keys()])];
  onStart(paths.length, sizeOf(paths, byPath));
  const facts = new Map<Evidence, readonly FactCheck[]>();
  const results = await inParallel(paths, width, async (path): Promise<FoundFile> => {
    const file = await files.read(path, { maxBytes: limits.bundleBytes });
    if (!file.ok) {
      onFile(0);
      return { error: file.error.code };
    }
    const { bytes } = file.value;
    const sha256 = await sha256Hex(bytes);
    if (bytes.byteLength <= maxDerivedBytes) {
      for (const entry of byPath.get(path) ?? []) facts.set(entry, checkFacts(entry, bytes));
    }
    onFile(bytes.byteLength);
    return { sha256, bytes: bytes.byteLength };
  });
  const found = new Map(paths.map((path, index) => [path, results[index] ?? { error: 'aborted' }]));
  const isIn = (path: string) => files.paths?.includes(path) ?? sums?.has(path) ?? true;
  const ledger = readLedger(isIn(ledgerFile) ? await optional(files, ledgerFile) : undefined);
  // No list of sums holds the signatures, so over HTTP only asking tells.
  const isSigned = files.paths?.includes(attestationsFile) ?? true;
  const attestations = isSigned ? await optional(files, attestationsFile) : undefined;
  const id = sumsBytes === undefined ? undefined : bundleId(sumsBytes);
  const recorded = {
    ...(sums === undefined ? {} : { sums }),
    digests,
    unreadableLines: (parsed?.problems ?? []).flatMap(({ position }) => position?.line ?? 1),
  };
  const intact = checkIntact(recorded, found, ledger.check);
  const complete = checkComplete(sums, files.paths, found);
  const signed = {
    ...(id === undefined ? {} : { bundleId: id }),
    files: new Map(
      [...found].flatMap(([path, file]) =>
        'sha256' in file ? [[path, file.sha256] as const] : [],
      ),
    ),
  };
  const factsCheck = summarise(evidence, facts);
  return {
    found,
    report: async (keys, verdictsAt) => {
      const verdictAt = await verdictsAt([undefined, ...ledger.entries.map(({ asOf }) => asOf)]);
      return {
        ...(id === undefined ? {} : { bundleId: id }),
        intact,
        complete,
        authentic: checkAuthentic(attestations, keys, signed),
        recomputed: recomputedClaim(factsCheck, checkDecisions(ledger.entries, gates, verdictAt)),
      };
    },
  };
}

/** A file that need not be there. What cannot be read is as good as not there, and is said elsewhere. */
async function optional(files: BundleFiles, path: string): Promise<Uint8Array | undefined> {
  if (files.paths?.includes(path) === false) return undefined;
  const file = await files.read(path, { maxBytes: limits.bundleBytes });
  return file.ok ? file.value.bytes : undefined;
}

/** The bytes that the records state, when they state those of every file. */
function sizeOf(
  paths: readonly string[],
  byPath: ReadonlyMap<string, readonly Evidence[]>,
): number | undefined {
  let sum = 0;
  for (const path of paths) {
    const size = byPath.get(path)?.[0]?.size;
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
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
