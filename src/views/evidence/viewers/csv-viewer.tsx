import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { Banner } from '../../../ui/feedback.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import { ColumnChoice } from './column-choice.tsx';
import {
  type CsvMiss,
  type CsvPlace,
  type CsvRow,
  type CsvTable,
  numbersOf,
  pointedCells,
  readCsv,
} from './csv-data.ts';
import styles from './viewer.module.css';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

const CsvChart = lazy(async () => ({ default: (await import('./csv-chart.tsx')).CsvChart }));

/** More columns than these make a row too heavy to draw. */
const mostColumns = 200;

const rowKey = (row: CsvRow): string => String(row.n);

/** A table with the pointed row, column or cell marked, and a line over a pointed column of numbers. */
export function CsvViewer({
  name,
  text,
  targets = [],
  pointer,
  onPoint,
}: TextViewerProps): ReactNode {
  const words = useViewerWords();
  const table = useMemo(() => readCsv(text), [text]);
  const { place, miss } = useMemo(() => pointedCells(table, pointer), [table, pointer]);
  const columns = useColumns(table, place);
  const numbers = useMemo(
    () => (place?.column === undefined ? undefined : numbersOf(table, place.column)),
    [table, place],
  );
  const column = place?.column === undefined ? undefined : table.header[place.column];
  const shown = Math.min(table.header.length, mostColumns);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place?.column === undefined) return;
    // The table brings the row into view; its mark is there a frame later.
    const frame = requestAnimationFrame(() => {
      const mark = box.current?.querySelector('mark');
      mark?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [place]);
  return (
    <div className={styles.viewer}>
      {miss !== undefined && (
        <Banner tone="missing" title={words.notFound}>
          <SafeText text={missText(miss, table, words)} />
        </Banner>
      )}
      <Damage table={table} />
      {table.rows.length > 1 && (
        <ColumnChoice header={table.header} pointer={pointer} onPoint={onPoint} />
      )}
      {numbers !== undefined && column !== undefined && place !== undefined && (
        <Suspense fallback={<Skeleton height={140} />}>
          <CsvChart
            column={column}
            values={numbers}
            from={place.from}
            to={place.to}
            targets={targets.filter((target) => (target.column ?? column) === column)}
          />
        </Suspense>
      )}
      <div ref={box} className={styles.table}>
        <DataTable
          label={words.tableOf(name)}
          rows={table.rows}
          rowKey={rowKey}
          columns={columns}
          selectedKey={place === undefined ? undefined : String(place.from)}
          revealKey={place === undefined ? undefined : String(place.from)}
          onSelect={({ n }) => {
            const known = place?.column === undefined ? undefined : table.header[place.column];
            onPoint(
              known === undefined
                ? { kind: 'rows', from: n, to: n }
                : { kind: 'cell', row: n, column: known },
            );
          }}
          height={Math.min(480, (table.rows.length + 1) * 32 + 18)}
        />
      </div>
      <p className={styles.quiet}>
        {words.rows(table.rows.length, table.header.length)}
        {shown < table.header.length && `. ${words.tooManyColumns(shown, table.header.length)}`}
      </p>
    </div>
  );
}

function missText(
  miss: CsvMiss,
  table: CsvTable,
  words: ReturnType<typeof useViewerWords>,
): string {
  return miss.kind === 'row'
    ? words.noSuchRow(miss.row, table.rows.length)
    : words.noSuchColumn(miss.column);
}

function Damage({ table }: { readonly table: CsvTable }): ReactNode {
  const words = useViewerWords();
  const [first] = table.ragged;
  if (table.faults.length === 0 && first === undefined) return null;
  const remarks = [
    ...table.faults.map((fault) => words.csvFaults[fault] ?? words.csvFault(fault)),
    ...(first === undefined ? [] : [words.ragged(table.ragged.length, first)]),
  ];
  return (
    <Banner tone="missing" title={words.damaged}>
      <SafeText text={remarks.join(' ')} />
    </Banner>
  );
}

function useColumns(table: CsvTable, place: CsvPlace | undefined): readonly Column<CsvRow>[] {
  const words = useViewerWords();
  return useMemo(() => {
    const isPointed = (row: CsvRow): boolean =>
      place !== undefined && row.n >= place.from && row.n <= place.to;
    const number: Column<CsvRow> = {
      id: 'n',
      header: words.rowNumber,
      width: 84,
      align: 'end',
      fixed: true,
      sortValue: (row) => row.n,
      cell: (row) => <span className={styles.quiet}>{row.n}</span>,
    };
    const fields = table.header.slice(0, mostColumns).map((title, index): Column<CsvRow> => {
      const isNumeric = looksNumeric(table.rows, index);
      return {
        id: String(index),
        header: title === '' ? words.column(index + 1) : title,
        width: columnWidth(table.rows, index, title),
        ...(isNumeric && { align: 'end' }),
        sortValue: (row) => {
          const field = row.fields[index];
          return isNumeric && field !== undefined ? Number(field) : field;
        },
        cell: (row) => {
          const field = <SafeText text={row.fields[index] ?? ''} />;
          const marks = isPointed(row) && (place?.column ?? index) === index;
          return marks ? (
            <mark className={styles.mark} aria-current="location">
              {field}
            </mark>
          ) : (
            field
          );
        },
      };
    });
    return [number, ...fields];
  }, [table, place, words]);
}

/** Judged by the first rows; a table does not change its mind far down. */
function looksNumeric(rows: readonly CsvRow[], index: number): boolean {
  const fields = rows.slice(0, 50).map(({ fields: all }) => all[index]?.trim() ?? '');
  const filled = fields.filter((field) => field !== '');
  return filled.length > 0 && filled.every((field) => Number.isFinite(Number(field)));
}

/** Wide enough for the first rows, within reason. CSS pixels. */
function columnWidth(rows: readonly CsvRow[], index: number, title: string): number {
  const longest = rows
    .slice(0, 50)
    .reduce((most, { fields }) => Math.max(most, fields[index]?.length ?? 0), title.length + 2);
  return Math.min(320, Math.max(80, Math.ceil(longest * 8.2) + 28));
}
