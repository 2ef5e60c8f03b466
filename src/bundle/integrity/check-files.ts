import { sumsFile } from '../digest.ts';
import { attestationsFile } from './attestations.ts';
import type { CompleteClaim, FileFault, IntactClaim, LedgerCheck } from './types.ts';

type Origin = FileFault['recordedIn'][number];

/** The digests that are recorded of files, with where they are recorded. */
export type RecordedDigests = ReadonlyMap<
  string,
  readonly { readonly sha256: string; readonly recordedIn: Origin }[]
>;

/** What a file turned out to be: its digest and size, or why it could not be had. */
export type FoundFile =
  | { readonly sha256: string; readonly bytes: number }
  /** A code of the source; `not-found` means that there is no such file. */
  | { readonly error: string };

/** What a bundle records of its files. */
export interface Recorded {
  /** From `SHA256SUMS`; absent when there is none. */
  readonly sums?: ReadonlyMap<string, string>;
  readonly digests: RecordedDigests;
  /** Lines of `SHA256SUMS` that cannot be read. */
  readonly unreadableLines: readonly number[];
}

/** Puts together what the list of sums, evidence records and collections say of the files. */
export function recordedDigests(
  sums: ReadonlyMap<string, string> | undefined,
  evidence: readonly { readonly path?: string; readonly digest?: { readonly sha256: string } }[],
  collections: readonly { readonly path: string; readonly sha256?: string }[],
): RecordedDigests {
  const digests = new Map<string, { readonly sha256: string; readonly recordedIn: Origin }[]>();
  const add = (path: string, sha256: string, recordedIn: Origin): void => {
    const digest = sha256.toLowerCase();
    const known = digests.get(path);
    if (known === undefined) digests.set(path, [{ sha256: digest, recordedIn }]);
    else if (!known.some((entry) => entry.sha256 === digest && entry.recordedIn === recordedIn)) {
      known.push({ sha256: digest, recordedIn });
    }
  };
  for (const [path, sha256] of sums ?? []) add(path, sha256, 'sums');
  for (const { path, sha256 } of collections) {
    if (sha256 !== undefined) add(path, sha256, 'collection');
  }
  for (const { path, digest } of evidence) {
    if (path !== undefined && digest !== undefined) add(path, digest.sha256, 'evidence');
  }
  return digests;
}

/** Compares what was found with all that is recorded of it. */
export function checkIntact(
  { sums, digests, unreadableLines }: Recorded,
  found: ReadonlyMap<string, FoundFile>,
  ledger: LedgerCheck,
): IntactClaim {
  const faults: FileFault[] = [];
  let matching = 0;
  for (const [path, recorded] of [...digests].sort(byPath)) {
    const fault = faultOf(path, recorded, found.get(path));
    if (fault === undefined) matching += 1;
    else faults.push(fault);
  }
  const bytes = [...found.values()].reduce(
    (sum, file) => sum + ('bytes' in file ? file.bytes : 0),
    0,
  );
  const isBroken = ledger.state === 'broken' || faults.some(({ fault }) => fault !== 'unreadable');
  // Without the list nothing tells whether the plan itself was changed.
  const isUncertain =
    sums === undefined ||
    unreadableLines.length > 0 ||
    faults.length > 0 ||
    ledger.state === 'unknown';
  const isClaimed = digests.size > 0 || ledger.entries > 0 || unreadableLines.length > 0;
  return {
    state: isBroken ? 'broken' : !isClaimed ? 'unclaimed' : isUncertain ? 'unknown' : 'holds',
    bytes,
    matching,
    faults,
    unreadableLines,
    ledger,
  };
}

function faultOf(
  path: string,
  recorded: readonly { readonly sha256: string; readonly recordedIn: Origin }[],
  file: FoundFile | undefined,
): FileFault | undefined {
  if (file === undefined || 'error' in file) {
    const isMissing = file?.error === 'not-found';
    return {
      path,
      fault: isMissing ? 'missing' : 'unreadable',
      recordedIn: recorded.map(({ recordedIn }) => recordedIn),
      ...(file === undefined || isMissing ? {} : { reason: file.error }),
    };
  }
  const others = recorded.filter(({ sha256 }) => sha256 !== file.sha256);
  const [first] = others;
  if (first === undefined) return undefined;
  return {
    path,
    fault: 'differs',
    recordedIn: others.map(({ recordedIn }) => recordedIn),
    stated: first.sha256,
    found: file.sha256,
  };
}

/**
 * Whether the bundle has exactly the files that it lists.
 *
 * @param present all paths of the bundle, where the source knows them
 */
export function checkComplete(
  sums: ReadonlyMap<string, string> | undefined,
  present: readonly string[] | undefined,
  found: ReadonlyMap<string, FoundFile>,
): CompleteClaim {
  const isListingKnown = present !== undefined;
  if (sums === undefined) {
    return { state: 'unclaimed', listed: 0, missing: [], unlisted: [], isListingKnown };
  }
  const isThere = new Set(present);
  const missing = [...sums.keys()].filter((path) => {
    const file = found.get(path);
    const isGone = file !== undefined && 'error' in file && file.error === 'not-found';
    return isListingKnown ? !isThere.has(path) : isGone;
  });
  const unlisted = (present ?? []).filter(
    (path) => !sums.has(path) && path !== sumsFile && path !== attestationsFile,
  );
  const isBroken = missing.length > 0 || unlisted.length > 0;
  return {
    state: isBroken ? 'broken' : isListingKnown ? 'holds' : 'unknown',
    listed: sums.size,
    missing: missing.sort(),
    unlisted: unlisted.sort(),
    isListingKnown,
  };
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
