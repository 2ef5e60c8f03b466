import { readCsvText } from '../../../formats/csv-table.ts';
import type { Pointer } from '../../../model/common.ts';

export interface CsvRow {
  /** 1-based, without the header: the number that pointers use. */
  readonly n: number;
  readonly fields: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Numbers of the rows that have another number of fields than the header. */
  readonly ragged: readonly number[];
  /** Codes of what is not written as it should be. */
  readonly faults: readonly string[];
}

/** Reads a table and numbers its rows as pointers do. */
export function readCsv(text: string): CsvTable {
  const { header, rows: body, faults } = readCsvText(text);
  const rows = body.map((fields, index): CsvRow => ({ n: index + 1, fields }));
  return {
    header,
    rows,
    ragged: rows.filter(({ fields }) => fields.length !== header.length).map(({ n }) => n),
    faults,
  };
}

/** What a pointer names in a table. */
export interface CsvPlace {
  readonly from: number;
  readonly to: number;
  /** Index of the column; absent when whole rows are meant. */
  readonly column?: number;
}

export type CsvMiss =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'column'; readonly column: string };

/** Where a pointer leads; a part that does not exist is said, and the part that does is shown. */
export function pointedCells(
  { header, rows }: CsvTable,
  pointer: Pointer | undefined,
): { readonly place?: CsvPlace; readonly miss?: CsvMiss } {
  if (pointer?.kind !== 'cell' && pointer?.kind !== 'rows') return {};
  const from = pointer.kind === 'cell' ? pointer.row : pointer.from;
  const to = pointer.kind === 'cell' ? pointer.row : pointer.to;
  if (from < 1 || from > rows.length || to < from) return { miss: { kind: 'row', row: from } };
  const place = { from, to: Math.min(to, rows.length) };
  const overrun: CsvMiss | undefined = to > rows.length ? { kind: 'row', row: to } : undefined;
  if (pointer.column === undefined) return { place, ...(overrun && { miss: overrun }) };
  const column = header.indexOf(pointer.column);
  if (column < 0) return { place, miss: { kind: 'column', column: pointer.column } };
  return { place: { ...place, column }, ...(overrun && { miss: overrun }) };
}

/** The numbers of a column, gaps for fields that are none; `undefined` when fewer than two are. */
export function numbersOf(
  { rows }: CsvTable,
  column: number,
): readonly (number | null)[] | undefined {
  const values = rows.map(({ fields }) => {
    const field = fields[column]?.trim() ?? '';
    const value = field === '' ? Number.NaN : Number(field);
    return Number.isFinite(value) ? value : null;
  });
  const known = values.filter((value) => value !== null).length;
  return known >= 2 && known >= rows.length / 2 ? values : undefined;
}
