import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useOpenProject } from '../../parts/project-context.tsx';
import { drawnRowsKey, snapshotQuery } from '../../queries/options.ts';
import type { DrawnRows } from '../../queries/session-types.ts';

/**
 * Follows the verdicts of the open project past React: what is made of them may take its time while
 * the rest of the snapshot is on its way, and the drawing may be painted before all of the page is
 * rendered, which happens in pieces.
 *
 * @param prepare gets the rows of a snapshot that is not whole yet: nothing of it may be shown
 * @param show gets those of a snapshot that is
 */
export function useJudgedAhead(
  prepare: ((rows: DrawnRows) => void) | undefined,
  show: ((rows: DrawnRows) => void) | undefined,
): void {
  const { session, request } = useOpenProject();
  const client = useQueryClient();
  useEffect(() => {
    if (prepare === undefined && show === undefined) return;
    const snapshot = snapshotQuery(session, request);
    const whole = hashKey(snapshot.queryKey);
    const partial = hashKey(drawnRowsKey(request));
    return client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success') return;
      const { queryHash } = event.query;
      if (queryHash === partial) {
        const rows = client.getQueryData<DrawnRows>(drawnRowsKey(request));
        if (rows !== undefined) prepare?.(rows);
      } else if (queryHash === whole) {
        const rows = client.getQueryData(snapshot.queryKey);
        if (rows !== undefined) show?.(rows);
      }
    });
  }, [client, session, request, prepare, show]);
}
