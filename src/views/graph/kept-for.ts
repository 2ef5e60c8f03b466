/**
 * The same result for the same arguments, as long as the first one lives. For each of those only the
 * latest is kept.
 */
export function keptFor<K extends object, Rest extends readonly unknown[], R>(
  make: (key: K, ...rest: Rest) => R,
): (key: K, ...rest: Rest) => R {
  const known = new WeakMap<K, { readonly rest: Rest; readonly result: R }>();
  return (key, ...rest) => {
    const last = known.get(key);
    if (last?.rest.every((value, at) => Object.is(value, rest[at])) === true) return last.result;
    const result = make(key, ...rest);
    known.set(key, { rest, result });
    return result;
  };
}
