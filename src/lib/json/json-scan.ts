/** Keys that would reach into the prototype of careless code; no bundle needs them. */
export const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** What a look at the bytes found. Offsets are in bytes. */
export interface JsonScan {
  readonly tooDeepAt?: number;
  readonly refused?: { readonly at: number; readonly key: string };
  /** Members that occur twice in one object; the second one's place. The first few only. */
  readonly duplicates: readonly { readonly at: number; readonly key: string }[];
  /** Brackets do not match, or there is what JSON does not have: parsing will fail. */
  readonly brokenAt?: number;
}

/** From this many members on, an object's keys are kept in a set. */
const manyKeys = 16;
const reportedDuplicates = 100;
const decoder = new TextDecoder();

/**
 * One pass over the bytes before they are parsed: nesting, refused keys, duplicate members. It is
 * no parser: what is not JSON is found by `JSON.parse` afterwards. Linear in the size, and never
 * recursive.
 */
export function scanJson(bytes: Uint8Array, maxDepth: number): JsonScan {
  const { length } = bytes;
  const isObject = new Uint8Array(maxDepth + 1);
  const keys = new KeyStack(bytes, maxDepth);
  let depth = 0;
  let expectKey = false;
  let i = 0;
  while (i < length) {
    const c = bytes[i];
    if (c === 0x22) {
      const start = i + 1;
      if (expectKey) {
        expectKey = false;
        let hash = 0;
        let escaped = false;
        for (i = start; i < length; i += 1) {
          const d = bytes[i];
          if (d === 0x22 || d === undefined) break;
          if (d === 0x5c) {
            escaped = true;
            i += 1;
          } else hash = (Math.imul(hash, 31) + d) | 0;
        }
        if (i < length) keys.add(depth, hash, start, i, escaped);
      } else {
        i = endOfString(bytes, start);
      }
      if (i >= length) return { ...keys.found(), brokenAt: start - 1 };
    } else if (c === 0x2c) {
      expectKey = isObject[depth] === 1;
    } else if (c === 0x7b || c === 0x5b) {
      if (depth === maxDepth) return { ...keys.found(), tooDeepAt: i };
      depth += 1;
      const object = c === 0x7b;
      isObject[depth] = object ? 1 : 0;
      expectKey = object;
      if (object) keys.open(depth);
    } else if (c === 0x7d || c === 0x5d) {
      const closesObject = c === 0x7d;
      if (depth === 0 || (isObject[depth] === 1) !== closesObject) {
        return { ...keys.found(), brokenAt: i };
      }
      if (closesObject) keys.close(depth);
      depth -= 1;
      expectKey = false;
    } else if (c === 0x2f || c === 0x27) {
      return { ...keys.found(), brokenAt: i };
    }
    i += 1;
  }
  return depth === 0 ? keys.found() : { ...keys.found(), brokenAt: length };
}

/** Offset of the closing quote, or the length. Most strings are short; the rest is left to the engine. */
function endOfString(bytes: Uint8Array, start: number): number {
  const near = Math.min(start + 32, bytes.length);
  let i = start;
  for (; i < near; i += 1) {
    const d = bytes[i];
    if (d === 0x22) return i;
    if (d === 0x5c) i += 1;
  }
  for (;;) {
    const quote = bytes.indexOf(0x22, i);
    if (quote < 0) return bytes.length;
    let slashes = quote;
    while (slashes > i && bytes[slashes - 1] === 0x5c) slashes -= 1;
    if ((quote - slashes) % 2 === 0) return quote;
    i = quote + 1;
  }
}

/** The keys of all objects that are open, in one flat stack. */
class KeyStack {
  readonly #bytes: Uint8Array;
  #hashes = new Int32Array(256);
  #starts = new Uint32Array(256);
  #ends = new Uint32Array(256);
  #top = 0;
  readonly #base: Uint32Array;
  /** Decoded keys of an object that is large or has escapes in a key. */
  readonly #sets: (Set<string> | undefined)[];
  readonly #duplicates: { at: number; key: string }[] = [];
  #refused: { readonly at: number; readonly key: string } | undefined;

  constructor(bytes: Uint8Array, maxDepth: number) {
    this.#bytes = bytes;
    this.#base = new Uint32Array(maxDepth + 1);
    this.#sets = Array.from({ length: maxDepth + 1 });
  }

  open(depth: number): void {
    this.#base[depth] = this.#top;
    this.#sets[depth] = undefined;
  }

  close(depth: number): void {
    this.#top = this.#base[depth] ?? 0;
    this.#sets[depth] = undefined;
  }

  add(depth: number, hash: number, start: number, end: number, escaped: boolean): void {
    const base = this.#base[depth] ?? 0;
    const size = end - start;
    if (escaped || ((size === 9 || size === 11) && this.#mayBeRefused(start))) {
      const key = this.#text(start, end);
      if (this.#refused === undefined && refusedKeys.has(key)) {
        this.#refused = { at: start - 1, key };
      }
    }
    let set = this.#sets[depth];
    if (set === undefined && (escaped || this.#top - base >= manyKeys)) {
      set = new Set();
      for (let k = base; k < this.#top; k += 1) {
        set.add(this.#text(this.#starts[k] ?? 0, this.#ends[k] ?? 0));
      }
      this.#sets[depth] = set;
    }
    if (set !== undefined) {
      const key = this.#text(start, end);
      if (set.has(key)) this.#report(start, end);
      else set.add(key);
      return;
    }
    for (let k = base; k < this.#top; k += 1) {
      if (this.#hashes[k] === hash && this.#same(k, start, end)) {
        this.#report(start, end);
        return;
      }
    }
    this.#push(hash, start, end);
  }

  found(): Pick<JsonScan, 'duplicates' | 'refused'> {
    return {
      duplicates: this.#duplicates,
      ...(this.#refused === undefined ? {} : { refused: this.#refused }),
    };
  }

  #push(hash: number, start: number, end: number): void {
    if (this.#top === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, new Int32Array(this.#top * 2));
      this.#starts = grown(this.#starts, new Uint32Array(this.#top * 2));
      this.#ends = grown(this.#ends, new Uint32Array(this.#top * 2));
    }
    this.#hashes[this.#top] = hash;
    this.#starts[this.#top] = start;
    this.#ends[this.#top] = end;
    this.#top += 1;
  }

  #same(k: number, start: number, end: number): boolean {
    const other = this.#starts[k] ?? 0;
    if ((this.#ends[k] ?? 0) - other !== end - start) return false;
    for (let i = 0; i < end - start; i += 1) {
      if (this.#bytes[other + i] !== this.#bytes[start + i]) return false;
    }
    return true;
  }

  /** Begins with `_`, `p` or `c`. */
  #mayBeRefused(start: number): boolean {
    const first = this.#bytes[start];
    return first === 0x5f || first === 0x70 || first === 0x63;
  }

  #report(start: number, end: number): void {
    if (this.#duplicates.length < reportedDuplicates) {
      this.#duplicates.push({ at: start - 1, key: this.#text(start, end) });
    }
  }

  #text(start: number, end: number): string {
    const raw = decoder.decode(this.#bytes.subarray(start, end));
    if (!raw.includes('\\')) return raw;
    try {
      const value: unknown = JSON.parse(`"${raw}"`);
      return typeof value === 'string' ? value : raw;
    } catch {
      return raw;
    }
  }
}

function grown<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
