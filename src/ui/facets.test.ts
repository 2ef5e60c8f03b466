import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facet, facetValues, narrowed } from './facets.ts';

interface Row {
  readonly phase: string;
  readonly owners: readonly string[];
}

const facets: readonly Facet<Row>[] = [
  { id: 'phase', label: 'Phase', valuesOf: ({ phase }) => [phase] },
  { id: 'owner', label: 'Owner', valuesOf: ({ owners }) => owners },
];
const [phase, owner] = facets;
const rows: readonly Row[] = [
  { phase: '10', owners: ['a', 'a'] },
  { phase: '2', owners: ['a', 'b'] },
  { phase: '2', owners: [] },
];

describe('facets', () => {
  it('leave the rows that have every chosen value', () => {
    expect(narrowed(rows, facets, {})).toEqual(rows);
    expect(narrowed(rows, facets, { phase: '2' })).toEqual(rows.slice(1));
    expect(narrowed(rows, facets, { phase: '2', owner: 'a' })).toEqual([rows[1]]);
    expect(narrowed(rows, facets, { owner: 'nobody' })).toEqual([]);
    expect(narrowed(rows, facets, { unknown: 'x' })).toEqual(rows);
  });

  it('count a row once, and only what the other facets leave', () => {
    if (phase === undefined || owner === undefined) throw new Error('two facets');
    expect(facetValues(rows, phase, facets, {})).toEqual([
      { value: '2', count: 2 },
      { value: '10', count: 1 },
    ]);
    expect(facetValues(rows, owner, facets, { phase: '10' })).toEqual([
      { value: 'a', count: 1 },
      { value: 'b', count: 0 },
    ]);
  });

  it('list a chosen value that no row has', () => {
    if (owner === undefined) throw new Error('two facets');
    expect(facetValues(rows, owner, facets, { owner: 'z' })).toContainEqual({
      value: 'z',
      count: 0,
    });
  });

  it('promise as many rows as choosing leaves', () => {
    const row = fc.record({
      phase: fc.constantFrom('1', '2', '3'),
      owners: fc.array(fc.constantFrom('a', 'b', 'c')),
    });
    const choice = fc.record(
      { phase: fc.constantFrom('1', '2'), owner: fc.constantFrom('a', 'b') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(row), choice, fc.constantFrom(...facets), (all, chosen, facet) => {
        for (const { value, count } of facetValues(all, facet, facets, chosen)) {
          expect(narrowed(all, facets, { ...chosen, [facet.id]: value })).toHaveLength(count);
        }
      }),
    );
  });
});
