import type { ReaderWarning } from '../reading.ts';

/** More than this many bytes are not read as one report. */
export const maxReportBytes = 128 * 1024 * 1024;

export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly ReaderWarning[];
}

/**
 * Bytes as text: UTF-8, or UTF-16 when a byte order mark says so. The mark is left out. What is no
 * UTF-8 becomes replacement characters, and is said. A text stays what it is.
 */
export function decodeText(source: string | Uint8Array): DecodedText {
  return typeof source === 'string' ? { text: source, warnings: [] } : decodeBytes(source);
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 1, 0);
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 0, 1);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = isMarked ? bytes.subarray(3) : bytes;
  const warnings: ReaderWarning[] = isMarked ? [{ code: 'byte-order-mark' }] : [];
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body),
      warnings,
    };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
    const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD')));
    const byte = new TextEncoder().encode(before).length + (isMarked ? 3 : 0);
    return { text, warnings: [...warnings, { code: 'not-utf8', params: { byte } }] };
  }
}

function utf16(bytes: Uint8Array, high: number, low: number): DecodedText {
  const parts: string[] = [];
  const units: number[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    units.push(((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0));
    if (units.length === 8192) parts.push(String.fromCharCode(...units.splice(0)));
  }
  parts.push(String.fromCharCode(...units));
  return { text: parts.join(''), warnings: [{ code: 'byte-order-mark' }] };
}

/** Whether bytes look like text: hardly any zero bytes, and few other control bytes. */
export function looksLikeText(head: Uint8Array): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return true;
  if (head[0] === 0xfe && head[1] === 0xff) return true;
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    // Backspace, tab, line ends, form feed and escape stand in logs.
    else if (byte < 0x08 || byte === 0x0b || (byte > 0x0d && byte < 0x1b)) controls += 1;
    else if (byte > 0x1b && byte < 0x20) controls += 1;
  }
  // What a test printed may hold a zero byte; a file that is no text holds many.
  return zeros * 1000 <= head.length && controls * 50 <= head.length;
}
