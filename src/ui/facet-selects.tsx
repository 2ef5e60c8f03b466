import type { ReactNode } from 'react';
import { type Facet, type FacetChoice, facetValues } from './facets.ts';
import { Select } from './select.tsx';

const any = '';

export interface FacetSelectsProps<Row> {
  /** All rows, before anything is narrowed. */
  readonly rows: readonly Row[];
  readonly facets: readonly Facet<Row>[];
  readonly chosen: FacetChoice;
  readonly onChange: (facet: string, value: string | undefined) => void;
  /** What no choice is called, such as "Any". */
  readonly anyLabel: string;
}

/** One choice a facet, with the number of rows that each value would leave. */
export function FacetSelects<Row>({
  rows,
  facets,
  chosen,
  onChange,
  anyLabel,
}: FacetSelectsProps<Row>): ReactNode {
  return facets.map((facet) => {
    const values = facetValues(rows, facet, facets, chosen);
    // A single value narrows nothing.
    if (values.length < 2 && chosen[facet.id] === undefined) return null;
    return (
      <Select
        key={facet.id}
        label={facet.label}
        options={[
          { value: any, label: anyLabel },
          ...values.map(({ value, count }) => ({
            value,
            label: facet.nameOf?.(value) ?? value,
            hint: count,
          })),
        ]}
        value={chosen[facet.id] ?? any}
        onChange={(value) => onChange(facet.id, value === any ? undefined : value)}
      />
    );
  });
}
