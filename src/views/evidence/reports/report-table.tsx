import {
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Pointer } from '../../../model/common.ts';
import { usePointerWords } from '../../../parts/wording/pointers.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/feedback.tsx';
import { CodeRef } from '../../../ui/safe-text.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import { type Entry, locateEntry } from './locate-entry.ts';
import styles from './report.module.css';
import { useReportWords } from './words/use-report-words.ts';

/** A way to see only some of the entries. */
export interface Facet<Row> {
  readonly id: string;
  readonly label: string;
  readonly has: (row: Row) => boolean;
}

export interface ReportTableProps<Row extends Entry> {
  readonly label: string;
  /** In the order in which they are shown unless a column sorts them. */
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Unique among the rows; without it, the table counts them. */
  readonly keyOf?: (row: Row) => string;
  /** Everything of a row that is searched. */
  readonly textOf: (row: Row) => string;
  readonly facets?: readonly Facet<Row>[];
  /** The place that the link names. */
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
  /** What stands under the table about the opened row. */
  readonly detail: (row: Row) => ReactNode;
}

/**
 * The entries of a report as a table: found by text, narrowed by facets, one of them opened. Which one
 * is opened stands in the link, so that the way back leads through what was looked at.
 */
export function ReportTable<Row extends Entry>({
  label,
  rows,
  columns,
  keyOf: ownKey,
  textOf,
  facets = [],
  pointer,
  onPoint,
  detail,
}: ReportTableProps<Row>): ReactNode {
  const words = useReportWords();
  const places = usePointerWords();
  const headingId = useId();
  const [query, setQuery] = useState('');
  const [facet, setFacet] = useState('all');
  const located = useMemo(() => locateEntry(rows, pointer), [rows, pointer]);
  const opened = rows[located];
  const keys = useMemo(
    () => new Map(ownKey === undefined ? rows.map((row, index) => [row, String(index)]) : []),
    [rows, ownKey],
  );
  const countedKey = useCallback((row: Row): string => keys.get(row) ?? '', [keys]);
  const keyOf = ownKey ?? countedKey;
  const known = useMemo(
    () => facets.map((entry) => ({ ...entry, count: countOf(rows, entry.has) })),
    [facets, rows],
  );
  const offered = known.filter(({ count, id }) => count > 0 || id === facet);
  // Typing goes on while a hundred thousand entries are looked through.
  const sought = useDeferredValue(query);
  const shown = useMemo(() => {
    const wanted = sought.trim().toLowerCase();
    const has = facets.find(({ id }) => id === facet)?.has;
    if (wanted === '' && has === undefined) return rows;
    // What the link names stays in sight, whatever else is left out.
    return rows.filter(
      (row) =>
        row === opened ||
        ((has === undefined || has(row)) && textOf(row).toLowerCase().includes(wanted)),
    );
  }, [rows, facets, facet, sought, textOf, opened]);

  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (opened !== undefined) box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [opened]);
  return (
    <div className={styles.report}>
      <div className={styles.tools}>
        <div className={styles.find}>
          <SearchField label={words.find} value={query} onChange={setQuery} />
        </div>
        {offered.length > 0 && (
          <SegmentedControl
            label={words.show}
            value={facet}
            options={[
              { value: 'all', label: words.counted(words.all, rows.length) },
              ...offered.map(({ id, label: name, count }) => ({
                value: id,
                label: words.counted(name, count),
              })),
            ]}
            onChange={setFacet}
          />
        )}
        <span role="status" className={styles.quiet}>
          {query !== '' && words.shown(shown.length, rows.length)}
        </span>
      </div>
      <div className={styles.table}>
        <DataTable
          label={label}
          rows={shown}
          rowKey={keyOf}
          columns={columns}
          selectedKey={opened === undefined ? undefined : keyOf(opened)}
          revealKey={opened === undefined ? undefined : keyOf(opened)}
          onSelect={(row) => onPoint(row.pointer)}
          height={Math.min(400, (shown.length + 1) * 32 + 18)}
          empty={<EmptyState kind="filtered" title={words.nothing} />}
        />
      </div>
      {opened !== undefined && (
        <section ref={box} className={styles.opened} aria-labelledby={headingId}>
          <h4 id={headingId} className={styles.quiet}>
            {words.opened}
          </h4>
          <mark className={styles.mark} aria-current="location">
            {words.address} <CodeRef code={places.place(opened.pointer)} most={80} />
          </mark>
          {detail(opened)}
        </section>
      )}
    </div>
  );
}

function countOf<Row>(rows: readonly Row[], has: (row: Row) => boolean): number {
  let count = 0;
  for (const row of rows) if (has(row)) count += 1;
  return count;
}
