/** A piece of the new bytes: taken from the old ones, or new. */
export type DeltaPiece =
  | { readonly copy: readonly [offset: number, length: number] }
  | { readonly insert: Uint8Array };

/** Bytes that are compared as one. Smaller blocks find more and cost more. */
const blockLength = 64;
/** Modulus and base of the rolling hash; both small enough for exact products of 32-bit numbers. */
const base = 257;

/**
 * How to make `after` out of `before`: copies and insertions that give `after` byte for byte. Blocks of
 * the old bytes are found anywhere in the new ones by a rolling hash and compared before they count
 * (after A. Tridgell, "Efficient Algorithms for Sorting and Synchronization", 1999, chapter 3).
 */
export function makeDelta(before: Uint8Array, after: Uint8Array): readonly DeltaPiece[] {
  const head = commonStart(before, after);
  const tail = commonEnd(before, after, head);
  const writer = new Writer(after);
  if (head > 0) writer.copy(0, head);
  middle(before, after, head, after.length - tail, writer);
  if (tail > 0) {
    writer.flush(after.length - tail);
    writer.copy(before.length - tail, tail);
  }
  return writer.pieces;
}

/**
 * Carries a delta out. `undefined` when a piece reaches outside the old bytes, or when the result is
 * not exactly `size` bytes long: such a delta was made of other bytes.
 */
export function applyDelta(
  before: Uint8Array,
  pieces: readonly DeltaPiece[],
  size: number,
): Uint8Array | undefined {
  const after = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    const bytes = 'insert' in piece ? piece.insert : sliceOf(before, piece.copy);
    if (bytes === undefined || at + bytes.length > size) return undefined;
    after.set(bytes, at);
    at += bytes.length;
  }
  return at === size ? after : undefined;
}

function sliceOf(
  bytes: Uint8Array,
  [offset, length]: readonly [number, number],
): Uint8Array | undefined {
  const isInside =
    Number.isInteger(offset) &&
    Number.isInteger(length) &&
    offset >= 0 &&
    length > 0 &&
    offset + length <= bytes.length;
  return isInside ? bytes.subarray(offset, offset + length) : undefined;
}

function commonStart(before: Uint8Array, after: Uint8Array): number {
  const end = Math.min(before.length, after.length);
  let at = 0;
  while (at < end && before[at] === after[at]) at += 1;
  return at;
}

function commonEnd(before: Uint8Array, after: Uint8Array, head: number): number {
  const end = Math.min(before.length, after.length) - head;
  let at = 0;
  while (at < end && before[before.length - 1 - at] === after[after.length - 1 - at]) at += 1;
  return at;
}

/** Collects pieces; bytes that no copy covers are inserted, neighbours are joined. */
class Writer {
  readonly pieces: DeltaPiece[] = [];
  private done = 0;
  private readonly after: Uint8Array;

  constructor(after: Uint8Array) {
    this.after = after;
  }

  /** Inserts what lies before `until` and is not covered yet. */
  flush(until: number): void {
    if (until > this.done) this.pieces.push({ insert: this.after.subarray(this.done, until) });
    this.done = Math.max(this.done, until);
  }

  copy(offset: number, length: number): void {
    const last = this.pieces.at(-1);
    if (last !== undefined && 'copy' in last && last.copy[0] + last.copy[1] === offset) {
      this.pieces[this.pieces.length - 1] = { copy: [last.copy[0], last.copy[1] + length] };
    } else {
      this.pieces.push({ copy: [offset, length] });
    }
    this.done += length;
  }
}

function middle(
  before: Uint8Array,
  after: Uint8Array,
  from: number,
  to: number,
  writer: Writer,
): void {
  if (to - from >= blockLength) {
    const blocks = blocksOf(before);
    let at = from;
    let hash = hashAt(after, at);
    let pending = from;
    while (at + blockLength <= to) {
      const offset = blocks.get(hash);
      const length = offset === undefined ? 0 : matching(before, offset, after, at, to);
      if (offset !== undefined && length >= blockLength) {
        writer.flush(at);
        writer.copy(offset, length);
        at += length;
        pending = at;
        hash = at + blockLength <= to ? hashAt(after, at) : 0;
      } else {
        hash = roll(hash, after[at] ?? 0, after[at + blockLength] ?? 0);
        at += 1;
      }
    }
    writer.flush(pending);
  }
  writer.flush(to);
}

function matching(
  before: Uint8Array,
  offset: number,
  after: Uint8Array,
  at: number,
  to: number,
): number {
  const end = Math.min(before.length - offset, to - at);
  let length = 0;
  while (length < end && before[offset + length] === after[at + length]) length += 1;
  return length;
}

/** The first place of every block of the old bytes, by its hash. */
function blocksOf(before: Uint8Array): ReadonlyMap<number, number> {
  const blocks = new Map<number, number>();
  for (let at = 0; at + blockLength <= before.length; at += blockLength) {
    const hash = hashAt(before, at);
    if (!blocks.has(hash)) blocks.set(hash, at);
  }
  return blocks;
}

function hashAt(bytes: Uint8Array, at: number): number {
  let hash = 0;
  for (let i = 0; i < blockLength; i += 1)
    hash = (Math.imul(hash, base) + (bytes[at + i] ?? 0)) | 0;
  return hash;
}

const leaving = power(blockLength - 1);

function power(exponent: number): number {
  let value = 1;
  for (let i = 0; i < exponent; i += 1) value = Math.imul(value, base);
  return value;
}

function roll(hash: number, out: number, next: number): number {
  return (Math.imul(hash - Math.imul(out, leaving), base) + next) | 0;
}
