import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { TableHeader } from './data-table-header.tsx';
import { EmptyState } from './feedback.tsx';
import { type Column, defaultColumns, leastWidth } from './table-columns.ts';
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
  /** CSS height of the scrolling box; without it the table grows to at most 70 % of the window. */
  readonly height?: number | string;
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
 * A dense table: rows of 32 px, a sticky header, sortable columns, numbers on the right. Long
 * tables are virtualised. One stop of the Tab key; arrows, Page Up and Down, Home and End move
 * the active row, Enter selects it.
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
    if (presorted || sort === undefined || by === undefined) return rows;
    return sortRows(rows, by, sort.direction);
  }, [rows, columns, sort, presorted]);

  const virtual = ordered.length > virtualFrom && !printing;
  const virtualizer = useVirtualizer({
    count: ordered.length,
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
    : Math.min(ordered.length, printing ? printedMost : ordered.length);

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
    (index: number) => {
      if (virtual) virtualizer.scrollToIndex(index, { align: 'auto' });
      else {
        scroller.current
          ?.querySelector(`[aria-rowindex="${index + 2}"]`)
          ?.scrollIntoView?.({ block: 'nearest' });
      }
    },
    [virtual, virtualizer],
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

  const inView = activeIndex >= first && activeIndex < end;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={
        printing ? undefined : { height, maxHeight: height === undefined ? '70vh' : undefined }
      }
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the rows can be walked, which makes a table a grid
        role="grid"
        aria-label={label}
        aria-rowcount={(totalRows ?? ordered.length) + 1}
        aria-colcount={visible.length}
        aria-activedescendant={inView ? rowId(activeIndex) : undefined}
        aria-multiselectable={onSelect === undefined ? undefined : false}
        tabIndex={0}
        className={styles.table}
        style={printing ? undefined : { minWidth: leastWidth(visible) }}
        onKeyDown={key}
      >
        <colgroup>
          {visible.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHeader
          columns={visible}
          sort={sort}
          onSort={(column) => setSort(nextSort(sort, column))}
        />
        <tbody>
          {first > 0 && <Spacer rows={first} columns={visible.length} />}
          {ordered.slice(first, end).map((row, offset) => {
            const index = first + offset;
            const id = rowKey(row);
            const selected = id === selectedKey;
            return (
              <tr
                key={id}
                id={rowId(index)}
                aria-rowindex={index + 2}
                aria-selected={onSelect === undefined ? undefined : selected}
                className={classNames(
                  styles.row,
                  onSelect !== undefined && styles.selectable,
                  index === activeIndex && styles.active,
                )}
                onClick={() => {
                  setActiveKey(id);
                  onSelect?.(row);
                }}
              >
                {visible.map((column, place) => (
                  <td
                    key={column.id}
                    aria-colindex={place + 1}
                    className={column.align === 'end' ? styles.number : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {virtual && end < ordered.length && (
            <Spacer rows={ordered.length - end} columns={visible.length} />
          )}
        </tbody>
      </table>
      {ordered.length === 0 && (empty ?? <EmptyState title={words.noRows} />)}
    </div>
  );
}

/** Holds the place of rows that are not in the document. */
function Spacer({ rows, columns }: { readonly rows: number; readonly columns: number }): ReactNode {
  return (
    <tr aria-hidden className={styles.spacer}>
      <td colSpan={columns} style={{ height: rows * rowHeight }} />
    </tr>
  );
}
