import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  emptyNotebook,
  mergeEntries,
  type ReviewEntry,
  type ReviewNotebook,
} from '../derive/review/notebook.ts';
import { readReviewFile, writeReviewFile } from '../derive/review/review-file.ts';
import { readReviewText, updateReviewText } from '../source/review-store.ts';
import { OpenError } from './open-error.ts';

/*
 * The notebook of a project, kept in this browser. It belongs to the project and not to a revision:
 * marks are bound to bytes, and tell themselves whether they still hold.
 */

function notebookKey(project: string) {
  return ['review', project] as const;
}

/** What reviewers noted in this browser. What was kept and can no longer be read counts as nothing. */
export function reviewQuery(project: string) {
  return queryOptions({
    queryKey: notebookKey(project),
    queryFn: async (): Promise<ReviewNotebook> => {
      const text = await readReviewText(project);
      if (!text.ok) throw new OpenError({ kind: 'source', error: text.error });
      return notebookOf(project, text.value);
    },
    staleTime: 0,
    structuralSharing: false,
    retry: false,
  });
}

/**
 * Adds entries to what is kept, whatever another tab has added meanwhile.
 *
 * @throws OpenError when the browser keeps nothing; the entries are then shown as long as the page
 */
export async function addReviewEntries(
  client: QueryClient,
  project: string,
  entries: readonly ReviewEntry[],
): Promise<void> {
  const { queryKey } = reviewQuery(project);
  const before = client.getQueryData(queryKey) ?? emptyNotebook(project);
  client.setQueryData(queryKey, { ...before, entries: mergeEntries(before.entries, entries) });
  const kept = await updateReviewText(project, (text) =>
    writeReviewFile({
      project,
      entries: mergeEntries(notebookOf(project, text).entries, entries),
    }),
  );
  if (!kept.ok) throw new OpenError({ kind: 'source', error: kept.error });
  client.setQueryData(queryKey, notebookOf(project, kept.value));
}

function notebookOf(project: string, text: string | undefined): ReviewNotebook {
  const read = text === undefined ? undefined : readReviewFile(text);
  return read?.ok === true ? { project, entries: read.notebook.entries } : emptyNotebook(project);
}
