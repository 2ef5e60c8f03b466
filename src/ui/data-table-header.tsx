import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import {
  type Column,
  type ColumnTurns,
  columnsToChoose,
  shownColumns,
  turnsTo,
} from './table-columns.ts';
import type { Sort } from './table-sort.ts';
import { useWording } from './wording/use-wording.ts';

export interface TableHeaderProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  /** Paper has names instead of buttons, which browsers leave out where a header is repeated. */
  readonly isPrinted: boolean;
  readonly onSort: (column: string) => void;
}

/** The sticky header of a DataTable. */
export function TableHeader<Row>({
  columns,
  sort,
  isPrinted,
  onSort,
}: TableHeaderProps<Row>): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, place) => {
          const sortable = column.sortValue !== undefined;
          const direction = sort?.column === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              aria-colindex={place + 1}
              data-pinned={place === 0 && column.fixed === true ? true : undefined}
              aria-sort={sortable ? (direction ?? 'none') : undefined}
              title={column.description}
              className={classNames(styles.head, column.align === 'end' && styles.number)}
            >
              {sortable && !isPrinted ? (
                <button
                  type="button"
                  className={classNames(styles.sort, direction !== undefined && styles.sorted)}
                  onClick={() => onSort(column.id)}
                >
                  <span className={styles.headLabel}>{column.header}</span>
                  <Icon
                    of={direction === 'descending' ? ArrowDown : ArrowUp}
                    size={12}
                    className={styles.arrow}
                  />
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

export interface ColumnChoiceProps<Row> {
  readonly columns: readonly Column<Row>[];
  /** Ids of the columns shown. */
  readonly shown: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
}

/** A menu that shows and hides columns of a DataTable. */
export function ColumnChoice<Row>({ columns, shown, onChange }: ColumnChoiceProps<Row>): ReactNode {
  const words = useWording();
  const set = new Set(shown);
  return (
    <Menu
      align="end"
      trigger={
        <Button icon={<Icon of={Columns3} />} aria-label={words.chooseColumns}>
          {words.columns}
        </Button>
      }
      entries={columnsToChoose(columns).map((column) => ({
        kind: 'check' as const,
        id: column.id,
        label: column.header,
        checked: set.has(column.id),
        onChange: (checked: boolean) =>
          onChange(
            columns.map((one) => one.id).filter((id) => (id === column.id ? checked : set.has(id))),
          ),
      }))}
    />
  );
}

/** The same for columns whose turns are kept elsewhere, in a link; nothing where there is no choice. */
export function ColumnTurner<Row>({
  columns,
  turns,
  onTurn,
}: {
  readonly columns: readonly Column<Row>[];
  readonly turns: ColumnTurns;
  readonly onTurn: (turns: ReturnType<typeof turnsTo>) => void;
}): ReactNode {
  if (columnsToChoose(columns).length === 0) return null;
  return (
    <div className={styles.choice}>
      <ColumnChoice
        columns={columns}
        shown={shownColumns(columns, turns)}
        onChange={(shown) => onTurn(turnsTo(columns, shown))}
      />
    </div>
  );
}
