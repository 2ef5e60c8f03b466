import { type ReactNode, useMemo } from 'react';
import type { ItemRow, PlanSnapshot } from '../../derive/types.ts';
import { conditionTone, itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import type { StateWords } from '../../parts/wording/states-en.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ColumnTurner } from '../../ui/data-table-header.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { Pips } from '../../ui/pips.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { stateTones } from '../../ui/state.ts';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { type Column, shownColumns } from '../../ui/table-columns.ts';
import type { Sort } from '../../ui/table-sort.ts';
import { useNarrow } from '../../ui/use-media.ts';
import { type Formats, useFormat } from '../../ui/wording/use-format.ts';
import type { Focus } from './focus.ts';
import type { ItemFilter } from './item-filter.ts';
import styles from './item-table.module.css';
import { useMoreWords } from './more-words.ts';
import { countMet } from './node-face.ts';
import type { NodeMark } from './node-mark.ts';
import { MarkCell } from './node-mark-chip.tsx';
import type { GraphWords } from './words/en.ts';
import type { MoreGraphWords } from './words/more-en.ts';
import { useGraphWords } from './words.tsx';

const MOST_PIPS = 8;

/** The same items as the drawing, with the same filter and selection, for those who read tables. */
export function ItemTable({
  snapshot,
  filter,
  focus,
  found,
  selected,
  leftOut,
  onLeaveOut,
  sortBy,
  onSort,
  marks,
  marksTitle,
  onSelect,
  onClose,
}: {
  readonly snapshot: PlanSnapshot;
  readonly filter: ItemFilter | undefined;
  /** What the drawing lights: the others are left out here. */
  readonly focus: Focus | undefined;
  /** The match that was gone to. */
  readonly found: string | undefined;
  readonly selected: string | undefined;
  /** Columns that are left out. */
  readonly leftOut: readonly string[] | undefined;
  readonly onLeaveOut: (columns: readonly string[] | undefined) => void;
  /** As `GraphSearch` has it. */
  readonly sortBy: string | undefined;
  readonly onSort: (sortBy: string) => void;
  /** What a scenario, a comparison or a focus says of items, in a column of its own. */
  readonly marks: ReadonlyMap<string, NodeMark> | undefined;
  readonly marksTitle: string;
  readonly onSelect: (id: string) => void;
  /** Escape: the details close, as over the drawing. */
  readonly onClose: () => void;
}): ReactNode {
  const words = useGraphWords();
  const more = useMoreWords();
  const states = useStateWords();
  const isSmall = useNarrow();
  const format = useFormat();
  const rows = useMemo(
    () =>
      snapshot.items.filter((row) => filter?.(row) !== false && focus?.own.has(row.id) !== false),
    [snapshot, filter, focus],
  );
  const columns = useMemo(
    () =>
      columnsOf(
        snapshot,
        { words, more, states, format },
        { isSmall, found },
        marks && { of: marks, title: marksTitle },
      ),
    [snapshot, words, more, states, format, isSmall, found, marks, marksTitle],
  );
  const turns = { without: leftOut };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table inside has the focus; a button closes the details too
    <div
      className={styles.twin}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && selected !== undefined) onClose();
      }}
    >
      <div className={styles.tools}>
        <ColumnTurner
          columns={columns}
          turns={turns}
          onTurn={({ without }) => onLeaveOut(without)}
        />
      </div>
      <div className={styles.table}>
        <DataTable<ItemRow>
          label={words.page}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          shownColumns={shownColumns(columns, turns)}
          sort={sortOf(sortBy)}
          onSortChange={({ column, direction }) =>
            onSort(direction === 'ascending' ? column : `-${column}`)
          }
          selectedKey={selected}
          revealKey={found ?? selected}
          onSelect={(row) => onSelect(row.id)}
          height="100%"
          empty={
            snapshot.items.length === 0 ? (
              <EmptyState title={words.empty}>{words.emptyRemedy}</EmptyState>
            ) : (
              <EmptyState kind="filtered" title={words.noMatches}>
                {more.noMatchesRemedy}
              </EmptyState>
            )
          }
        />
      </div>
    </div>
  );
}

/** `-state` is the column of states, descending. */
function sortOf(sortBy: string | undefined): Sort | undefined {
  if (sortBy === undefined) return undefined;
  return sortBy.startsWith('-')
    ? { column: sortBy.slice(1), direction: 'descending' }
    : { column: sortBy, direction: 'ascending' };
}

