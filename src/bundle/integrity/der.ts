/** A part of a DER encoding: its tag and its content. */
export interface DerValue {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Offset behind it in what it was read from. */
  readonly end: number;
}

export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  sequence: 0x30,
} as const;

/**
 * One value of DER (ITU-T X.690), strictly: lengths as short as can be, and inside the bytes.
 * `undefined` when there is none.
 */
export function readDer(bytes: Uint8Array, at = 0): DerValue | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  if (first < 0x80) return slice(bytes, tag, at + 2, first);
  const count = first & 0x7f;
  if (count === 0 || count > 3) return undefined;
  let length = 0;
  for (let k = 0; k < count; k += 1) length = length * 256 + (bytes[at + 2 + k] ?? Number.NaN);
  const isShortest = length >= 0x80 && length >= 256 ** (count - 1);
  return isShortest ? slice(bytes, tag, at + 2 + count, length) : undefined;
}

function slice(
  bytes: Uint8Array,
  tag: number,
  start: number,
  length: number,
): DerValue | undefined {
  const end = start + length;
  return end <= bytes.length ? { tag, content: bytes.subarray(start, end), end } : undefined;
}

/** The values of a sequence, one after another, to its end. */
export function readDerSequence(bytes: Uint8Array): readonly DerValue[] | undefined {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = readDer(bytes, at);
    if (value === undefined) return undefined;
    values.push(value);
    at = value.end;
  }
  return values;
}

/** The values of the one sequence that the bytes are. */
export function readOnlySequence(bytes: Uint8Array): readonly DerValue[] | undefined {
  const outer = readDer(bytes);
  if (outer?.tag !== derTag.sequence || outer.end !== bytes.length) return undefined;
  return readDerSequence(outer.content);
}

/** Puts a value together; contents are shorter than 64 KiB. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  const bytes = new Uint8Array(header.length + length);
  bytes.set(header);
  let at = header.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
