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

/** Least width of a column that has none of its own, in CSS pixels. */
const flexibleWidth = 120;

/** Width below which a table scrolls sideways instead of squeezing its columns, in CSS pixels. */
export function leastWidth<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? flexibleWidth), 0);
}
