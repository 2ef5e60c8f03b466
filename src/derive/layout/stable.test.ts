import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from './layout.ts';
import { type Case, cases, faults, inputOf, plain } from './testing/cases.ts';
import type { LayoutInput, LayoutResult } from './types.ts';

/** Where nodes stood, for a graph that has more of them now; those in between are new. */
function former(result: LayoutResult, count: number): NonNullable<LayoutInput['previous']> {
  const x = new Float64Array(count).fill(Number.NaN);
  const y = new Float64Array(count).fill(Number.NaN);
  x.set(result.x.subarray(0, count));
  y.set(result.y.subarray(0, count));
  return { x, y };
}

function waves(count: number, width: number): Case['edges'] {
  const edges: [number, number][] = [];
  for (let node = width; node < count; node += 1) {
    edges.push([node - width, node], [node - width - (node % 3), node]);
  }
  return edges.filter(([from]) => from >= 0);
}

const ofNode = (result: LayoutResult, node: number) => [result.x[node], result.y[node]];

describe('a layout that goes on from a former one', () => {
  it('is as valid as any, whatever the former one was', () => {
    const places = fc.double({ noNaN: false, min: -1e7, max: 1e7 });
    fc.assert(
      fc.property(cases, fc.array(places, { minLength: 48, maxLength: 48 }), (own, noise) => {
        const count = own.sizes.length;
        const previous = {
          x: Float64Array.from({ length: count }, (_, node) => noise[node] ?? 0),
          y: Float64Array.from({ length: count }, (_, node) => noise[node + 24] ?? 0),
        };
        const input = inputOf(own, previous);
        expect(faults(own, input, layoutGraph(input))).toEqual([]);
      }),
    );
  });

  it('gives the same result every time', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const previous = former(layoutGraph(inputOf(own)), own.sizes.length);
        const input = inputOf(own, previous);
        expect(layoutGraph(input)).toEqual(layoutGraph(input));
      }),
    );
  });

  it('moves nothing sideways where a node comes that nothing is tied to', () => {
    const count = 200;
    const before = layoutGraph(plain(count, waves(count, 10)));
    const input = plain(count + 1, waves(count, 10));
    const after = layoutGraph({ ...input, previous: former(before, count + 1) });
    for (let node = 0; node < count; node += 1) {
      expect(Math.abs((after.x[node] ?? 0) - (before.x[node] ?? 0))).toBe(0);
    }
  });

  it('leaves what stays where it was when a new wave comes before all others', () => {
    const chain: Case['edges'] = [
      [0, 1],
      [1, 2],
      [2, 3],
    ];
    const before = layoutGraph(plain(4, chain));
    const input = plain(5, [...chain, [4, 0]]);
    const after = layoutGraph({ ...input, previous: former(before, 5) });
    for (const node of [0, 1, 2, 3]) expect(ofNode(after, node)).toEqual(ofNode(before, node));
    expect(after.left).toBe(-164);
    expect(after.x[4]).toBe(-164);
    expect(after.width).toBe(before.width + 164);
    // The routes are moved with the nodes.
    const first = after.routes.offsets[3] ?? 0;
    expect(after.routes.points[2 * first]).toBe(-64);
  });

  it('keeps almost all places of a large plan when a little changes', () => {
    const count = 1_000;
    const edges = waves(count, 25);
    const before = layoutGraph(plain(count, edges));
    const changed = [...edges.filter((_, at) => at % 200 !== 7), [300, count], [301, count]];
    const input = plain(
      count + 1,
      changed.map(([from = 0, to = 0]): [number, number] => [from, to]),
    );
    const after = layoutGraph({ ...input, previous: former(before, count + 1) });
    const moves = Array.from({ length: count }, (_, node) =>
      Math.hypot(
        (after.x[node] ?? 0) - (before.x[node] ?? 0),
        (after.y[node] ?? 0) - (before.y[node] ?? 0),
      ),
    ).sort((a, b) => a - b);
    expect(moves[count >> 1]).toBeLessThan(50);
  });

  it('asks no former layout that knows hardly any of the nodes', () => {
    const input = plain(40, waves(40, 5));
    const previous = former(layoutGraph(plain(2, [[0, 1]])), 40);
    expect(layoutGraph({ ...input, previous })).toEqual(layoutGraph(input));
  });
});

describe('a draft', () => {
  it('is as valid as any layout, and the same every time', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const input: LayoutInput = { ...inputOf(own), draft: true };
        const result = layoutGraph(input);
        expect(faults(own, input, result)).toEqual([]);
        expect(layoutGraph(input)).toEqual(result);
      }),
    );
  });

  it('has every node in the layer that it is going to have', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const input = inputOf(own);
        const draft = layoutGraph({ ...input, draft: true });
        const { layer, reversed } = layoutGraph(input);
        expect([draft.layer, draft.reversed]).toEqual([layer, reversed]);
      }),
    );
  });
});

describe('the progress of a layout', () => {
  it('grows to the whole, also where everything is laid out twice', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const shares: number[] = [];
        layoutGraph(inputOf(own), undefined, (share) => shares.push(share));
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        if (own.sizes.length > 0) expect(shares.at(-1)).toBe(1);
      }),
    );
  });
});

describe('graphs of unusual shape', () => {
  it('are laid out when fifty groups hold each other', () => {
    const depth = 50;
    const own: Case = {
      sizes: Array.from({ length: 2 * depth }, () => [100, 40]),
      group: Array.from({ length: 2 * depth }, (_, node) => node % depth),
      edges: Array.from({ length: 2 * depth - 1 }, (_, node) => [node, node + 1]),
      parents: Array.from({ length: depth }, (_, group) => group - 1),
      direction: 'right',
    };
    const input = inputOf(own);
    expect(faults(own, input, layoutGraph(input))).toEqual([]);
  });

  it('are laid out when one node is tied to all others, both ways', () => {
    const edges = Array.from({ length: 300 }, (_, node): [number, number] =>
      node % 2 === 0 ? [0, node + 1] : [node + 1, 0],
    );
    const own: Case = {
      sizes: Array.from({ length: 301 }, () => [100, 40]),
      group: Array.from({ length: 301 }, () => -1),
      edges,
      parents: [],
      direction: 'down',
    };
    const input = inputOf(own);
    expect(faults(own, input, layoutGraph(input))).toEqual([]);
  });
});
