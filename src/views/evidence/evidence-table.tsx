import { type ReactNode, useEffect, useMemo } from 'react';
import { digestTone } from '../../parts/evidence-uses.tsx';
import { useStateWords } from '../../parts/wording/states.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { type Column, shownColumns } from '../../ui/table-columns.ts';
import { useNarrow } from '../../ui/use-media.ts';
import { useFormat } from '../../ui/wording/use-format.ts';
import styles from './evidence-list.module.css';
import { type EvidenceSearch, evidenceSorts } from './evidence-search.ts';
import { reviewTone } from './review/review-tones.ts';
import { useRowMarks } from './review/use-row-marks.ts';
import { useReviewWords } from './review/words/use-review-words.ts';
import type { EvidenceRows, Slot } from './use-evidence-rows.ts';
import { useEvidenceWords } from './words/use-evidence-words.ts';

export interface EvidenceTableProps {
  readonly list: EvidenceRows;
  readonly columns: readonly Column<Slot>[];
  readonly search: EvidenceSearch;
  readonly onSort: (change: Pick<EvidenceSearch, 'sort'> & { order: 'desc' | undefined }) => void;
  readonly onChoose: (id: string) => void;
  readonly empty: ReactNode;
}

const slotKey = (slot: Slot): string => slot.key;

/** Every piece that matches; rows of a long list come when they are looked at. */
export function EvidenceTable({
  list,
  columns,
  search,
  onSort,
  onChoose,
  empty,
}: EvidenceTableProps): ReactNode {
  const words = useEvidenceWords();
  const chosen = useMemo(
    () => list.slots.find((slot) => slot.row !== undefined && slot.row.id === search.id)?.key,
    [list.slots, search.id],
  );
  return (
    <DataTable
      label={words.list}
      rows={list.slots}
      rowKey={slotKey}
      columns={columns}
      shownColumns={shownColumns(columns, search)}
      presorted
      sort={
        search.sort === undefined
          ? undefined
          : { column: search.sort, direction: search.order === 'desc' ? 'descending' : 'ascending' }
      }
      onSortChange={({ column, direction }) =>
        onSort({
          ...sortOf(column),
          order: direction === 'descending' ? 'desc' : undefined,
        })
      }
      selectedKey={chosen}
      revealKey={chosen}
      onSelect={(slot) => {
        if (slot.row !== undefined) onChoose(slot.row.id);
      }}
      totalRows={list.total}
      height="100%"
      empty={empty}
    />
  );
}

const tightColumns = ['integrity', 'name', 'kind', 'usedBy'];

function sortOf(column: string): Pick<EvidenceSearch, 'sort'> {
  const sort = evidenceSorts.find((known) => known === column);
  return sort === undefined ? {} : { sort };
}

/**
 * @param need asks for the row of a place
 * @param now instant that "ago" counts from
 * @param isTight beside an open detail there is only what tells the rows apart
 */
export function useEvidenceColumns(
  need: EvidenceRows['need'],
  now: string,
  isTight: boolean,
): readonly Column<Slot>[] {
  const markOf = useRowMarks();
  const words = useEvidenceWords();
  const format = useFormat();
  const review = useReviewWords();
  const states = useStateWords();
  const isNarrow = useNarrow();
  return useMemo((): readonly Column<Slot>[] => {
    const { columns } = words;
    const all: readonly Column<Slot>[] = [
      {
        id: 'integrity',
        header: columns.integrity,
        width: 92,
        cell: ({ row }) =>
          row !== undefined && (
            <StateGlyph tone={digestTone[row.digest]} label={states.digest[row.digest]} />
          ),
      },
      {
        id: 'name',
        header: columns.name,
        fixed: true,
        ...(isNarrow && { width: 176 }),
        sortValue: ({ row }) => row?.name,
        cell: ({ row, index }) =>
          row === undefined ? (
            <Awaited index={index} need={need} />
          ) : (
            <span className={styles.name} title={row.path}>
              <SafeText text={row.name} className={styles.title} />
              {markOf(row) !== 'open' && (
                <StateGlyph
                  tone={reviewTone[markOf(row)]}
                  size={14}
                  label={review.marked(review.review, review.states[markOf(row)])}
                />
              )}
              {row.advisory && <Badge>{words.advisory}</Badge>}
              {row.states.includes('stale') && (
                <StateGlyph tone="stale" size={14} label={words.states.stale} />
              )}
              {row.states.includes('superseded') && (
                <Badge look="outline">{words.states.superseded}</Badge>
              )}
              {row.states.includes('same-name') && (
                <Badge look="outline">{words.states['same-name']}</Badge>
              )}
              {row.warnings > 0 && (
                <StateGlyph tone="missing" size={14} label={words.warnings(row.warnings)} />
              )}
            </span>
          ),
      },
      {
        id: 'kind',
        header: columns.kind,
        width: 136,
        sortValue: ({ row }) => row?.kind,
        cell: ({ row }) => row !== undefined && <SafeText text={row.kind} />,
      },
      {
        id: 'usedBy',
        header: columns.usedBy,
        description: words.usedByDescription,
        width: 108,
        align: 'end',
        sortValue: ({ row }) => row?.usedBy,
        cell: ({ row }) =>
          row !== undefined &&
          (row.usedBy === 0 ? (
            <span className={styles.none}>0</span>
          ) : (
            <span title={words.usedByGates(row.usedBy, row.gates)}>{row.usedBy}</span>
          )),
      },
      {
        id: 'collectedAt',
        header: columns.collectedAt,
        width: 120,
        sortValue: ({ row }) => row?.collectedAt,
        cell: ({ row }) =>
          row?.collectedAt !== undefined && <RelativeTime at={row.collectedAt} now={now} />,
      },
      {
        id: 'size',
        header: columns.size,
        width: 88,
        align: 'end',
        sortValue: ({ row }) => row?.size,
        cell: ({ row }) => row?.size !== undefined && format.bytes(row.size),
      },
      {
        id: 'producer',
        header: columns.producer,
        width: 120,
        cell: ({ row }) => row?.producer !== undefined && <CodeRef code={row.producer} id />,
      },
    ];
    return isTight ? all.filter(({ id }) => tightColumns.includes(id)) : all;
  }, [words, review, states, now, need, markOf, format, isTight, isNarrow]);
}

/** The place of a row that is on its way; being looked at is what asks for it. */
function Awaited({ index, need }: { index: number; need: EvidenceRows['need'] }): ReactNode {
  useEffect(() => need(index), [index, need]);
  return <Skeleton width="60%" height={10} />;
}
