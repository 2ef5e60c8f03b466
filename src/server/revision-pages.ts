import { cursorAfter, readCursor } from '../api/addresses.ts';
import type { ServedProject, ServedRevision } from './catalogue.ts';
import { integerOf } from './json-answer.ts';

/**
 * A page of revisions. A cursor names the revision behind which the page begins, so that one which
 * comes meanwhile moves nothing. `undefined` for a cursor or limit that is none, and for a cursor
 * whose revision is gone: the reader begins anew.
 */
export function page(
  { revisions }: ServedProject,
  query: URLSearchParams,
): { readonly revisions: readonly ServedRevision[]; readonly next?: string } | undefined {
  const limit = integerOf(query, 'limit', { least: 1, most: 500, otherwise: 50 });
  const cursor = query.get('cursor');
  const after = cursor === null ? undefined : readCursor(cursor);
  if (limit === undefined || (cursor !== null && after === undefined)) return undefined;
  const at = after === undefined ? -1 : revisions.findIndex(({ id }) => id === after);
  if (after !== undefined && at === -1) return undefined;
  const shown = revisions.slice(at + 1, at + 1 + limit);
  const last = shown.at(-1);
  return at + 1 + limit < revisions.length && last !== undefined
    ? { revisions: shown, next: cursorAfter(last.id) }
    : { revisions: shown };
}
