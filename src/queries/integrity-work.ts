import { sumsFile } from '../bundle/digest.ts';
import {
  assembleReport,
  type Claimed,
  instantsOf,
  recordingOf,
} from '../bundle/integrity/assemble.ts';
import { attestationsFile } from '../bundle/integrity/attestations.ts';
import type { VerdictAt } from '../bundle/integrity/check-decisions.ts';
import { checkFacts, type FactCheck } from '../bundle/integrity/check-facts.ts';
import type { FoundFile } from '../bundle/integrity/check-files.ts';
import type { PublicKey } from '../bundle/integrity/keys.ts';
import { ledgerFile } from '../bundle/integrity/ledger.ts';
import type { IntegrityReport } from '../bundle/integrity/types.ts';
import { limits } from '../bundle/limits.ts';
import type { Evidence } from '../model/evidence.ts';
import { sha256Hex } from '../source/sha256.ts';
import type { BundleFiles } from '../source/types.ts';
import { inParallel } from './in-parallel.ts';

/** Facts of larger files are not derived again: nothing shows them as a report either. */
const maxDerivedBytes = 16 * 1024 * 1024;

/** Small files take longer to ask for than to hash: with more under way no thread waits for another. */
const width = 8;

/** What is known of a bundle before its files are hashed. */
export interface BundleParts extends Claimed {
  readonly files: BundleFiles;
}

/** A bundle with every file hashed; keys and verdicts are put to it afterwards. */
export interface HashedBundle {
  readonly report: (
    keys: readonly PublicKey[],
    verdictsAt: (instants: readonly (string | undefined)[]) => Promise<VerdictAt>,
  ) => Promise<IntegrityReport>;
  readonly found: ReadonlyMap<string, FoundFile>;
}

/**
 * Hashes every file that is recorded, a few at a time, and derives its facts again while its bytes are
 * at hand.
 *
 * @param onFile called for each file when it is done, with its size
 */
export async function hashBundle(
  parts: BundleParts,
  onStart: (files: number, bytes: number | undefined) => void,
  onFile: (bytes: number) => void,
): Promise<HashedBundle> {
  const { files, evidence } = parts;
  const recording = recordingOf(parts, await optional(files, sumsFile));
  const { paths, sums } = recording;
  const byPath = Map.groupBy(evidence, ({ path }) => path);
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
  const hasLedger = files.paths?.includes(ledgerFile) ?? sums?.has(ledgerFile) ?? true;
  const ledger = hasLedger ? await optional(files, ledgerFile) : undefined;
  // No list of sums holds the signatures, so over HTTP only asking tells.
  const attestations = await optional(files, attestationsFile);
  const checked = {
    found,
    facts,
    ...(files.paths === undefined ? {} : { present: files.paths }),
    ...(ledger === undefined ? {} : { ledger }),
    ...(attestations === undefined ? {} : { attestations }),
  };
  return {
    found,
    report: async (keys, verdictsAt) =>
      assembleReport(parts, recording, checked, keys, await verdictsAt(instantsOf(ledger))),
  };
}

/** A file that need not be there. What cannot be read is as good as not there. */
async function optional(files: BundleFiles, path: string): Promise<Uint8Array | undefined> {
  if (files.paths?.includes(path) === false) return undefined;
  const file = await files.read(path, { maxBytes: limits.bundleBytes });
  return file.ok ? file.value.bytes : undefined;
}

/** The bytes that the records state, when they state those of every file. */
function sizeOf(
  paths: readonly string[],
  byPath: ReadonlyMap<string | undefined, readonly Evidence[]>,
): number | undefined {
  let sum = 0;
  for (const path of paths) {
    const size = byPath.get(path)?.[0]?.size;
    if (size === undefined) return undefined;
    sum += size;
  }
  return sum;
}
