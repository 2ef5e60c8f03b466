import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ItemRow } from '../../derive/types.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import { snapshotQuery } from '../../queries/options.ts';

/** The judged row of an item; `undefined` when the plan has none, or before anything is judged. */
export function useSnapshotRow(id: string): ItemRow | undefined {
  const { session, request } = useOpenProject();
  const { data } = useQuery(snapshotQuery(session, request));
  return useMemo(() => data?.items.find((row) => row.id === id), [data, id]);
}
