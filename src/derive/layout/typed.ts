/**
 * The same as `Float64Array.from(list, of)`, several times faster: that one asks the list for an
 * iterator and gathers everything before it maps.
 */
export function floatsOf<T>(list: readonly T[], of: (entry: T) => number): Float64Array {
  const floats = new Float64Array(list.length);
  let at = 0;
  for (const entry of list) {
    floats[at] = of(entry);
    at += 1;
  }
  return floats;
}

/** The same for `Int32Array`. */
export function intsOf<T>(list: readonly T[], of: (entry: T) => number): Int32Array {
  const ints = new Int32Array(list.length);
  let at = 0;
  for (const entry of list) {
    ints[at] = of(entry);
    at += 1;
  }
  return ints;
}
