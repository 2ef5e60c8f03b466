import { decodeText, maxReportBytes } from './text.ts';
import type { WarningLog } from './warning-log.ts';

/** Readers that go through a file part by part take as much as a whole bundle may hold. Bytes. */
export const maxStreamedBytes = 256 * 1024 * 1024;

/** Bytes that are decoded at a time. */
const partBytes = 1024 * 1024;

/**
 * The text of a file, part by part, so that no text of its whole length is ever made: two hundred
 * megabytes are read in the room of one. What `decodeText` says of the whole is said of the parts; where
 * a part is cut makes no difference to the text. Nothing when there is too much of it, which is said.
 *
 * @param size bytes of a part, for tests
 */
export function* textParts(
  source: string | Uint8Array,
  log: WarningLog,
  size = partBytes,
): Generator<string, void, undefined> {
  if (source.length > maxStreamedBytes) {
    log.add('too-large', { params: { bytes: source.length, limit: maxStreamedBytes } });
    return;
  }
  // UTF-16 is rare, and decoded as a whole up to the smaller limit.
  if (typeof source === 'string' || isUtf16(source)) {
    if (source.length > maxReportBytes) {
      log.add('too-large', { params: { bytes: source.length, limit: maxReportBytes } });
      return;
    }
    const { text, warnings } = decodeText(source);
    log.addAll(warnings);
    yield text;
    return;
  }
  const isMarked = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf;
  if (isMarked) log.add('byte-order-mark');
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let at = isMarked ? 3 : 0; at < source.length; ) {
    const end = characterEnd(source, Math.min(source.length, at + Math.max(4, size)));
    const part = source.subarray(at, end);
    let text: string;
    try {
      text = strict.decode(part);
    } catch {
      text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
      const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
      log.once('not-utf8', { params: { byte: at + new TextEncoder().encode(before).length } });
    }
    yield text;
    at = end;
  }
}

/** The lines of a file, one after the other; the last one is what follows the last line feed. */
export function* textLines(
  source: string | Uint8Array,
  log: WarningLog,
  size = partBytes,
): Generator<string, void, undefined> {
  let rest = '';
  for (const part of textParts(source, log, size)) {
    let start = 0;
    for (let end = part.indexOf('\n'); end >= 0; end = part.indexOf('\n', start)) {
      const line = rest === '' ? part.slice(start, end) : rest + part.slice(start, end);
      rest = '';
      yield line.endsWith('\r') ? line.slice(0, -1) : line;
      start = end + 1;
    }
    rest += part.slice(start);
  }
  yield rest;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** A part never ends inside a character; bytes that belong to none may be cut anywhere. */
function characterEnd(bytes: Uint8Array, end: number): number {
  for (let back = 0; back < 4; back += 1) {
    const byte = bytes[end - back];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return end - back;
  }
  return end;
}
