import type { z } from 'zod';

/**
 * What may be done with a member that cannot be read.
 *
 * `harmless`: leaving it out never makes a verdict better, so the rest of the record is kept.
 * `fallback`: the safest value of its vocabulary takes its place.
 * Without either, the whole record is set aside.
 */
export interface Repair {
  readonly harmless?: true;
  readonly fallback?: 'unknown';
}

export const harmless: Repair = { harmless: true };

/** A member that must be there, with its meaning and an example for the documentation. */
export function must<T extends z.ZodType>(
  schema: T,
  description: string,
  example: unknown,
  repair: Repair = {},
): T {
  return schema.meta({ description, examples: [example], ...repair });
}

/** A member that may be left out; `null` or `undefined` do not stand for absence. */
export function may<T extends z.ZodType>(
  schema: T,
  description: string,
  example: unknown,
  repair: Repair = {},
): z.ZodExactOptional<T> {
  return schema.exactOptional().meta({ description, examples: [example], ...repair });
}
