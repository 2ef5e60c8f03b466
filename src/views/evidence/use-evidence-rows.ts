import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { EvidencePage, EvidenceQuery, EvidenceRow } from '../../derive/types.ts';
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
  readonly kinds: EvidencePage['kinds'];
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
  const { q, kind, item, gate, use, sort, order } = search;
  return {
    ...(q !== undefined && { text: q }),
    ...(kind !== undefined && { kind }),
    ...(item !== undefined && { item }),
    ...(gate !== undefined && { gate }),
    ...(use !== undefined && { use }),
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
    const rowAt = (index: number): EvidenceRow | undefined => {
      if (index < pageSize) return first.data?.rows[index];
      const at = windows.indexOf(Math.floor(index / pageSize));
      return at < 0 ? undefined : pages[at]?.rows[index % pageSize];
    };
    return Array.from({ length: total }, (_, index): Slot => {
      const row = rowAt(index);
      // A place keeps its key when its row arrives, so that the keyboard does not lose it.
      return { key: total <= pageSize && row !== undefined ? row.id : String(index), index, row };
    });
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
    kinds: first.data?.kinds ?? [],
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
