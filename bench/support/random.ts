/** Numbers from 0 up to 1, the same for the same seed on every machine. */
export type Random = () => number;

/** Mulberry32: small, fast, and good enough to spread a plan. Not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `below - 1`. */
export function wholeBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function pick<T>(random: Random, from: readonly [T, ...T[]]): T {
  return from[wholeBelow(random, from.length)] ?? from[0];
}
