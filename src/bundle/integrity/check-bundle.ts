import type { Evidence } from '../../model/evidence.ts';
import { sha256Hex, sumsFile } from '../digest.ts';
import { assembleReport, type Claimed, recordingOf } from './assemble.ts';
import { attestationsFile } from './attestations.ts';
import type { VerdictAt } from './check-decisions.ts';
import { checkFacts, type FactCheck } from './check-facts.ts';
import type { FoundFile } from './check-files.ts';
import type { PublicKey } from './keys.ts';
import { ledgerFile } from './ledger.ts';
import type { IntegrityReport } from './types.ts';

/**
 * The four claims of a bundle that lies in memory, at once and offline. A page does the same step by step,
 * file by file.
 */
export function checkBundle(
  files: ReadonlyMap<string, Uint8Array>,
  claimed: Claimed,
  keys: readonly PublicKey[],
  verdictAt: VerdictAt,
): IntegrityReport {
  const recording = recordingOf(claimed, files.get(sumsFile));
  const found = new Map(recording.paths.map((path) => [path, foundFile(files.get(path))]));
  const facts = new Map<Evidence, readonly FactCheck[]>();
  for (const entry of claimed.evidence) {
    const bytes = entry.path === undefined ? undefined : files.get(entry.path);
    if (bytes !== undefined) facts.set(entry, checkFacts(entry, bytes));
  }
  const ledger = files.get(ledgerFile);
  const attestations = files.get(attestationsFile);
  return assembleReport(
    claimed,
    recording,
    {
      found,
      present: [...files.keys()],
      facts,
      ...(ledger === undefined ? {} : { ledger }),
      ...(attestations === undefined ? {} : { attestations }),
    },
    keys,
    verdictAt,
  );
}

function foundFile(bytes: Uint8Array | undefined): FoundFile {
  return bytes === undefined
    ? { error: 'not-found' }
    : { sha256: sha256Hex(bytes), bytes: bytes.byteLength };
}
