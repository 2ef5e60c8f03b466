import type { Brand } from '../../lib/brand.ts';

/** The same shape with ids as plain strings and nothing read-only: what a schema infers. */
export type Unbrand<T> =
  T extends Brand<string, string>
    ? string
    : T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer E)[]
        ? Unbrand<E>[]
        : unknown extends T
          ? unknown
          : T extends object
            ? { -readonly [K in keyof T]: Unbrand<T[K]> }
            : T;
