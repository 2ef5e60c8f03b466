import { err, ok, type Result } from '../lib/result.ts';
import { containedPath } from './contained-path.ts';
import type { SourceError } from './types.ts';

export const zipLimits = {
  /** Bytes of all files together, unpacked. */
  total: 256 * 1024 * 1024,
  entries: 100_000,
  /** Unpacked to packed, for the archive and for every file above the floor. */
  ratio: 100,
  /** Bytes; short files of one repeated letter are harmless. */
  ratioFloor: 1024 * 1024,
} as const;

export interface ZipEntry {
  readonly path: string;
  readonly method: 'stored' | 'deflated';
  /** Packed and unpacked bytes, as the directory says. */
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** Of the local header, from the start of the archive. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const maxComment = 0xffff;
const centralSignature = 0x02014b50;
const centralLength = 46;
const linkType = 0xa000;
const typeMask = 0xf000;

/**
 * Reads the directory at the end of a ZIP file (PKWARE APPNOTE.TXT 4.3.12, 4.3.16) and refuses the
 * archive as a whole when one entry has an unsafe path, is a link, encrypted, packed in another way
 * than deflate, named twice or lies over another, and when sizes, ratio or number exceed
 * {@link zipLimits}. Folders and what file managers add by themselves are left out.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  where: string,
): Result<readonly ZipEntry[], SourceError> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return damaged(where, 'no-directory');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0) return damaged(where, 'several-volumes');
  if (count === 0xffff || start === 0xffffffff) return refused(where, 'zip64');
  if (count > zipLimits.entries) return bomb(where, 'entries');
  const entries: ZipEntry[] = [];
  let position = start;
  for (let index = 0; index < count; index += 1) {
    if (position + centralLength > end || view.getUint32(position, true) !== centralSignature) {
      return damaged(where, 'directory');
    }
    const entry = readEntry(bytes, view, position, where);
    if (!entry.ok) return entry;
    if (entry.value !== undefined) entries.push(entry.value);
    position +=
      centralLength +
      view.getUint16(position + 28, true) +
      view.getUint16(position + 30, true) +
      view.getUint16(position + 32, true);
  }
  return judge(entries, bytes.byteLength, start, where);
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  where: string,
): Result<ZipEntry | undefined, SourceError> {
  const name = decodeName(
    bytes.subarray(at + centralLength, at + centralLength + view.getUint16(at + 28, true)),
  );
  const isFolder = name.endsWith('/');
  const path = containedPath(isFolder ? name.slice(0, -1) : name);
  if (!path.ok) return refused(where, 'path', name);
  const attributes = view.getUint32(at + 38, true);
  if (((attributes >>> 16) & typeMask) === linkType) return refused(where, 'link', name);
  if ((view.getUint16(at + 8, true) & 0x41) !== 0) return refused(where, 'encrypted', name);
  if (isFolder || isFileManagerJunk(path.value)) return ok(undefined);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return refused(where, 'method', name);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if (packed === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) {
    return refused(where, 'zip64', name);
  }
  if (method === 0 && packed !== size) return damaged(where, 'size', name);
  return ok({
    path: path.value,
    method: method === 0 ? 'stored' : 'deflated',
    packed,
    size,
    crc: view.getUint32(at + 16, true),
    offset,
  });
}

function judge(
  entries: readonly ZipEntry[],
  archiveLength: number,
  directoryStart: number,
  where: string,
): Result<readonly ZipEntry[], SourceError> {
  const names = new Set<string>();
  let total = 0;
  for (const { path, size, packed } of entries) {
    const name = path.normalize('NFC');
    if (names.has(name)) return refused(where, 'duplicate', path);
    names.add(name);
    total += size;
    if (size > zipLimits.ratioFloor && size > packed * zipLimits.ratio) {
      return bomb(where, 'ratio', path);
    }
  }
  if (total > zipLimits.total) return bomb(where, 'total');
  if (total > zipLimits.ratioFloor && total > archiveLength * zipLimits.ratio) {
    return bomb(where, 'ratio');
  }
  const byOffset = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of byOffset.entries()) {
    const next = byOffset[index + 1]?.offset ?? directoryStart;
    if (entry.offset + 30 + entry.packed > next) return bomb(where, 'overlap', entry.path);
  }
  return ok(entries);
}

/** The record stands last, before a comment of unknown length that may look like it. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - maxComment); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

/** UTF-8 whether or not the flag says so, as every current tool writes it; else byte by byte. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}

/** Left out of every kind of file tree. */
export function isFileManagerJunk(path: string): boolean {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  return segments[0] === '__MACOSX' || /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}

function damaged(where: string, reason: string, entry?: string): Result<never, SourceError> {
  return err(zipError('zip-damaged', where, reason, entry));
}

function refused(where: string, reason: string, entry?: string): Result<never, SourceError> {
  return err(zipError('zip-entry-refused', where, reason, entry));
}

function bomb(where: string, reason: string, entry?: string): Result<never, SourceError> {
  return err(zipError('zip-bomb', where, reason, entry));
}

export function zipError(
  code: 'zip-damaged' | 'zip-entry-refused' | 'zip-bomb',
  where: string,
  reason: string,
  entry?: string,
): SourceError {
  return { code, where, params: { reason, ...(entry === undefined ? {} : { entry }) } };
}
