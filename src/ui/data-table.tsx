import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import styles from './data-table.module.css';
import { TableHeader } from './data-table-header.tsx';
import { TableRow } from './data-table-row.tsx';
import { EmptyState } from './feedback.tsx';
import { SafeText } from './safe-text.tsx';
import { type Column, defaultColumns, leastWidth } from './table-columns.ts';
import { grouped, type TableGroups, tableLayout } from './table-layout.ts';
import { nextSort, type Sort, sortRows } from './table-sort.ts';
import { useControlled } from './use-controlled.ts';
import { usePrinting } from './use-printing.ts';
import { useWording } from './wording/use-wording.ts';

export interface DataTableProps<Row> {
  /** Accessible name of the table. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** Controlled sort; without it the table keeps its own. */
  readonly sort?: Sort | undefined;
  readonly defaultSort?: Sort;
  readonly onSortChange?: (sort: Sort) => void;
  /** The rows come sorted from elsewhere (a worker); headers only ask for it. */
  readonly presorted?: boolean;
  /** Ids of the columns shown; see `defaultColumns` and `ColumnChoice`. */
  readonly shownColumns?: readonly string[];
  readonly selectedKey?: string | undefined;
  /** This row is scrolled into view at first and whenever it is another one. */
  readonly revealKey?: string | undefined;
  /** A row was clicked, or Enter was pressed on it. Makes rows selectable. */
  readonly onSelect?: (row: Row) => void;
  /** Total rows when `rows` is only a part of them. */
  readonly totalRows?: number;
  /**
   * CSS height of the scrolling box; without it the table grows to at most 70 % of the window. `auto`: as high
   * as its rows, while all of them are in the document.
   */
  readonly height?: number | string;
  /**
   * `many`: a row is as high as what it holds, and in a narrow box it is a card with the names of its columns.
   * `one`, unless told otherwise: 32 px, and what is longer is cut.
   */
  readonly lines?: 'one' | 'many';
  /** Parts the rows under headings; sorting is within each. */
  readonly groups?: TableGroups<Row>;
  /** What opens beneath the selected row. */
  readonly detail?: (row: Row) => ReactNode;
  /** What stands there when there are no rows. */
  readonly empty?: ReactNode;
}

/** Height of a row in CSS pixels; the style sheet says the same. */
export const rowHeight = 32;
/** Above this many rows only those in view are in the document. */
const virtualFrom = 100;
/** Paper gets at most this many rows. */
const printedMost = 5000;

/**
 * The table of this house: a sticky header, sortable columns, numbers on the right, rows of 32 px or as high
 * as what they hold. Long tables are virtualised. One stop of the Tab key; arrows, Page Up and Down, Home and
 * End move the active row, Enter selects it. `FacetSelects` and `ColumnChoice` go with it.
 */
