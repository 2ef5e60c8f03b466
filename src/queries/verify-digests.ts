import type { DigestState, Evidence } from '../model/evidence.ts';
import type { EvidenceId } from '../model/ids.ts';
import type { BundleFiles, SourceError } from '../source/types.ts';
import { inParallel } from './in-parallel.ts';

/** Evidence up to this many bytes altogether is compared before anything is judged. */
export const verifiedUpFront = 16 * 1024 * 1024;
/** And up to this many files. */
export const filesUpFront = 2000;
/** One piece of evidence. Bytes. */
export const maxEvidenceBytes = 16 * 1024 * 1024;

const width = 6;
const tooLarge = 'too-large';

/** Digests that `SHA256SUMS` lists, by path; empty when the bundle has no such file. */
export type Sums = ReadonlyMap<string, string>;

/**
 * The digests that a piece's bytes must have. Both the record and the list of sums may name one; a
 * file that contradicts either is not what was recorded.
 */
export function expectedDigests(evidence: Evidence, sums: Sums): readonly string[] {
  const listed = evidence.path === undefined ? undefined : sums.get(evidence.path);
  return [evidence.digest?.sha256, listed].flatMap((digest) =>
    digest === undefined ? [] : [digest.toLowerCase()],
  );
}

/** How bytes stand to what was recorded; `undefined` when nothing was. */
export function compareDigest(
  actual: string,
  expected: readonly string[],
): DigestState | undefined {
  if (expected.length === 0) return undefined;
  return expected.every((digest) => digest === actual) ? 'match' : 'mismatch';
}

/** A file that is not there is `absent`; one that cannot be had or is refused is `unreadable`. */
export function stateOfError({ code }: SourceError): DigestState {
  return code === 'not-found' ? 'absent' : 'unreadable';
}

/**
 * Compares the evidence files of a small bundle with their digests. A large bundle is left for when
 * its content is asked for: nothing is read, and the answer is empty. The choice depends on the
 * recorded sizes alone, so that the same bundle is judged alike every time.
 */
export async function verifyUpFront(
  files: BundleFiles,
  evidence: readonly Evidence[],
  sums: Sums,
  hash: (bytes: Uint8Array) => string | Promise<string>,
): Promise<ReadonlyMap<EvidenceId, DigestState>> {
  const stored = evidence.filter(({ path }) => path !== undefined);
  const paths = [...new Set(stored.flatMap(({ path }) => path ?? []))];
  const sizes = new Map(stored.map(({ path, size }) => [path, size ?? 0]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > verifiedUpFront || paths.length > filesUpFront) return new Map();
  const hashes = await inParallel(paths, width, async (path) => {
    const file = await files.read(path, { maxBytes: maxEvidenceBytes });
    if (file.ok) return await hash(file.value.bytes);
    // Its size was not recorded. It is compared when it is asked for, as those of large bundles are.
    return file.error.code === 'too-large' ? tooLarge : stateOfError(file.error);
  });
  const byPath = new Map(paths.map((path, index) => [path, hashes[index]]));
  const states = new Map<EvidenceId, DigestState>();
  for (const entry of stored) {
    const found = entry.path === undefined ? undefined : byPath.get(entry.path);
    if (found === tooLarge) continue;
    const state =
      found === 'absent' || found === 'unreadable'
        ? found
        : found === undefined
          ? 'unreadable'
          : compareDigest(found, expectedDigests(entry, sums));
    if (state !== undefined) states.set(entry.id, worse(states.get(entry.id), state));
  }
  return states;
}

const severity: Readonly<Record<DigestState, number>> = {
  match: 0,
  absent: 1,
  unreadable: 2,
  mismatch: 3,
};

/** Of two records with one id, the worse one counts. */
function worse(known: DigestState | undefined, state: DigestState): DigestState {
  return known !== undefined && severity[known] > severity[state] ? known : state;
}
