/**
 * What modules remember of one test must not answer for the next one: a mutant would never be asked.
 * `forget` empties every map at once.
 */

let epoch = 0;

export function forget(): void {
  epoch += 1;
}

/** Stands in for `WeakMap` in the modules under test. */
export class ForgetfulMap<K extends object, V> {
  #known = new WeakMap<K, V>();
  #since = epoch;

  get #map(): WeakMap<K, V> {
    if (this.#since !== epoch) {
      this.#known = new WeakMap();
      this.#since = epoch;
    }
    return this.#known;
  }

  get(key: K): V | undefined {
    return this.#map.get(key);
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  set(key: K, value: V): this {
    this.#map.set(key, value);
    return this;
  }

  delete(key: K): boolean {
    return this.#map.delete(key);
  }
}
