import type { SourceRef } from '../../../src/model/common.ts';

/** The index that the plan was read from. */
export const DOCUMENT = 'docs/specs/INDEX.md';

export const COMMIT = 'a8f60c3d95e2714bb0c69d27f18e53a4906c2db1';

/** When phase 1 was locked. */
export const LOCKED_AT = '2026-10-12T09:00:00Z';

/** A line of the index, with the token as written where it had to be read. */
export function at(line: number, raw?: string): SourceRef {
  return raw === undefined ? { path: DOCUMENT, line } : { path: DOCUMENT, line, raw };
}

/** Step numbers repeat from phase to phase, so that an id names both. */
export function stepOf(phase: 1 | 2, step: string): string {
  return `phase ${phase} step ${step}`;
}