function columnsOf(
  snapshot: PlanSnapshot,
  {
    words,
    more,
    states,
    format,
  }: {
    readonly words: GraphWords;
    readonly more: MoreGraphWords;
    readonly states: StateWords;
    readonly format: Formats;
  },
  { isSmall, found }: { readonly isSmall: boolean; readonly found: string | undefined },
  marks: { readonly of: ReadonlyMap<string, NodeMark>; readonly title: string } | undefined,
): readonly Column<ItemRow>[] {
  const { waits, holds } = countEdges(snapshot);
  const { column } = words;
  const columns: readonly (Column<ItemRow> & { readonly isUsed?: boolean })[] = [
    {
      id: 'id',
      header: column.id,
      width: isSmall ? 72 : idWidth(snapshot),
      fixed: true,
      cell: (row) => (
        <span className={styles.id} data-found={row.id === found}>
          <CodeRef code={row.id} id strong />
        </span>
      ),
      sortValue: (row) => row.id,
    },
    {
      id: 'state',
      header: column.state,
      width: 148,
      cell: (row) => (
        <StateBadge tone={itemTone[row.state]} word={states.item[row.state]} look="plain" />
      ),
      sortValue: (row) => stateTones.indexOf(itemTone[row.state]),
    },
    {
      id: 'mark',
      header: marks?.title ?? '',
      width: 216,
      cell: (row) => <MarkCell mark={marks?.of.get(row.id)} />,
      sortValue: (row) => {
        const kind = marks?.of.get(row.id)?.kind;
        return kind && words.mark[kind];
      },
      isUsed: marks !== undefined,
    },
    {
      id: 'title',
      header: column.title,
      width: isSmall ? 200 : 260,
      cell: (row) => (
        <span title={row.title}>
          <SafeText text={row.title} />
        </span>
      ),
      sortValue: (row) => row.title,
    },
    {
      id: 'conditions',
      header: column.conditions,
      width: 176,
      cell: (row) =>
        row.pips.length === 0 ? (
          <span className={styles.none}>{more.noConditions}</span>
        ) : (
          <span className={styles.conditions}>
            <Pips
              label={column.conditions}
              tones={row.pips.map((verdict) => conditionTone[verdict])}
              most={MOST_PIPS}
            />
            <span className={styles.none}>
              {countMet(row.pips)}/{row.pips.length}
            </span>
          </span>
        ),
      sortValue: (row) =>
        row.pips.length === 0 ? undefined : countMet(row.pips) / row.pips.length,
    },
    {
      id: 'waits',
      header: column.waits,
      width: 112,
      align: 'end',
      cell: (row) => waits.get(row.id) ?? 0,
      sortValue: (row) => waits.get(row.id) ?? 0,
    },
    {
      id: 'holds',
      header: column.holds,
      width: 140,
      align: 'end',
      cell: (row) => holds.get(row.id) ?? 0,
      sortValue: (row) => holds.get(row.id) ?? 0,
    },
    {
      id: 'slack',
      header: column.slack,
      width: 104,
      align: 'end',
      cell: (row) => (row.slack === undefined ? '' : format.number(row.slack)),
      sortValue: (row) => row.slack,
      isUsed: snapshot.items.some((row) => row.slack !== undefined),
    },
    {
      id: 'declared',
      header: column.declared,
      width: 116,
      cell: (row) =>
        row.declared === undefined ? (
          ''
        ) : (
          <SafeText text={row.declaredRaw ?? states.declared[row.declared]} />
        ),
      sortValue: (row) => row.declared,
      isUsed: snapshot.items.some((row) => row.declared !== undefined),
    },
    {
      id: 'class',
      header: column.class,
      width: 120,
      cell: (row) => <SafeText text={row.classTitle ?? ''} />,
      sortValue: (row) => row.classTitle,
      isUsed: snapshot.items.some((row) => row.classTitle !== undefined),
    },
    {
      id: 'kind',
      header: column.kind,
      width: 84,
      cell: (row) => <SafeText text={row.kind} />,
      sortValue: (row) => row.kind,
      isUsed: new Set(snapshot.items.map((row) => row.kind)).size > 1,
    },
    {
      id: 'inside',
      header: column.inside,
      width: 120,
      cell: (row) => <SafeText text={row.parent ?? ''} />,
      sortValue: (row) => row.parent,
      isUsed: snapshot.items.some((row) => row.parent !== undefined),
    },
    {
      id: 'owner',
      header: column.owner,
      width: 120,
      cell: (row) => <SafeText text={row.owner ?? ''} />,
      sortValue: (row) => row.owner,
      isUsed: snapshot.items.some((row) => row.owner !== undefined),
    },
  ];
  // A column that is empty for the whole plan says nothing.
  return columns.filter(({ isUsed }) => isUsed !== false);
}

/** Wide enough for the longest id, within bounds, so that ids that begin alike can be told apart. */
function idWidth({ items }: PlanSnapshot): number {
  const longest = items.reduce((most, { id }) => Math.max(most, id.length), 0);
  return Math.min(240, Math.max(96, 40 + 7.5 * longest));
}

function countEdges(snapshot: PlanSnapshot): {
  readonly waits: ReadonlyMap<string, number>;
  readonly holds: ReadonlyMap<string, number>;
} {
  const waits = new Map<string, number>();
  const holds = new Map<string, number>();
  for (const { item, on } of snapshot.edges) {
    waits.set(item, (waits.get(item) ?? 0) + 1);
    holds.set(on, (holds.get(on) ?? 0) + 1);
  }
  return { waits, holds };
}
