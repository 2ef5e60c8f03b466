import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { usePrinting } from './use-printing.ts';
import styles from './wide-table.module.css';

export interface WideTableProps {
  /** Accessible name of the table. */
  readonly label: string;
  /** Cells of the header row. */
  readonly head: ReactNode;
  /** Rows of the body. */
  readonly children: ReactNode;
  /** CSS pixels below which it scrolls sideways instead of squeezing its columns. */
  readonly least?: number;
  /** Bounded by a hairline of its own, where no panel bounds it. */
  readonly framed?: boolean;
  /** The first column stays in view. */
  readonly pinned?: boolean;
}

/**
 * A table to be read, whose rows are as high as what they hold. Where the room ends it scrolls
 * within itself, by keyboard too.
 */
export function WideTable({
  label,
  head,
  children,
  least = 560,
  framed = false,
  pinned = false,
}: WideTableProps): ReactNode {
  // Paper does not scroll: there columns are squeezed instead.
  const isPaper = usePrinting();
  return (
    <div
      className={classNames(styles.box, framed && styles.framed)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table
        aria-label={label}
        className={classNames(styles.table, pinned && styles.pinned)}
        style={{ minWidth: isPaper ? 0 : least }}
      >
        <thead className={styles.head}>
          <tr>{head}</tr>
        </thead>
        <tbody className={styles.body}>{children}</tbody>
      </table>
    </div>
  );
}

/** The header of one column; `end` for numbers. */
export function HeadCell({
  children,
  end = false,
  title,
}: {
  readonly children: ReactNode;
  readonly end?: boolean;
  readonly title?: string;
}): ReactNode {
  return (
    <th scope="col" className={end ? styles.end : undefined} title={title}>
      {children}
    </th>
  );
}
