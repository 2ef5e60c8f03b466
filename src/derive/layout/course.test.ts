import { describe, expect, it } from 'vitest';
import { layoutGraph } from './layout.ts';
import { inputOf, plain } from './testing/cases.ts';
import { LayoutAborted, type LayoutInput } from './types.ts';

/** Two nodes in a group inside another, one in a third and one in none. */
const grouped = (edges: readonly (readonly [number, number])[]): LayoutInput =>
  inputOf({
    sizes: Array.from({ length: 4 }, () => [100, 40]),
    group: [1, 1, 2, -1],
    edges,
    parents: [-1, 0, -1],
    direction: 'right',
  });

const sharesOf = (input: LayoutInput) => {
  const shares: number[] = [];
  layoutGraph(input, undefined, (share) => shares.push(share));
  return shares.map((share) => Math.round(share * 1000) / 1000);
};

describe('the course of a layout', () => {
  it('is told as the share of entities that are done, level by level', () => {
    // Group 1 holds two nodes, group 0 one group, group 2 a node, and the whole two groups and a node.
    expect(sharesOf(grouped([]))).toEqual([0.286, 0.429, 0.571, 1]);
    expect(sharesOf({ ...grouped([[0, 2]]), draft: true })).toEqual([0.286, 0.429, 0.571, 1]);
  });

  it('is told of both times where everything is laid out twice', () => {
    expect(sharesOf(grouped([[0, 2]]))).toEqual([0.143, 0.214, 0.286, 0.5, 0.643, 0.714, 0.786, 1]);
  });

  it('ends between two levels when nobody waits any longer', () => {
    let asked = 0;
    let told = 0;
    const signal = {
      get aborted() {
        asked += 1;
        return asked > 2;
      },
    };
    expect(() =>
      layoutGraph(grouped([]), signal, () => {
        told += 1;
      }),
    ).toThrow(new LayoutAborted());
    expect(told).toBe(2);
    expect(new LayoutAborted().name).toBe('LayoutAborted');
    expect(new LayoutAborted().message).toBe('The layout was aborted');
  });
});

describe('a former layout', () => {
  const input = plain(4, [
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  const goneOn = (known: number) => {
    const { x, y } = layoutGraph(input);
    const place = (corner: Float64Array) =>
      corner.map((at, node) => (node < known ? at + 1_000 : Number.NaN));
    return layoutGraph({ ...input, previous: { x: place(x), y: place(y) } });
  };

  it('is gone on from when it knows half of the nodes, and not when it knows fewer', () => {
    expect([goneOn(4).left, goneOn(2).left, goneOn(1).left, goneOn(0).left]).toEqual([
      1_000, 1_000, 0, 0,
    ]);
    expect(goneOn(2).top).toBeGreaterThan(990);
    expect(goneOn(1).top).toBe(0);
  });

  it('of nothing is none', () => {
    const nothing = new Float64Array(0);
    const empty = layoutGraph({ ...plain(0, []), previous: { x: nothing, y: nothing } });
    expect([empty.left, empty.width]).toEqual([0, 0]);
  });
});

describe('a group', () => {
  it.each([
    { direction: 'right' as const, box: [0, 0, 140, 108], node: [20, 48] },
    { direction: 'down' as const, box: [0, 0, 140, 108], node: [20, 48] },
  ])('has room for its title at the top, leading $direction', ({ direction, box, node }) => {
    const { groups, x, y } = layoutGraph({
      ...inputOf({ sizes: [[100, 40]], group: [0], edges: [], parents: [-1], direction }),
    });
    expect([groups.x[0], groups.y[0], groups.width[0], groups.height[0]]).toEqual(box);
    expect([x[0], y[0]]).toEqual(node);
  });

  it('is entered and left on lines, by one place for all edges of a node', () => {
    const { routes, groups, x, y } = layoutGraph(
      inputOf({
        sizes: Array.from({ length: 4 }, () => [100, 40]),
        group: [-1, 0, 0, -1],
        edges: [
          [0, 1],
          [1, 2],
          [2, 3],
        ],
        parents: [-1],
        direction: 'right',
      }),
    );
    expect([...x]).toEqual([0, 204, 368, 572]);
    expect([groups.x[0], groups.width[0]]).toEqual([164, 344]);
    const middle = (y[1] ?? 0) + 20;
    expect(new Set(y.map((at) => at + 20))).toEqual(new Set([middle]));
    const way = (edge: number) => {
      const from = 2 * (routes.offsets[edge] ?? 0);
      return [...routes.points.subarray(from, 2 * (routes.offsets[edge + 1] ?? 0))];
    };
    expect(way(0)).toEqual([100, middle, 164, middle, 184, middle, 204, middle]);
    expect(way(1)).toEqual([304, middle, 368, middle]);
    expect(way(2)).toEqual([468, middle, 488, middle, 508, middle, 572, middle]);
  });
});
