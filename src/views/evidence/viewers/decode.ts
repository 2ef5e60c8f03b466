import { isUtf16 } from './viewer-kind.ts';

export interface DecodedText {
  readonly text: string;
  /** Places that are no UTF-8 and show as U+FFFD. */
  readonly errors: number;
  /** 1-based line of the first of them. */
  readonly errorLine?: number;
}

/** Bytes as text: UTF-8, or UTF-16 with its byte order mark. What is not valid is counted, not hidden. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = isUtf16(bytes) || 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), errors: 0 };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const errors = count(text, '\uFFFD') - writtenReplacements(bytes);
    const first = text.indexOf('\uFFFD');
    return {
      text,
      errors: Math.max(1, errors),
      errorLine: count(text.slice(0, Math.max(0, first)), '\n') + 1,
    };
  }
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1;
  return found;
}

/** Replacement characters that stand in the file themselves are no errors. */
function writtenReplacements(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found += 1;
  }
  return found;
}
