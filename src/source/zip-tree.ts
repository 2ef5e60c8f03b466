import { Inflate } from 'fflate';
import { err, ok, type Result } from '../lib/result.ts';
import { crc32 } from './crc32.ts';
import type { FileTree } from './file-tree.ts';
import { concatenate } from './read-body.ts';
import type { SourceError } from './types.ts';
import { decodeName, readZipDirectory, type ZipEntry, zipError } from './zip-directory.ts';

const localSignature = 0x04034b50;
const localLength = 30;
/** Bytes of packed data at a time; deflate makes at most about a thousand times as much of it. */
const chunkLength = 16 * 1024;

/** Opens a ZIP file. Entries are unpacked when they are read, and never beyond their stated size. */
export function zipTree(bytes: Uint8Array, name: string): Result<FileTree, SourceError> {
  const directory = readZipDirectory(bytes, name);
  if (!directory.ok) return directory;
  const entries = new Map(directory.value.map((entry) => [entry.path, entry]));
  return ok({
    name,
    paths: [...entries.keys()],
    read: async (path, maxBytes) => {
      const entry = entries.get(path);
      if (entry === undefined) return err({ code: 'not-found', where: path });
      if (entry.size > maxBytes) {
        return err({ code: 'too-large', where: path, params: { limit: maxBytes } });
      }
      return unpack(bytes, entry, name);
    },
  });
}

/** Starts like a ZIP file, also an empty one. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, three, four] = bytes;
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));
}

function unpack(
  archive: Uint8Array,
  entry: ZipEntry,
  where: string,
): Result<Uint8Array, SourceError> {
  const data = packedData(archive, entry);
  if (data === undefined) return err(zipError('zip-damaged', where, 'local-header', entry.path));
  const content = entry.method === 'stored' ? ok(data.slice()) : inflate(data, entry, where);
  if (!content.ok) return content;
  if (content.value.byteLength !== entry.size || crc32(content.value) !== entry.crc) {
    return err(zipError('zip-damaged', where, 'checksum', entry.path));
  }
  return content;
}

/** The local header must tell the same story as the directory: readers differ in whom they believe. */
function packedData(archive: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (entry.offset + localLength > archive.byteLength) return undefined;
  if (view.getUint32(entry.offset, true) !== localSignature) return undefined;
  const nameStart = entry.offset + localLength;
  const nameEnd = nameStart + view.getUint16(entry.offset + 26, true);
  const dataStart = nameEnd + view.getUint16(entry.offset + 28, true);
  const dataEnd = dataStart + entry.packed;
  if (dataEnd > archive.byteLength) return undefined;
  const name = decodeName(archive.subarray(nameStart, nameEnd));
  if (name !== entry.path && name !== `./${entry.path}`) return undefined;
  return archive.subarray(dataStart, dataEnd);
}

function inflate(
  data: Uint8Array,
  entry: ZipEntry,
  where: string,
): Result<Uint8Array, SourceError> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflater = new Inflate((chunk, final) => {
    length += chunk.byteLength;
    if (length <= entry.size) chunks.push(chunk);
    ended ||= final;
  });
  try {
    for (let at = 0; at < data.byteLength && length <= entry.size; at += chunkLength) {
      const last = at + chunkLength >= data.byteLength;
      inflater.push(data.subarray(at, at + chunkLength), last);
    }
  } catch {
    return err(zipError('zip-damaged', where, 'deflate', entry.path));
  }
  if (length > entry.size) return err(zipError('zip-bomb', where, 'size', entry.path));
  if (!ended) return err(zipError('zip-damaged', where, 'deflate', entry.path));
  return ok(concatenate(chunks, length));
}
