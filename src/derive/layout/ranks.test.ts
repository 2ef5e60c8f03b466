import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCsr } from '../../lib/graph/csr.ts';
import { assignRanks, edgesAgainst } from './ranks.ts';

type Pairs = readonly (readonly [number, number])[];

const froms = (pairs: Pairs) => Int32Array.from(pairs, ([from]) => from);
const tos = (pairs: Pairs) => Int32Array.from(pairs, ([, to]) => to);
const against = (nodes: number, pairs: Pairs) => [
  ...edgesAgainst(buildCsr(nodes, froms(pairs), tos(pairs))),
];
const ranks = (nodes: number, pairs: Pairs, weight: readonly number[] = pairs.map(() => 1)) => {
  const [from, to] = [froms(pairs), tos(pairs)];
  return [
    ...assignRanks(buildCsr(nodes, from, to), { from, to, weight: Float64Array.from(weight) }),
  ];
};

const anyPairs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 30 });
const forward = anyPairs.map((list) =>
  list
    .filter(([a, b]) => a !== b)
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
);
const lengthOf = (rank: readonly number[], pairs: Pairs) =>
  pairs.reduce((sum, [a, b]) => sum + (rank[b] ?? 0) - (rank[a] ?? 0), 0);

describe('edgesAgainst', () => {
  it('turns nothing round in a graph without cycles', () => {
    fc.assert(
      fc.property(forward, (pairs) => {
        expect(against(10, pairs)).toEqual(pairs.map(() => 0));
      }),
    );
  });

  it('leaves no cycle once these edges are turned round', () => {
    fc.assert(
      fc.property(anyPairs, (list) => {
        const pairs = list.filter(([a, b]) => a !== b);
        const marks = against(10, pairs);
        const turned = pairs.map(([a, b], at): [number, number] =>
          marks[at] === 1 ? [b, a] : [a, b],
        );
        expect(() => ranks(10, turned)).not.toThrow();
      }),
    );
  });

  it('turns round what leads back to the way on which the search came', () => {
    // From 0 over 1 to 2, and back; 3 and 4 hold each other; 5 leads into both and is on no cycle.
    const pairs: Pairs = [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 1],
      [0, 2],
      [3, 4],
      [4, 3],
      [5, 0],
      [5, 3],
      [2, 3],
      [1, 1],
    ];
    expect(against(6, pairs)).toEqual([0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('looks at edges in the order in which they are given', () => {
    expect(
      against(3, [
        [0, 2],
        [0, 1],
        [1, 2],
        [2, 1],
        [1, 0],
      ]),
    ).toEqual([0, 0, 1, 0, 1]);
  });
});

describe('assignRanks', () => {
  it('leads every edge to a later layer, and leaves no layer out', () => {
    fc.assert(
      fc.property(forward, (pairs) => {
        const found = ranks(10, pairs);
        for (const [a, b] of pairs) expect(found[b]).toBeGreaterThan(found[a] ?? 0);
        expect([...new Set(found)].sort((a, b) => a - b)).toEqual(
          Array.from({ length: Math.max(...found) + 1 }, (_, at) => at),
        );
      }),
    );
  });

  it('lets no single node have shorter edges elsewhere', () => {
    fc.assert(
      fc.property(forward, (pairs) => {
        const found = ranks(10, pairs);
        const best = lengthOf(found, pairs);
        for (const node of found.keys()) {
          for (const step of [-1, 1]) {
            const other = found.with(node, (found[node] ?? 0) + step);
            const isValid =
              (other[node] ?? 0) >= 0 && pairs.every(([a, b]) => (other[b] ?? 0) > (other[a] ?? 0));
            if (isValid) expect(lengthOf(other, pairs)).toBeGreaterThanOrEqual(best);
          }
        }
      }),
    );
  });

  it('moves a node to the side that pulls more', () => {
    // A long way from 0 to 4; 5 and 6 only have to come before its end or after its beginning.
    const way: Pairs = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ];
    expect(ranks(7, [...way, [5, 4], [0, 6]])).toEqual([0, 1, 2, 3, 4, 3, 1]);
    expect(ranks(6, [...way, [0, 5], [5, 4]])).toEqual([0, 1, 2, 3, 4, 1]);
    expect(ranks(6, [...way, [0, 5], [5, 4]], [1, 1, 1, 1, 1, 2])).toEqual([0, 1, 2, 3, 4, 3]);
    expect(ranks(6, [...way, [0, 5], [5, 4]], [1, 1, 1, 1, 2, 1])).toEqual([0, 1, 2, 3, 4, 1]);
  });

  it('moves on what follows a node that has moved', () => {
    // 5 and 6 before the end of the way: first 6 goes there, then 5 after it.
    const pairs: Pairs = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [5, 6],
      [6, 4],
      [6, 4],
    ];
    expect(ranks(7, pairs)).toEqual([0, 1, 2, 3, 4, 2, 3]);
    // Nothing holds 0: all that is left begins at layer 0.
    expect(ranks(3, [[1, 2]])).toEqual([0, 0, 1]);
  });

  it('moves nodes back after others have made room', () => {
    // 3 goes to the end because of its three edges there; 1 follows it only while it is pulled.
    const pairs: Pairs = [
      [0, 1],
      [1, 2],
      [2, 6],
      [0, 3],
      [3, 6],
      [3, 6],
      [3, 6],
      [4, 3],
      [4, 3],
      [5, 4],
      [0, 7],
    ];
    expect(ranks(8, pairs)).toEqual([0, 1, 2, 2, 1, 0, 3, 1]);
  });

  it('refuses a cycle', () => {
    expect(() =>
      ranks(2, [
        [0, 1],
        [1, 0],
      ]),
    ).toThrow(new RangeError('Ranks need a graph without cycles'));
  });

  it('gives nothing a layer where there is nothing', () => {
    expect(ranks(0, [])).toEqual([]);
  });
});
