import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Mark, MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import { parseTimestamp } from '../../../lib/timestamp.ts';
import { useOpenProject, useSnapshot } from '../../../parts/project-context.tsx';
import { revisionsQuery } from '../../../queries/revision-options.ts';

/** The picture with the other revisions of the project marked as well; a list that fails adds none. */
export function useRevisionMarks(picture: MetricPicture): MetricPicture {
  const { session, request } = useOpenProject();
  const { revision } = useSnapshot();
  const { data } = useQuery(revisionsQuery(session, request));
  return useMemo(() => {
    const others = (data?.revisions ?? []).flatMap(({ id, createdAt, label }): readonly Mark[] => {
      const t = createdAt === undefined ? Number.NaN : parseTimestamp(createdAt);
      if (id === revision.id || !Number.isFinite(t)) return [];
      return [{ kind: 'revision', t, title: label ?? id }];
    });
    if (others.length === 0) return picture;
    return { ...picture, marks: [...picture.marks, ...others].toSorted((a, b) => a.t - b.t) };
  }, [picture, data, revision.id]);
}
