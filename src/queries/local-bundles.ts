import { queryOptions } from '@tanstack/react-query';
import type { Result } from '../lib/result.ts';
import { type DroppedFile, filesOfList, filesOfTransfer } from '../source/dropped-files.ts';
import { keepDropped } from '../source/local-source.ts';
import { forgetKept, type LocalBundle, listKept } from '../source/local-store.ts';
import type { SourceError } from '../source/types.ts';

/**
 * Bundles that were dropped on the page and are kept in this browser. They are stored by the page and
 * read by the engine's thread; both see the same IndexedDB.
 */
export const localBundlesQuery = queryOptions({
  queryKey: ['local-bundles'],
  queryFn: async (): Promise<readonly LocalBundle[]> => {
    const kept = await listKept();
    // A browser that refuses storage (private windows) simply has none; dropping says why.
    return kept.ok ? kept.value : [];
  },
  staleTime: 0,
});

/** Keeps what a drop event carries. Must be called while the event is being handled. */
export function keepTransfer(
  transfer: DataTransfer,
  now: number,
): Promise<Result<LocalBundle, SourceError>> {
  return keep(filesOfTransfer(transfer), now);
}

/** Keeps files from a file or folder picker. */
export function keepFileList(
  files: Iterable<File>,
  now: number,
): Promise<Result<LocalBundle, SourceError>> {
  return keep(Promise.resolve(filesOfList(files)), now);
}

export function forgetBundle(id: string): Promise<Result<undefined, SourceError>> {
  return forgetKept(id);
}

async function keep(
  files: Promise<Result<readonly DroppedFile[], SourceError>>,
  now: number,
): Promise<Result<LocalBundle, SourceError>> {
  const found = await files;
  return found.ok ? keepDropped(found.value, now) : found;
}
