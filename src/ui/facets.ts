/** One property by which rows can be narrowed. */
export interface Facet<Row> {
  /** Opaque and stable; it may stand in a URL. */
  readonly id: string;
  readonly label: string;
  /** What a row has of it: none, one or several. */
  readonly valuesOf: (row: Row) => readonly string[];
  /** What a value is called; absent, it is shown as it is. */
  readonly nameOf?: (value: string) => string;
}

/** The chosen value of each facet by its id. */
export type FacetChoice = Readonly<Record<string, string | undefined>>;

/** How many rows would be left by choosing this value. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows that have every chosen value, in their order. */
export function narrowed<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  chosen: FacetChoice,
): readonly Row[] {
  const asked = facets.flatMap(({ id, valuesOf }) => {
    const value = chosen[id];
    return value === undefined ? [] : [{ value, valuesOf }];
  });
  return rows.filter((row) => asked.every(({ value, valuesOf }) => valuesOf(row).includes(value)));
}

/**
 * Every value of one facet with the number of rows that have it and match the other facets. A chosen
 * value that no row has is listed with zero, so that nobody wonders what hides the rows.
 */
export function facetValues<Row>(
  rows: readonly Row[],
  facet: Facet<Row>,
  facets: readonly Facet<Row>[],
  chosen: FacetChoice,
): readonly FacetValue[] {
  const others = facets.filter(({ id }) => id !== facet.id);
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of facet.valuesOf(row)) counts.set(value, 0);
  for (const row of narrowed(rows, others, chosen)) {
    for (const value of new Set(facet.valuesOf(row)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const own = chosen[facet.id];
  if (own !== undefined && !counts.has(own)) counts.set(own, 0);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => collator.compare(a.value, b.value));
}
