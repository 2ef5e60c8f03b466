import type { SourceRef } from '../../../src/model/common.ts';

/**
 * The document that the plan was read from. Its own links are relative to this folder, or start
 * at the root of the repository.
 */
export const DOCUMENT = 'docs/spec/architecture/build-sequence.md';

export const COMMIT = '2e6b90d1f7a4c853be10d96a72c5f8e4013b7da9';

/** A line of the document, with the token as written where it had to be read. */
export function at(line: number, raw?: string): SourceRef {
  return raw === undefined ? { path: DOCUMENT, line } : { path: DOCUMENT, line, raw };
}

/** Ids of the ten ordered steps; the document only numbers them. */
export function step(number: number): string {
  return `step ${number}`;
}
