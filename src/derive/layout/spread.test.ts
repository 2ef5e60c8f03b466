import { describe, expect, it } from 'vitest';
import type { PartInput } from './part-input.ts';
import { spreadRanks } from './spread.ts';
import { layerEdges } from './testing/layered.ts';
import { DEFAULT_SPACING } from './types.ts';

const none = { entity: new Int32Array(0), offset: new Float64Array(0), hint: new Float64Array(0) };

/** One entity that leads to all others, each 100 along and 40 across, 60 with its gap. */
function star(leaves: number, more: Partial<PartInput> = {}): PartInput {
  const count = leaves + 1;
  return {
    along: new Float64Array(count).fill(100),
    across: new Float64Array(count).fill(40),
    rank: Int32Array.from({ length: count }, (_, at) => (at === 0 ? 0 : 1)),
    edges: layerEdges(Array.from({ length: leaves }, (_, at): [number, number] => [0, at + 1])),
    into: none,
    out: none,
    effort: 'full',
    spacing: DEFAULT_SPACING,
    ...more,
  };
}

const shape = { along: 1_000, across: 600 };
const spread = (input: PartInput) => {
  const ranks = spreadRanks(input, shape);
  return ranks && [...ranks];
};
/** By rank: how many have it. */
const sizes = (input: PartInput) => {
  const ranks = spread(input);
  return (
    ranks &&
    Array.from(
      { length: Math.max(...ranks) + 1 },
      (_, own) => ranks.filter((at) => at === own).length,
    )
  );
};

describe('spreadRanks', () => {
  it('stands a full layer in columns, row by row', () => {
    expect(spread(star(40))).toEqual([0, ...Array.from({ length: 40 }, (_, at) => 1 + (at % 5))]);
    expect(sizes(star(40))).toEqual([1, 8, 8, 8, 8, 8]);
    // Nine columns are 1,022 deep with what passes them; twelve were longer, and six deeper.
    expect(sizes(star(100))).toEqual([1, 12, 11, 11, 11, 11, 11, 11, 11, 11]);
  });

  it('leaves what is no deeper than the drawing shall be', () => {
    const least = Array.from({ length: 60 }, (_, at) => at + 1).find(
      (leaves) => spread(star(leaves)) !== undefined,
    );
    expect(least).toBe(11);
  });

  it('makes columns only where the picture becomes half as large again by them', () => {
    // Two layers full of what is so long: the longest that is still spread, of few and of many.
    const longest = (leaves: number) =>
      Array.from({ length: 150 }, (_, at) => 100 + 10 * at).findLast((long) =>
        spread(star(leaves, { along: new Float64Array(leaves + 1).fill(long) })),
      );
    expect([12, 20, 40].map(longest)).toEqual([200, 380, 820]);
    // As thick as the longest in it, wherever that stands.
    const mixed = (at: number) =>
      spread(star(40, { along: new Float64Array(41).fill(100).fill(2_000, at, at + 1) }));
    expect([1, 20, 40].map(mixed)).toEqual([undefined, undefined, undefined]);
  });

  it('does not spread what would only become as long as it was deep', () => {
    const along = new Float64Array(41).fill(2_000);
    expect(spread(star(40, { along }))).toBeUndefined();
  });

  it('spreads only the layers that are full, and leaves no rank out', () => {
    const leaves = 40;
    const { rank, edges } = star(leaves);
    // One more after the leaf 1.
    const ranks = spread({
      ...star(leaves),
      along: new Float64Array(42).fill(100),
      across: new Float64Array(42).fill(40),
      rank: Int32Array.from([...rank, 2]),
      edges: layerEdges([
        ...Array.from(edges.from, (from, at): [number, number] => [from, edges.to[at] ?? 0]),
        [1, 41],
      ]),
    });
    expect(ranks?.[0]).toBe(0);
    expect(ranks?.[41]).toBe(1 + Math.max(...(ranks?.slice(1, 41) ?? [])));
    expect(new Set(ranks).size).toBe((ranks?.[41] ?? 0) + 1);
  });

  it('keeps each in the column that it had, and new ones where there is most room', () => {
    const formerAlong = Float64Array.from({ length: 41 }, (_, at) => {
      if (at === 0) return 0;
      return [500, 164, 328, 672][at % 4] ?? 0;
    });
    const former = Float64Array.from({ length: 41 }, (_, at) => 60 * at);
    const own = star(40, { former, formerAlong, effort: 'keep' });
    const columns = [3, 1, 2, 4];
    expect(spread(own)).toEqual([
      0,
      ...Array.from({ length: 40 }, (_, at) => columns[(at + 1) % 4] ?? 0),
    ]);
    // There is room for a fifth column: that is where new ones go.
    const gaps = formerAlong.slice();
    for (const at of [2, 3, 6]) gaps[at] = Number.NaN;
    expect(sizes({ ...own, formerAlong: gaps })).toEqual([1, 10, 8, 10, 9, 3]);
    expect(spread({ ...own, formerAlong: gaps })?.[5]).toBe(1);
    // Of places that were never columns nothing is kept.
    const anywhere = formerAlong.map((_, at) => at);
    expect(spread({ ...own, formerAlong: anywhere })).toEqual(spread(star(40)));
    const unknown = formerAlong.map(() => Number.NaN);
    expect(spread({ ...own, formerAlong: unknown })).toEqual(spread(star(40)));
  });

  it('reads in the former order where one is known', () => {
    const former = Float64Array.from({ length: 41 }, (_, at) => -60 * at);
    expect(spread(star(40, { former, effort: 'keep' }))).toEqual([
      0,
      ...Array.from({ length: 40 }, (_, at) => 1 + ((39 - at) % 5)),
    ]);
  });
});