export function DataTable<Row>({
  label,
  rows,
  rowKey,
  columns,
  sort: controlledSort,
  defaultSort,
  onSortChange,
  presorted = false,
  shownColumns,
  selectedKey,
  revealKey,
  onSelect,
  totalRows,
  height,
  lines = 'one',
  groups,
  detail,
  empty,
}: DataTableProps<Row>): ReactNode {
  const words = useWording();
  const baseId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const [sort, setSort] = useControlled<Sort | undefined>(controlledSort, defaultSort, (next) => {
    if (next !== undefined) onSortChange?.(next);
  });
  const [activeKey, setActiveKey] = useState<string | undefined>(undefined);

  const visible = useMemo(() => {
    const shown = new Set(shownColumns ?? defaultColumns(columns));
    return columns.filter((column) => column.fixed === true || shown.has(column.id));
  }, [columns, shownColumns]);

  const ordered = useMemo(() => {
    const by = columns.find((column) => column.id === sort?.column)?.sortValue;
    const sorted =
      presorted || sort === undefined || by === undefined
        ? rows
        : sortRows(rows, by, sort.direction);
    return groups === undefined ? sorted : grouped(sorted, rows, groups.of);
  }, [rows, columns, sort, presorted, groups]);
  const layout = useMemo(
    () =>
      tableLayout(
        ordered,
        groups,
        detail === undefined ? undefined : (row) => rowKey(row) === selectedKey,
      ),
    [ordered, groups, detail, rowKey, selectedKey],
  );

  const virtual = layout.count > virtualFrom && !printing;
  const virtualizer = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    enabled: virtual,
    // Rows on the first paint, before the box has been measured.
    initialRect: { width: 0, height: 15 * rowHeight },
  });
  const items = virtual ? virtualizer.getVirtualItems() : [];
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const end = virtual
    ? (items.at(-1)?.index ?? -1) + 1
    : Math.min(layout.count, printing ? printedMost : layout.count);
  const measure = virtual && lines === 'many' ? virtualizer.measureElement : undefined;

  const activeIndex = useMemo(() => {
    const wanted = activeKey ?? selectedKey;
    return wanted === undefined ? -1 : ordered.findIndex((row) => rowKey(row) === wanted);
  }, [ordered, activeKey, selectedKey, rowKey]);
  const rowId = (index: number): string => `${baseId}row${index}`;

  const activate = (index: number): void => {
    const row = ordered[Math.min(ordered.length - 1, Math.max(0, index))];
    if (row === undefined) return;
    setActiveKey(rowKey(row));
  };

  const scrollTo = useCallback(
    (rank: number) => {
      const place = layout.placeOf(rank);
      if (virtual) virtualizer.scrollToIndex(place, { align: 'auto' });
      else {
        scroller.current
          ?.querySelector(`[aria-rowindex="${place + 2}"]`)
          ?.scrollIntoView?.({ block: 'nearest' });
      }
    },
    [virtual, virtualizer, layout],
  );
  useEffect(() => {
    if (activeIndex >= 0 && activeKey !== undefined) scrollTo(activeIndex);
  }, [activeIndex, activeKey, scrollTo]);

  const revealIndex = useMemo(
    () => (revealKey === undefined ? -1 : ordered.findIndex((row) => rowKey(row) === revealKey)),
    [ordered, revealKey, rowKey],
  );
  useEffect(() => {
    if (revealIndex >= 0) scrollTo(revealIndex);
  }, [revealIndex, scrollTo]);

  const page = (): number =>
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / rowHeight) - 2);
  const key = (event: KeyboardEvent<HTMLTableElement>): void => {
    // Keys meant for a link or a button within the table are theirs.
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const from = activeIndex;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowUp: from < 0 ? ordered.length - 1 : from - 1,
      PageDown: from + page(),
      PageUp: from - page(),
      Home: 0,
      End: ordered.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      activate(target);
      return;
    }
    const row = ordered[from];
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) {
      event.preventDefault();
      onSelect?.(row);
    }
  };

  const activePlace = activeIndex < 0 ? -1 : layout.placeOf(activeIndex);
  const inView = activePlace >= first && activePlace < end;
  const shownEntries = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={printing ? undefined : boxOf(height, virtual)}
      data-lines={lines}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the rows can be walked, which makes a table a grid
        role="grid"
        aria-label={label}
        aria-rowcount={(totalRows ?? layout.count) + 1}
        aria-colcount={visible.length}
        aria-activedescendant={inView ? rowId(activePlace) : undefined}
        aria-multiselectable={onSelect === undefined ? undefined : false}
        tabIndex={0}
        className={styles.table}
        style={widthOf(visible)}
        onKeyDown={key}
      >
        <colgroup>
          {visible.map((column) => (
            <col key={column.id} style={printing ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <TableHeader
          columns={visible}
          sort={sort}
          isPrinted={printing}
          onSort={(column) => setSort(nextSort(sort, column))}
        />
        <tbody>
          {first > 0 && <Spacer height={items[0]?.start ?? 0} columns={visible.length} />}
          {shownEntries.map((place) => {
            const entry = layout.at(place);
            if (entry === undefined) return null;
            if (entry.kind === 'group') {
              return (
                <tr
                  key={JSON.stringify(['group', entry.group])}
                  ref={measure}
                  data-index={place}
                  aria-rowindex={place + 2}
                  className={styles.group}
                >
                  <th scope="rowgroup" colSpan={visible.length}>
                    <SafeText text={groups?.title(entry.group) ?? entry.group} />
                  </th>
                </tr>
              );
            }
            const id = rowKey(entry.row);
            if (entry.kind === 'detail') {
              return (
                <tr
                  key={JSON.stringify(['detail', id])}
                  ref={measure}
                  data-index={place}
                  aria-rowindex={place + 2}
                  className={styles.detail}
                >
                  <td colSpan={visible.length}>{detail?.(entry.row)}</td>
                </tr>
              );
            }
            return (
              <TableRow
                key={id}
                id={rowId(place)}
                place={place}
                row={entry.row}
                columns={visible}
                isActive={entry.rank === activeIndex}
                isSelected={onSelect === undefined ? undefined : id === selectedKey}
                measure={measure}
                onPress={(isOwn) => {
                  setActiveKey(id);
                  if (isOwn) onSelect?.(entry.row);
                }}
              />
            );
          })}
          {virtual && end < layout.count && (
            <Spacer
              height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)}
              columns={visible.length}
            />
          )}
        </tbody>
      </table>
      {ordered.length === 0 && (empty ?? <EmptyState title={words.noRows} />)}
    </div>
  );
}

/** The style sheet takes the least width where rows are neither cards nor on paper. */
function widthOf<Row>(columns: readonly Column<Row>[]): CSSProperties {
  const style = { width: '100%', '--least-width': `${leastWidth(columns)}px` };
  return style;
}

function boxOf(height: number | string | undefined, virtual: boolean): CSSProperties {
  if (height === undefined || (height === 'auto' && virtual)) return { maxHeight: '70vh' };
  return { height };
}

/** Holds the place of rows that are not in the document. */
function Spacer({
  height,
  columns,
}: {
  /** CSS pixels. */
  readonly height: number;
  readonly columns: number;
}): ReactNode {
  return (
    <tr aria-hidden className={styles.spacer}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
