import type { ReactNode } from 'react';
import type { SortValue } from './table-sort.ts';

/** One column of a table over rows of the type `Row`. */
export interface Column<Row> {
  /** Opaque and stable; it may stand in a URL. */
  readonly id: string;
  readonly header: string;
  /** What the column means, as the title of its header. */
  readonly description?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortValue?: (row: Row) => SortValue;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** Width in CSS pixels; columns without one share what is left. */
  readonly width?: number;
  /** Says what it is without the name of its column, where a row is a card. */
  readonly unnamed?: boolean;
  /** Not offered in the column choice, always shown. */
  readonly fixed?: boolean;
  /** Hidden until chosen. */
  readonly optional?: boolean;
}

/** The ids of the columns that show unless somebody chose otherwise. */
export function defaultColumns<Row>(columns: readonly Column<Row>[]): readonly string[] {
  return columns.filter((column) => column.optional !== true).map((column) => column.id);
}

/** What somebody turned about the columns of a table; a link may hold it. */
export interface ColumnTurns {
  /** Left out. */
  readonly without?: readonly string[] | undefined;
  /** Optional ones that show. */
  readonly also?: readonly string[] | undefined;
}

/** Columns that can be hidden. One at least always stays: those that are fixed, or the first. */
export function columnsToChoose<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const [first] = columns;
  return columns.some(({ fixed }) => fixed === true)
    ? columns.filter(({ fixed }) => fixed !== true)
    : columns.filter((column) => column !== first);
}

/** The ids of the columns that show, in their order. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  { without = [], also = [] }: ColumnTurns,
): readonly string[] {
  const free = new Set(columnsToChoose(columns));
  return columns
    .filter(
      (column) =>
        !free.has(column) ||
        (column.optional === true ? also.includes(column.id) : !without.includes(column.id)),
    )
    .map(({ id }) => id);
}

/** What has to be turned for these columns to show; the inverse of {@link shownColumns}. */
export function turnsTo<Row>(
  columns: readonly Column<Row>[],
  shown: readonly string[],
): {
  readonly without: readonly string[] | undefined;
  readonly also: readonly string[] | undefined;
} {
  const without = columns.filter(({ id, optional }) => optional !== true && !shown.includes(id));
  const also = columns.filter(({ id, optional }) => optional === true && shown.includes(id));
  return { without: idsOf(without), also: idsOf(also) };
}

function idsOf<Row>(columns: readonly Column<Row>[]): readonly string[] | undefined {
  return columns.length === 0 ? undefined : columns.map(({ id }) => id);
}

/** Least width of a column that has none of its own, in CSS pixels. */
const flexibleWidth = 120;

/** Width below which a table scrolls sideways instead of squeezing its columns, in CSS pixels. */
export function leastWidth<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? flexibleWidth), 0);
}
