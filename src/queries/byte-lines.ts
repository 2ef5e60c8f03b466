const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/** Where the lines of some bytes begin. Line `k` runs from `starts[k]` to `starts[k + 1]`, its end included. */
export interface ByteLines {
  /** One more than there are lines: the last one is the length of the bytes. */
  readonly starts: Uint32Array;
  readonly count: number;
}

/** Collects numbers without knowing how many there will be. */
class Numbers {
  #values: Uint32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#values = new Uint32Array(Math.max(16, capacity));
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  take(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}

/** Lines that end with a line feed; a last line without one counts, an empty rest does not. */
export function indexLines(bytes: Uint8Array): ByteLines {
  const starts = new Numbers(bytes.length / 64);
  for (let start = 0; start < bytes.length; ) {
    starts.push(start);
    const end = bytes.indexOf(lineFeed, start);
    start = end < 0 ? bytes.length : end + 1;
  }
  return ended(starts, bytes.length);
}

/**
 * Rows of a table: lines, except that a line feed between quotation marks ends none. Lines without
 * anything but separators are no rows, as for every reader of tables here.
 *
 * @param separator code of the character between fields
 */
export function indexRecords(bytes: Uint8Array, separator: number): ByteLines {
  const starts = new Numbers(bytes.length / 64);
  let isQuoted = false;
  let start = skipBlank(bytes, 0, separator);
  let mark = bytes.indexOf(quote);
  let at = start;
  while (start < bytes.length) {
    const end = bytes.indexOf(lineFeed, at);
    const stop = end < 0 ? bytes.length : end;
    while (mark >= 0 && mark < stop) {
      isQuoted = !isQuoted;
      mark = bytes.indexOf(quote, mark + 1);
    }
    at = stop + 1;
    if (isQuoted && end >= 0) continue;
    starts.push(start);
    isQuoted = false;
    start = skipBlank(bytes, at, separator);
    at = start;
    if (mark >= 0 && mark < at) mark = bytes.indexOf(quote, at);
  }
  return ended(starts, bytes.length);
}

/** The first byte of the next line that is not blank. */
function skipBlank(bytes: Uint8Array, from: number, separator: number): number {
  for (let start = from; ; ) {
    let at = start;
    while (isBlank(bytes[at], separator)) at += 1;
    if (bytes[at] !== lineFeed) return at >= bytes.length ? bytes.length : start;
    start = at + 1;
  }
}

function isBlank(byte: number | undefined, separator: number): boolean {
  return byte === 32 || byte === 9 || byte === carriageReturn || byte === separator;
}

function ended(starts: Numbers, length: number): ByteLines {
  const found = starts.take();
  const all = new Uint32Array(found.length + 1);
  all.set(found);
  all[found.length] = length;
  return { starts: all, count: found.length };
}

/** The bytes of some lines, from a 0-based index on. */
export function bytesOfLines(
  bytes: Uint8Array,
  { starts, count }: ByteLines,
  from: number,
  to: number,
): Uint8Array {
  const first = Math.min(Math.max(0, from), count);
  const end = Math.min(Math.max(first, to), count);
  return bytes.subarray(starts[first] ?? 0, starts[end] ?? bytes.length);
}

/** The 0-based line that holds a byte. */
export function lineOfByte({ starts, count }: ByteLines, offset: number): number {
  let low = 0;
  let high = count;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
