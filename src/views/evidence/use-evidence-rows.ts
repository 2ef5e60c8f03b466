import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { EvidencePage, EvidenceQuery } from '../../derive/evidence-types.ts';
import type { EvidenceRow } from '../../derive/types.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import { evidencePageQuery } from '../../queries/options.ts';
import type { EvidenceSearch } from './evidence-search.ts';

/** Up to this many rows come at once; longer lists come in windows of this size. */
export const pageSize = 500;
/** Windows that are held at a time; those left behind are asked for again. */
const mostWindows = 8;

/** One place of the list; its row may be on its way. */
export interface Slot {
  readonly key: string;
  readonly index: number;
  readonly row: EvidenceRow | undefined;
}

export interface EvidenceRows {
  /** One a place of the whole list. */
  readonly slots: readonly Slot[];
  readonly total: number;
  /** How many pieces each choice of a facet would give. */
  readonly facets: Omit<EvidencePage, 'rows' | 'total'> | undefined;
  /** Nothing has come yet. */
  readonly waiting: boolean;
  /** What is shown answers the question before this one. */
  readonly outdated: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Asks for the window around a place. */
  readonly need: (index: number) => void;
}

export type RowsQuery = Omit<EvidenceQuery, 'offset' | 'limit'>;

/** The question that a link asks. */
export function rowsQuery(search: EvidenceSearch): RowsQuery {
  const { q, kind, item, gate, use, about, digest, sort, order } = search;
  return {
    ...(q !== undefined && { text: q }),
    ...(kind !== undefined && { kind }),
    ...(item !== undefined && { item }),
    ...(gate !== undefined && { gate }),
    ...(use !== undefined && { use }),
    ...(about !== undefined && { state: about }),
    ...(digest !== undefined && { digest }),
    ...(sort !== undefined && { sort }),
    ...(order !== undefined && { descending: true }),
  };
}

/** The rows that answer a question, in windows around what is being looked at. */
export function useEvidenceRows(query: RowsQuery): EvidenceRows {
  const { session, request } = useOpenProject();
  const first = useQuery(
    evidencePageQuery(session, request, { ...query, offset: 0, limit: pageSize }),
  );
  const question = JSON.stringify(query);
  // Windows belong to one question: those of the question before are forgotten with it.
  const [wanted, setWanted] = useState<Wanted>({ question, windows: [] });
  const windows = wanted.question === question ? wanted.windows : noWindows;
  const pages = useQueries({
    queries: windows.map((window) =>
      evidencePageQuery(session, request, { ...query, offset: window * pageSize, limit: pageSize }),
    ),
    combine: arrived,
  });
  const slots = useMemo(() => {
    const total = first.data?.total ?? 0;
    const slots = emptySlots(total);
    const fill = (from: number, rows: readonly EvidenceRow[]): void => {
      for (const [offset, row] of rows.entries()) {
        const index = from + offset;
        // A place keeps its key when its row arrives, so that the keyboard does not lose it.
        slots[index] = { key: total <= pageSize ? row.id : String(index), index, row };
      }
    };
    fill(0, first.data?.rows ?? []);
    for (const [at, window] of windows.entries()) fill(window * pageSize, pages[at]?.rows ?? []);
    return slots;
  }, [first.data, pages, windows]);
  const need = useCallback(
    (index: number) => {
      const window = Math.floor(index / pageSize);
      if (window === 0) return;
      setWanted((before) => {
        const known = before.question === question ? before.windows : noWindows;
        if (known.includes(window)) return before;
        return { question, windows: [...known, window].slice(-mostWindows) };
      });
    },
    [question],
  );
  return {
    slots,
    total: first.data?.total ?? 0,
    facets: first.data,
    waiting: first.data === undefined && first.error === null,
    outdated: first.isPlaceholderData,
    error: first.error,
    retry: () => void first.refetch(),
    need,
  };
}

/** A page that stands in for another one has other rows. */
function arrived(
  results: readonly {
    readonly data: EvidencePage | undefined;
    readonly isPlaceholderData: boolean;
  }[],
): readonly (EvidencePage | undefined)[] {
  return results.map((result) => (result.isPlaceholderData ? undefined : result.data));
}

interface Wanted {
  readonly question: string;
  readonly windows: readonly number[];
}

const noWindows: readonly number[] = [];

/** Places without a row are alike for every question, so they are made once. */
const places: Slot[] = [];

function emptySlots(total: number): Slot[] {
  while (places.length < total) {
    places.push({ key: String(places.length), index: places.length, row: undefined });
  }
  return places.slice(0, total);
}
