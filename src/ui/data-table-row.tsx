import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import type { Column } from './table-columns.ts';

export interface TableRowProps<Row> {
  readonly id: string;
  /** Place among all entries of the table, from 0. */
  readonly place: number;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly isActive: boolean;
  /** Absent where rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  /** Takes the height of a row that is as high as what it holds. */
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
  /** @param isOwn whether the row was meant, and not a link or a button within it */
  readonly onPress: (isOwn: boolean) => void;
}

/** One row of a DataTable. */
export function TableRow<Row>({
  id,
  place,
  row,
  columns,
  isActive,
  isSelected,
  measure,
  onPress,
}: TableRowProps<Row>): ReactNode {
  return (
    <tr
      id={id}
      ref={measure}
      data-index={place}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      className={classNames(
        styles.row,
        isSelected !== undefined && styles.selectable,
        isActive && styles.active,
      )}
      onClick={({ target }) =>
        onPress(!(target instanceof Element && target.closest('a, button, input') !== null))
      }
    >
      {columns.map((column, at) => (
        <td
          key={column.id}
          aria-colindex={at + 1}
          className={column.align === 'end' ? styles.number : undefined}
          data-pinned={at === 0 && column.fixed === true ? true : undefined}
          data-name={column.unnamed === true || column.fixed === true ? undefined : column.header}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
