import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { RevisionDiff } from '../../../derive/revision-diff-types.ts';
import type { PlanSnapshot, PlanStructure } from '../../../derive/types.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { structureQuery } from '../../../queries/options.ts';
import { compareRevisionsQuery, revisionsQuery } from '../../../queries/revision-options.ts';
import type { RevisionEntry } from '../../../queries/revision-types.ts';
import type { NodeMark } from '../node-mark.ts';
import { type ComparedItem, comparedItems, compareMarksOf } from './compare-marks.ts';
import { type MergedPlan, mergeRemoved } from './merge-removed.ts';

/** What the comparison of a link found. */
export interface Comparison {
  readonly against: string;
  /** As the list of revisions has it; absent for one that it does not have. */
  readonly entry: RevisionEntry | undefined;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly diff: RevisionDiff | undefined;
  readonly rows: readonly ComparedItem[];
  readonly marks: ReadonlyMap<string, NodeMark> | undefined;
  /** The plan with what is gone; absent until both revisions are there. */
  readonly merged: MergedPlan | undefined;
}

const ComparisonContext = createContext<Comparison | undefined>(undefined);

export const ComparisonProvider = ComparisonContext.Provider;

/** What the plan on this page is compared with; absent without a comparison. */
export function useShownComparison(): Comparison | undefined {
  return useContext(ComparisonContext);
}

/** Every revision of the project, and those before the shown one; newest first. */
export function useRevisions(): {
  readonly all: readonly RevisionEntry[];
  readonly earlier: readonly RevisionEntry[];
} {
  const { session, request } = useOpenProject();
  const { data } = useQuery(revisionsQuery(session, request));
  return useMemo(() => {
    const all = data?.revisions ?? [];
    const at = all.findIndex(({ id }) => id === data?.shown);
    return { all, earlier: at < 0 ? all : all.slice(at + 1) };
  }, [data]);
}

/**
 * Compares the shown revision with another one. A revision that is not there, or is the shown one,
 * ends as an error that the page tells; the graph itself stays.
 */
export function useComparison(
  against: string | undefined,
  structure: PlanStructure,
  snapshot: PlanSnapshot | undefined,
): Comparison | undefined {
  const { session, request } = useOpenProject();
  const { all } = useRevisions();
  const shown = snapshot?.revision.id;
  const isAsked = against !== undefined && shown !== undefined;
  const compared = useQuery({
    ...compareRevisionsQuery(session, request, against ?? '', shown ?? ''),
    enabled: isAsked,
  });
  const earlier = useQuery({
    ...structureQuery(session, { ...request, ...(isAsked && { revision: against }) }),
    enabled: isAsked,
  });
  const diff = isAsked ? compared.data : undefined;
  const before = isAsked ? earlier.data : undefined;
  const merged = useMemo(() => before && mergeRemoved(structure, before), [structure, before]);
  const rows = useMemo(() => {
    if (diff === undefined || snapshot === undefined) return [];
    const titles = new Map<string, string>(snapshot.items.map(({ id, title }) => [id, title]));
    return comparedItems(diff, snapshot.gates, (id) => titles.get(id) ?? id);
  }, [diff, snapshot]);
  const marks = useMemo(() => diff && compareMarksOf(rows), [diff, rows]);
  if (against === undefined) return undefined;
  return {
    against,
    entry: all.find(({ id }) => id === against),
    isPending: diff === undefined || merged === undefined,
    error: isAsked ? (compared.error ?? earlier.error) : null,
    retry: () => {
      void compared.refetch();
      void earlier.refetch();
    },
    diff,
    rows,
    marks,
    merged,
  };
}

/** What a revision is called: its label, else its id. */
export function revisionName(entry: RevisionEntry | undefined, id: string): string {
  return entry?.label ?? id;
}
