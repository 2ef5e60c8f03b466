/** What a column sorts by; an absent value always comes last. */
export type SortValue = string | number | undefined;

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compare(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Whether a value can be ordered at all; NaN cannot, and counts as absent. */
const present = (value: SortValue): boolean => value !== undefined && !Number.isNaN(value);

/**
 * Sorts stably by one value of each row. Absent values come last in both directions, so that a
 * reversed column does not begin with gaps.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  read: (row: Row) => SortValue,
  direction: Sort['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: read(row) }))
    .sort((a, b) => {
      if (!present(a.value) || !present(b.value)) {
        return Number(present(b.value)) - Number(present(a.value));
      }
      return sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

/** What a press on a header asks for: ascending, then descending, then ascending again. */
export function nextSort(sort: Sort | undefined, column: string): Sort {
  const reverse = sort?.column === column && sort.direction === 'ascending';
  return { column, direction: reverse ? 'descending' : 'ascending' };
}
