import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { indexNotebook, type ReviewState, reviewOf } from '../../../derive/review/opinions.ts';
import type { EvidenceRow } from '../../../derive/types.ts';
import { useSnapshot } from '../../../parts/project-context.tsx';
import { reviewQuery } from '../../../queries/review.ts';

/** What the notebook of this browser says of the pieces of a list, as they are now. */
export function useRowMarks(): (row: Pick<EvidenceRow, 'id' | 'bound'>) => ReviewState {
  const { info } = useSnapshot();
  const { data } = useQuery(reviewQuery(info.id));
  const index = useMemo(() => (data === undefined ? undefined : indexNotebook(data)), [data]);
  return useCallback(
    ({ id, bound }) =>
      index === undefined || index.size === 0
        ? 'open'
        : reviewOf(
            index,
            { kind: 'evidence', evidence: id },
            { bound: [{ evidence: id, sha256: bound }] },
          ).state,
    [index],
  );
}
