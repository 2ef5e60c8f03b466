/** How rows are parted. Rows of one group need not stand together; groups come in the order of the rows. */
export interface TableGroups<Row> {
  readonly of: (row: Row) => string;
  readonly title: (group: string) => string;
}

/** One line of a table: a row, the heading of a group, or what opens beneath a row. */
export type TableEntry<Row> =
  | { readonly kind: 'row'; readonly row: Row; readonly rank: number }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'detail'; readonly row: Row };

export interface TableLayout<Row> {
  /** Number of entries, headings and the open detail included. */
  readonly count: number;
  readonly at: (place: number) => TableEntry<Row> | undefined;
  /** Where the row of this rank stands. */
  readonly placeOf: (rank: number) => number;
}

/**
 * The entries of a table in the order in which they are shown.
 * @param rows in the order that was asked for; with groups, already parted by `grouped`
 * @param isOpen whether a row has its detail beneath it
 */
export function tableLayout<Row>(
  rows: readonly Row[],
  groups: TableGroups<Row> | undefined,
  isOpen: ((row: Row) => boolean) | undefined,
): TableLayout<Row> {
  // A hundred thousand rows cost nothing while there is nothing between them.
  if (groups === undefined && isOpen === undefined) {
    return {
      count: rows.length,
      at: (place) => {
        const row = rows[place];
        return row === undefined ? undefined : { kind: 'row', row, rank: place };
      },
      placeOf: (rank) => rank,
    };
  }
  const entries: TableEntry<Row>[] = [];
  const places: number[] = [];
  let before: string | undefined;
  for (const [rank, row] of rows.entries()) {
    const group = groups?.of(row);
    if (group !== undefined && group !== before) entries.push({ kind: 'group', group });
    before = group;
    places.push(entries.length);
    entries.push({ kind: 'row', row, rank });
    if (isOpen?.(row) === true) entries.push({ kind: 'detail', row });
  }
  return {
    count: entries.length,
    at: (place) => entries[place],
    placeOf: (rank) => places[rank] ?? 0,
  };
}

/**
 * The rows of each group together.
 * @param rows in the order within each group
 * @param source in the order of the groups
 */
export function grouped<Row>(
  rows: readonly Row[],
  source: readonly Row[],
  groupOf: (row: Row) => string,
): readonly Row[] {
  const parts = new Map<string, Row[]>(source.map((row) => [groupOf(row), []]));
  for (const row of rows) parts.get(groupOf(row))?.push(row);
  return [...parts.values()].flat();
}
