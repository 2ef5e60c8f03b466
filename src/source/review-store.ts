import { createStore, get, type UseStore, update } from 'idb-keyval';
import { err, ok, type Result } from '../lib/result.ts';
import type { SourceError } from './types.ts';

let store: UseStore | undefined;

/** Opened on first use, since some browsers refuse it in private windows. */
function reviewStore(): UseStore {
  store ??= createStore('wavegate-reviews', 'notebooks');
  return store;
}

/** The text kept for a project; `undefined` when there is none. */
export async function readReviewText(
  project: string,
): Promise<Result<string | undefined, SourceError>> {
  try {
    const text: unknown = await get(project, reviewStore());
    return ok(typeof text === 'string' ? text : undefined);
  } catch (cause) {
    return err(notStored(project, cause));
  }
}

/**
 * Replaces the text kept for a project by what `change` makes of it, in one transaction: two tabs that
 * write at the same time both have their say.
 */
export async function updateReviewText(
  project: string,
  change: (text: string | undefined) => string,
): Promise<Result<string, SourceError>> {
  let written = '';
  try {
    await update<unknown>(
      project,
      (known) => {
        written = change(typeof known === 'string' ? known : undefined);
        return written;
      },
      reviewStore(),
    );
    return ok(written);
  } catch (cause) {
    return err(notStored(project, cause));
  }
}

function notStored(where: string, cause: unknown): SourceError {
  const reason =
    cause instanceof Error && cause.name === 'QuotaExceededError' ? 'quota' : 'refused';
  return { code: 'not-stored', where, params: { reason } };
}
