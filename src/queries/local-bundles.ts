import { queryOptions } from '@tanstack/react-query';
import { keepDropped } from '../source/local-source.ts';
import { forgetKept, type LocalBundle, listKept } from '../source/local-store.ts';
import type { SourceError, SourceRef } from '../source/types.ts';
import type { DroppedFiles } from './files-of-drop.ts';
import { OpenError } from './open-error.ts';
import type { Opened } from './session-types.ts';

export type { LocalBundle };

const localBundlesKey = ['local-bundles'] as const;

/** Bundles that were dropped earlier and are kept in this browser, newest first. */
export function localBundlesQuery() {
  return queryOptions({
    queryKey: localBundlesKey,
    queryFn: async () => {
      const kept = await listKept();
      if (kept.ok) return kept.value;
      throw new OpenError({ kind: 'source', error: kept.error });
    },
    staleTime: 0,
  });
}

/** What was kept, and the source that opens it. */
export interface KeptDrop {
  readonly source: SourceRef;
  readonly bundle: LocalBundle;
}

/**
 * Keeps what {@link filesOfDrop} found in a drop event or a file input.
 *
 * @param now milliseconds since the epoch
 */
export async function keepDrop(dropped: DroppedFiles, now: number): Promise<Opened<KeptDrop>> {
  const files = await dropped;
  if (!files.ok) return failed(files.error);
  const kept = await keepDropped(files.value, now);
  return kept.ok
    ? { ok: true, value: { source: { kind: 'local', id: kept.value.id }, bundle: kept.value } }
    : failed(kept.error);
}

/** Removes a kept bundle from this browser. */
export async function forgetLocalBundle(id: string): Promise<Opened<undefined>> {
  const forgotten = await forgetKept(id);
  return forgotten.ok ? forgotten : failed(forgotten.error);
}

function failed(error: SourceError): Opened<never> {
  return { ok: false, error: { kind: 'source', error } };
}
