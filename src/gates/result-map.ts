/**
 * Results by id. Most of them are the same from one question to the next, and copying a map is much
 * cheaper than filling one.
 */
export class ResultMap<K, R extends { readonly id: K }> {
  #results: readonly (R | undefined)[] = [];
  #map: ReadonlyMap<K, R> = new Map();

  next(results: readonly (R | undefined)[]): ReadonlyMap<K, R> {
    const map = new Map(this.#map);
    for (let at = 0; at < results.length; at += 1) {
      const result = results[at];
      if (result !== undefined && result !== this.#results[at]) map.set(result.id, result);
    }
    this.#results = [...results];
    this.#map = map;
    return map;
  }
}
