import { sha256Hex } from '../bundle/digest.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { mediaTypeOfPath } from '../source/media-type.ts';
import type { SourceError } from '../source/types.ts';
import type { Representation } from './answer.ts';
import type { Catalogue, ServedRevision } from './catalogue.ts';

/** The largest file that is served. Bytes. */
const maxFileBytes = 256 * 1024 * 1024;
/** Files are kept in memory up to this many bytes altogether; the least recently used go first. */
const keptBytes = 192 * 1024 * 1024;
/** Documents that were replaced are kept, so that readers who have them get a delta. */
const keptDocuments = 32;

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Files as they are served, each read and hashed once while it stays the same. */
export interface ContentStore {
  readonly file: (
    revision: ServedRevision,
    path: string,
  ) => Promise<Result<StoredFile, SourceError>>;
  /** A document that was served, also after it was replaced. */
  readonly document: (sha256: string) => Uint8Array | undefined;
  /** Evidence by what a document says of its digest; only bytes with that digest are given. */
  readonly blob: (catalogue: Catalogue, sha256: string) => Promise<Representation | undefined>;
}

export function contentStore(): ContentStore {
  const files = new Map<string, Promise<Result<StoredFile, SourceError>>>();
  const sizes = new Map<string, number>();
  const documents = new Map<string, Uint8Array>();
  let total = 0;

  const drop = (key: string): void => {
    files.delete(key);
    total -= sizes.get(key) ?? 0;
    sizes.delete(key);
  };
  const keep = (key: string, size: number): void => {
    if (!files.has(key)) return;
    sizes.set(key, size);
    total += size;
    for (const oldest of files.keys()) {
      if (total <= keptBytes || oldest === key) break;
      drop(oldest);
    }
  };
  const read = async (
    revision: ServedRevision,
    path: string,
    key: string,
  ): Promise<Result<StoredFile, SourceError>> => {
    const found = await revision.files.read(path, maxFileBytes);
    if (!found.ok) {
      drop(key);
      return err(found.error);
    }
    const bytes = found.value;
    const sha256 = sha256Hex(bytes);
    keep(key, bytes.length);
    if (path === 'bundle.json') remember(sha256, bytes);
    return ok({ bytes, sha256 });
  };
  const remember = (sha256: string, bytes: Uint8Array): void => {
    documents.delete(sha256);
    documents.set(sha256, bytes);
    const [oldest] = documents.keys();
    if (documents.size > keptDocuments && oldest !== undefined) documents.delete(oldest);
  };
  const file: ContentStore['file'] = (revision, path) => {
    const key = JSON.stringify([revision.fingerprint, path]);
    const known = files.get(key);
    if (known !== undefined) {
      files.delete(key);
      files.set(key, known);
      return known;
    }
    const made = read(revision, path, key);
    files.set(key, made);
    return made;
  };
  return {
    file,
    document: (sha256) => documents.get(sha256),
    blob: async (catalogue, sha256) => {
      for (const { revisions } of catalogue) {
        for (const revision of revisions) {
          const path = await pathOfDigest(file, revision, sha256);
          const found = path === undefined ? undefined : await file(revision, path);
          // The document may say what it likes; what counts is what the bytes are.
          if (path !== undefined && found?.ok === true && found.value.sha256 === sha256) {
            return {
              ...found.value,
              mediaType: mediaTypeOfPath(path) ?? 'application/octet-stream',
            };
          }
        }
      }
      return undefined;
    },
  };
}

/** Where the list of sums, or else a record of evidence, says that the bytes are. */
async function pathOfDigest(
  file: ContentStore['file'],
  revision: ServedRevision,
  sha256: string,
): Promise<string | undefined> {
  const sums = await textOf(file, revision, 'SHA256SUMS');
  const line = sums.split('\n').find((entry) => entry.startsWith(sha256));
  if (line !== undefined) return line.slice(sha256.length).trimStart().replace(/^\*/, '');
  const collections = (revision.files.paths ?? []).filter((path) => path.endsWith('.ndjson'));
  for (const name of ['bundle.json', ...collections]) {
    const text = await textOf(file, revision, name);
    if (!text.includes(sha256)) continue;
    const records =
      name === 'bundle.json' ? evidenceOf(parsed(text)) : text.split('\n').map(parsed);
    const path = records
      .map((record) => pathWith(record, sha256))
      .find((found) => found !== undefined);
    if (path !== undefined) return path;
  }
  return undefined;
}

async function textOf(
  file: ContentStore['file'],
  revision: ServedRevision,
  name: string,
): Promise<string> {
  if (revision.files.paths?.includes(name) === false) return '';
  const found = await file(revision, name);
  return found.ok ? new TextDecoder().decode(found.value.bytes) : '';
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function evidenceOf(document: unknown): readonly unknown[] {
  const evidence = memberOf(document, 'evidence');
  return Array.isArray(evidence) ? evidence : [];
}

function pathWith(record: unknown, sha256: string): string | undefined {
  const path = memberOf(record, 'path');
  return memberOf(memberOf(record, 'digest'), 'sha256') === sha256 && typeof path === 'string'
    ? path
    : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
