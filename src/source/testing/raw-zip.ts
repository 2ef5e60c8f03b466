import { deflateSync } from 'fflate';
import { crc32 } from '../crc32.ts';

export interface RawEntry {
  readonly name: string;
  readonly content?: Uint8Array;
  /** Lies of the directory; the truth by default. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Unix mode and type, for example 0o120777 for a link. */
  readonly mode?: number;
  readonly localName?: string;
  /** Points at the data of an earlier entry. */
  readonly sameDataAs?: number;
}

/** Writes an archive byte by byte, as no honest tool would. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let position = 0;
  for (const entry of entries) {
    const content = entry.content ?? new Uint8Array();
    const method = entry.method ?? 8;
    const data = method === 8 ? deflateSync(content) : content;
    const name = encoder.encode(entry.name);
    const localName = encoder.encode(entry.localName ?? entry.name);
    const crc = entry.crc ?? crc32(content);
    const size = entry.size ?? content.byteLength;
    const offset = entry.sameDataAs === undefined ? position : (offsets[entry.sameDataAs] ?? 0);
    offsets.push(offset);
    if (entry.sameDataAs === undefined) {
      const local = record(30, localName, (view) => {
        view.setUint32(0, 0x04034b50, true);
        view.setUint16(8, method, true);
        view.setUint32(14, crc, true);
        view.setUint32(18, data.byteLength, true);
        view.setUint32(22, size, true);
        view.setUint16(26, localName.byteLength, true);
      });
      parts.push(local, data);
      position += local.byteLength + data.byteLength;
    }
    directory.push(
      record(46, name, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, 0x0314, true);
        view.setUint16(8, entry.flags ?? 0, true);
        view.setUint16(10, method, true);
        view.setUint32(16, crc, true);
        view.setUint32(20, data.byteLength, true);
        view.setUint32(24, size, true);
        view.setUint16(28, name.byteLength, true);
        view.setUint32(38, ((entry.mode ?? 0o100644) << 16) >>> 0, true);
        view.setUint32(42, offset, true);
      }),
    );
  }
  const length = directory.reduce((sum, part) => sum + part.byteLength, 0);
  const end = record(22, new Uint8Array(), (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, length, true);
    view.setUint32(16, position, true);
  });
  const all = [...parts, ...directory, end];
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

function record(length: number, name: Uint8Array, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length + name.byteLength);
  fill(new DataView(bytes.buffer));
  bytes.set(name, length);
  return bytes;
}
