import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Problem } from '../model/problem.ts';
import { decodeUtf8 } from './json.ts';
import { ProblemLog } from './log.ts';
import { isSafePath } from './paths.ts';

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of bytes that come in pieces. */
export interface Digest {
  readonly update: (bytes: Uint8Array) => void;
  /** Ends the digest; to be called once. */
  readonly hex: () => string;
}

export function startDigest(): Digest {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => bytesToHex(hash.digest()),
  };
}

/** The file that lists the digests of all others. */
export const sumsFile = 'SHA256SUMS';

/** The id of a bundle: the SHA-256 of its `SHA256SUMS`. */
export function bundleId(sums: Uint8Array): string {
  return sha256Hex(sums);
}

/** `SHA256SUMS` as `sha256sum -c` reads it, in the order of paths. */
export function formatSha256Sums(digests: ReadonlyMap<string, string>): string {
  return [...digests]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([path, hex]) => `${hex}  ${path}\n`)
    .join('');
}

export interface Sha256Sums {
  readonly digests: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads `SHA256SUMS`: digest, two spaces (or a space and `*`), path. */
export function parseSha256Sums(bytes: Uint8Array, file: string): Sha256Sums {
  const log = new ProblemLog(file);
  const digests = new Map<string, string>();
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    log.report('file-unreadable', '', { params: { reason: 'not-utf8' } });
    return { digests, problems: log.problems };
  }
  let offset = 0;
  for (const [k, line] of text.split('\n').entries()) {
    const position = { line: k + 1, column: 1, offset };
    offset += line.length + 1;
    if (line === '') continue;
    const [, hex, path] = /^([0-9A-Fa-f]{64}) [ *](.+)$/.exec(line.replace(/\r$/, '')) ?? [];
    if (hex === undefined || path === undefined) {
      log.report('sums-line-unreadable', '', { params: { line: k + 1 }, position });
    } else if (!isSafePath(path)) {
      log.report('unsafe-path', '', { params: { text: path }, position });
    } else if (digests.has(path)) {
      log.report('sums-path-twice', '', { params: { line: k + 1, text: path }, position });
      // Two digests for one file: neither can match, so that the file never counts as intact.
      digests.set(path, '');
    } else digests.set(path, hex.toLowerCase());
  }
  return { digests, problems: log.problems };
}
