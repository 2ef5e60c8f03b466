/** A function that remembers what it gave last. */
export interface KeptFor<K extends object, Rest extends readonly unknown[], R> {
  (key: K, ...rest: Rest): R;
  /** Whether these arguments would make nothing anew. */
  has(key: K, ...rest: Rest): boolean;
  /** Remembers what was made elsewhere. */
  keep(result: R, key: K, ...rest: Rest): void;
}

/**
 * The same result for the same arguments, as long as the first one lives. For each of those only the
 * latest is kept.
 */
export function keptFor<K extends object, Rest extends readonly unknown[], R>(
  make: (key: K, ...rest: Rest) => R,
): KeptFor<K, Rest, R> {
  const known = new WeakMap<K, { readonly rest: Rest; readonly result: R }>();
  const lastFor = (key: K, rest: Rest) => {
    const last = known.get(key);
    return last?.rest.every((value, at) => Object.is(value, rest[at])) === true ? last : undefined;
  };
  const kept = (key: K, ...rest: Rest): R => {
    const last = lastFor(key, rest) ?? { rest, result: make(key, ...rest) };
    known.set(key, last);
    return last.result;
  };
  return Object.assign(kept, {
    has: (key: K, ...rest: Rest) => lastFor(key, rest) !== undefined,
    keep: (result: R, key: K, ...rest: Rest): void => {
      known.set(key, { rest, result });
    },
  });
}
