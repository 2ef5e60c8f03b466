import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileCheck2, FileText } from 'lucide-react';
import { useMemo } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { OpenProject } from '../../parts/project-context.tsx';
import { gateTone, itemTone, metricTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { contentQuery, evidencePageQuery } from '../../queries/options.ts';
import { Icon } from '../../ui/icon.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import type { Entry, EntrySource } from './entries.ts';

const ruleTone = {
  holds: 'passed',
  violated: 'failed',
  'not-evaluated': 'unknown',
} as const;

/** Items, gates, metrics and rules of the plan, as what can be found. */
export function usePlanEntries(
  { request }: OpenProject,
  snapshot: PlanSnapshot | undefined,
): readonly EntrySource[] {
  const states = useStateWords();
  const navigate = useNavigate();
  return useMemo(() => {
    if (snapshot === undefined) return [];
    const params = { project: request.project };
    const items = snapshot.items.map(
      (item): Entry => ({
        id: item.id,
        code: item.id,
        label: item.title,
        note: states.item[item.state],
        glyph: <StateGlyph tone={itemTone[item.state]} />,
        open: () => void navigate({ to: '/p/$project/graph', params, search: { item: item.id } }),
      }),
    );
    const gates = snapshot.gates.map(
      (gate): Entry => ({
        id: gate.id,
        code: gate.id,
        label: gate.title,
        note: states.gate[gate.verdict],
        glyph: <StateGlyph tone={gateTone[gate.verdict]} />,
        open: () => void navigate({ to: '/p/$project/gates', params, search: { gate: gate.id } }),
      }),
    );
    const metrics = snapshot.metrics.map(
      (metric): Entry => ({
        id: metric.id,
        code: metric.id,
        label: metric.title,
        ...(metric.verdict !== 'no-target' && { note: states.condition[metric.verdict] }),
        glyph: <StateGlyph tone={metricTone[metric.verdict]} />,
        open: () =>
          void navigate({ to: '/p/$project/metrics', params, search: { metric: metric.id } }),
      }),
    );
    const rules = snapshot.invariants.map(
      (rule): Entry => ({
        id: rule.id,
        code: rule.id,
        label: rule.title,
        glyph: <StateGlyph tone={ruleTone[rule.verdict]} />,
        open: () =>
          void navigate({ to: '/p/$project/invariants', params, search: { rule: rule.id } }),
      }),
    );
    return [
      { group: 'items', entries: items },
      { group: 'gates', entries: gates },
      { group: 'metrics', entries: metrics },
      { group: 'rules', entries: rules },
    ];
  }, [snapshot, states, navigate, request.project]);
}

/** Documents of the plan; asked for when the palette opens. */
export function useDocumentEntries(
  { session, request }: OpenProject,
  snapshot: PlanSnapshot | undefined,
): EntrySource {
  const navigate = useNavigate();
  const enabled = (snapshot?.bundle.counts.documents ?? 0) > 0;
  const { data } = useQuery({ ...contentQuery(session, request), enabled });
  const entries = useMemo(
    () =>
      (data?.documents ?? []).map(
        (document): Entry => ({
          id: document.id,
          label: document.title,
          note: document.path,
          also: document.path,
          glyph: <Icon of={FileText} />,
          open: () =>
            void navigate({
              to: '/p/$project/documents',
              params: { project: request.project },
              search: { q: document.path },
            }),
        }),
      ),
    [data, navigate, request.project],
  );
  return { group: 'documents', entries };
}

/** Evidence stays behind the engine, which is asked for what was typed. */
export function useEvidenceEntries(
  { session, request }: OpenProject,
  typed: string,
): { readonly source: EntrySource; readonly isPending: boolean; readonly failed: boolean } {
  const navigate = useNavigate();
  const text = typed.trim();
  const { data, isFetching, isError } = useQuery({
    ...evidencePageQuery(session, request, { text, offset: 0, limit: 8 }),
    placeholderData: keepPreviousData,
    enabled: text !== '',
  });
  const rows = text === '' ? undefined : data;
  const entries = (rows?.rows ?? []).map(
    (row): Entry => ({
      id: row.id,
      code: row.id,
      label: row.name,
      ...(row.path !== undefined && { note: row.path }),
      glyph: <Icon of={FileCheck2} />,
      open: () =>
        void navigate({
          to: '/p/$project/evidence',
          params: { project: request.project },
          search: { id: row.id },
        }),
    }),
  );
  return {
    source: { group: 'evidence', entries, chosenOf: rows?.total ?? 0 },
    isPending: isFetching,
    failed: isError,
  };
}
