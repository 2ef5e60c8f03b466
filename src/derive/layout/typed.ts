/** Rows of numbers: those of row `r` are `list[start[r] .. start[r + 1])`. */
export interface Rows {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/**
 * The numbers `0 … keys.length − 1` by their keys, in rising order inside each row; a key below 0
 * leaves its number out. Linear.
 */
export function rowsOf(keys: Int32Array, rowCount: number): Rows {
  const start = new Int32Array(rowCount + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? -1;
    if (key >= 0) start[key + 1] = (start[key + 1] ?? 0) + 1;
  }
  for (let row = 0; row < rowCount; row += 1) {
    start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0);
  }
  const next = start.slice(0, rowCount);
  const list = new Int32Array(start[rowCount] ?? 0);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? -1;
    if (key < 0) continue;
    const slot = next[key] ?? 0;
    next[key] = slot + 1;
    list[slot] = at;
  }
  return { start, list };
}

/** Those numbers of a list whose keys are not below 0, stably sorted by key. Linear. */
export function sortedBy(list: Int32Array, keys: Int32Array, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (const entry of list) {
    const key = keys[entry] ?? -1;
    if (key >= 0) next[key + 1] = (next[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < keyCount; key += 1)
    next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Int32Array(next[keyCount] ?? 0);
  for (const entry of list) {
    const key = keys[entry] ?? -1;
    if (key < 0) continue;
    const slot = next[key] ?? 0;
    next[key] = slot + 1;
    sorted[slot] = entry;
  }
  return sorted;
}

/** `0 … length − 1`. */
export function numbersTo(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at += 1) numbers[at] = at;
  return numbers;
}

/** The values that stand at the given numbers. */
export function floatsAt(values: Float64Array, numbers: Int32Array): Float64Array {
  const found = new Float64Array(numbers.length);
  for (let at = 0; at < found.length; at += 1) found[at] = values[numbers[at] ?? 0] ?? Number.NaN;
  return found;
}

/** The values that stand at the given numbers. */
export function intsAt(values: Int32Array, numbers: Int32Array): Int32Array {
  const found = new Int32Array(numbers.length);
  for (let at = 0; at < found.length; at += 1) found[at] = values[numbers[at] ?? 0] ?? 0;
  return found;
}
