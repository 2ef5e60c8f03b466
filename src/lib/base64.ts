const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const values = new Int8Array(128).fill(-1);
for (let at = 0; at < alphabet.length; at += 1) values[alphabet.charCodeAt(at)] = at;
// The alphabet for addresses and file names differs in two characters.
values['-'.charCodeAt(0)] = 62;
values['_'.charCodeAt(0)] = 63;

/** Bytes as Base64 with padding (RFC 4648, section 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      `${alphabet[bits >> 18]}${alphabet[(bits >> 12) & 63]}`,
      b === undefined ? '=' : (alphabet[(bits >> 6) & 63] ?? ''),
      c === undefined ? '=' : (alphabet[bits & 63] ?? ''),
    );
  }
  return parts.join('');
}

/**
 * The bytes of Base64 in either alphabet, with or without padding; line ends are passed over.
 * `undefined` for anything else, bits that must be zero and are not included: one sequence of bytes has
 * one spelling.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/[\r\n]/g, '');
  const body = plain.replace(/={1,2}$/, '');
  const padding = plain.length - body.length;
  if (padding > 0 && plain.length % 4 !== 0) return undefined;
  if (body.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let to = 0;
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at);
    const value = code < 128 ? (values[code] ?? -1) : -1;
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[to] = (bits >> held) & 0xff;
      to += 1;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined;
}
