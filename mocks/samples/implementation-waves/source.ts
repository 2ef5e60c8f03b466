import type { SourceRef } from '../../../src/model/common.ts';

/** The document that the plan was read from. */
export const DOCUMENT = 'implementation-waves.md';

/** A line of the document, with the token as written where it had to be read. */
export function at(line: number, raw?: string): SourceRef {
  return raw === undefined ? { path: DOCUMENT, line } : { path: DOCUMENT, line, raw };
}

/** The two revisions that the sample keeps. */
export type Rev = '47' | '48';

export const COMMITS: Readonly<Record<Rev, string>> = {
  '47': '5b0c7d1e92a4f36880d2c5a1e7f4936b2d8e0a17',
  '48': 'c41f9ab37e605d128b3f7c90d4e2a86115f7b3d9',
};
