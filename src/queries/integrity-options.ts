import { queryOptions } from '@tanstack/react-query';
import type { PublicKey } from './integrity-types.ts';
import { judgedUnder } from './open-request.ts';
import { bundleKey } from './options.ts';
import type { BundleSession, OpenRequest } from './session-types.ts';

/**
 * The four claims of a bundle. Hashing may tell that files are not what was recorded, so whatever was
 * judged is asked for again. Keys stand in the key by their ids alone.
 */
export function integrityQuery(
  session: BundleSession,
  request: OpenRequest,
  keys: readonly PublicKey[],
) {
  return queryOptions({
    queryKey: [
      ...bundleKey(request),
      'integrity',
      ...judgedUnder(request),
      keys.map(({ id }) => id),
    ],
    queryFn: async ({ client }) => {
      const report = await session.integrityReport(request, keys);
      void client.invalidateQueries({ queryKey: [...bundleKey(request), 'at'] });
      void client.invalidateQueries({ queryKey: [...bundleKey(request), 'problems'] });
      return report;
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    gcTime: 10 * 60_000,
  });
}

/** How far hashing is; asked again and again while it goes on. */
export function integrityProgressQuery(session: BundleSession, request: OpenRequest) {
  return queryOptions({
    queryKey: [...bundleKey(request), 'integrity-progress'],
    queryFn: async () => (await session.integrityProgress(request)) ?? null,
    refetchInterval: 250,
    staleTime: 0,
    gcTime: 0,
  });
}
