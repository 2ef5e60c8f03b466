const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/**
 * Where the lines or rows of some bytes begin, found part by part: what is asked for first is there
 * first, and a hundred megabytes are never walked in one go.
 */
export abstract class ByteIndex {
  protected readonly bytes: Uint8Array;
  /** Where the entry begins that comes next; the length of the bytes when there is none. */
  protected next = 0;
  #starts: Uint32Array;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#starts = new Uint32Array(Math.max(16, Math.ceil(bytes.length / 64)));
  }

  /** Entries found so far. */
  get count(): number {
    return this.#count;
  }

  get isComplete(): boolean {
    return this.next >= this.bytes.length;
  }

  /** Bytes looked at so far. */
  get done(): number {
    return Math.min(this.next, this.bytes.length);
  }

  /** Finds every entry that begins before an offset. */
  abstract indexTo(offset: number): void;

  /** Finds as many entries, if there are so many. */
  indexCount(count: number): void {
    while (this.#count <= count && !this.isComplete) this.indexTo(this.next + step);
  }

  /** Where a 0-based entry begins; behind the last one, where it ends. */
  startOf(entry: number): number {
    return entry < this.#count ? (this.#starts[entry] ?? 0) : this.done;
  }

  /** The bytes of some entries, their ends included. */
  slice(from: number, to: number): Uint8Array {
    this.indexCount(to);
    const first = Math.min(Math.max(0, from), this.#count);
    const end = Math.min(Math.max(first, to), this.#count);
    return this.bytes.subarray(this.startOf(first), this.startOf(end));
  }

  /** The 0-based entry that holds a byte; the first one for a byte before all of them. */
  entryAt(offset: number): number {
    this.indexTo(offset + 1);
    let low = 0;
    let high = this.#count;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  protected add(start: number): void {
    if (this.#count === this.#starts.length) {
      const larger = new Uint32Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#count] = start;
    this.#count += 1;
  }
}

/** Bytes that are looked at when more entries are wanted. */
const step = 1024 * 1024;

/** Lines that end with a line feed; a last line without one counts, an empty rest does not. */
export class LineIndex extends ByteIndex {
  override indexTo(offset: number): void {
    const { bytes } = this;
    const limit = Math.min(offset, bytes.length);
    while (this.next < limit) {
      this.add(this.next);
      const end = bytes.indexOf(lineFeed, this.next);
      this.next = end < 0 ? bytes.length : end + 1;
    }
  }
}

/**
 * Rows of a table: lines, except that a line feed between quotation marks ends none. Lines without
 * anything but separators are no rows, as for every reader of tables here.
 */
export class RecordIndex extends ByteIndex {
  readonly #separator: number;
  #mark: number;

  /** @param separator code of the character between fields */
  constructor(bytes: Uint8Array, separator: number) {
    super(bytes);
    this.#separator = separator;
    this.next = this.#skipBlank(0);
    this.#mark = bytes.indexOf(quote);
  }

  override indexTo(offset: number): void {
    const { bytes } = this;
    const limit = Math.min(offset, bytes.length);
    while (this.next < limit) {
      this.add(this.next);
      this.next = this.#skipBlank(this.#endOf(this.next));
    }
  }

  /** Behind the line feed that ends the row which begins here. */
  #endOf(start: number): number {
    const { bytes } = this;
    let isQuoted = false;
    if (this.#mark >= 0 && this.#mark < start) this.#mark = bytes.indexOf(quote, start);
    for (let at = start; ; ) {
      const end = bytes.indexOf(lineFeed, at);
      const stop = end < 0 ? bytes.length : end;
      while (this.#mark >= 0 && this.#mark < stop) {
        isQuoted = !isQuoted;
        this.#mark = bytes.indexOf(quote, this.#mark + 1);
      }
      if (end < 0) return bytes.length;
      if (!isQuoted) return end + 1;
      at = end + 1;
    }
  }

  /** The first byte of the next line that is not blank. */
  #skipBlank(from: number): number {
    const { bytes } = this;
    for (let start = from; ; ) {
      let at = start;
      while (this.#isBlank(bytes[at])) at += 1;
      if (bytes[at] !== lineFeed) return at >= bytes.length ? bytes.length : start;
      start = at + 1;
    }
  }

  #isBlank(byte: number | undefined): boolean {
    return byte === 32 || byte === 9 || byte === carriageReturn || byte === this.#separator;
  }
}
