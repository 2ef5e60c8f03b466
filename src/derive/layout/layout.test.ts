import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from './layout.ts';
import { countStraightCrossings, totalEdgeLength } from './measure.ts';
import {
  type Case,
  cases,
  groupBox,
  holds,
  inputOf,
  inside,
  NEAR,
  nodeBox,
  overlap,
  plain,
  type Rectangle,
} from './testing/cases.ts';
import { LayoutAborted } from './types.ts';

describe('layoutGraph', () => {
  it('lets no two nodes overlap and keeps all of them inside the drawing', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const input = inputOf(own);
        const result = layoutGraph(input);
        const all = { x: 0, y: 0, right: result.width, bottom: result.height };
        const boxes = own.sizes.map((_, node) => nodeBox(input, result, node));
        for (const [at, box] of boxes.entries()) {
          expect(inside(box, all)).toBe(true);
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        }
      }),
    );
  });

  it('keeps groups inside their holders, apart from each other, and free of foreign nodes', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const input = inputOf(own);
        const result = layoutGraph(input);
        for (const [group, parent] of own.parents.entries()) {
          const box = groupBox(result, group);
          if (parent >= 0) expect(inside(box, groupBox(result, parent))).toBe(true);
          for (const other of own.parents.keys()) {
            if (holds(own, other, group) || holds(own, group, other)) continue;
            expect(overlap(box, groupBox(result, other))).toBe(false);
          }
          for (const [node, of] of own.group.entries()) {
            const at = nodeBox(input, result, node);
            if (holds(own, group, of)) expect(inside(at, box)).toBe(true);
            else expect(overlap(at, box)).toBe(false);
          }
        }
      }),
    );
  });

  it('draws every edge forward unless it is marked as reversed', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const input = inputOf(own);
        const result = layoutGraph(input);
        for (const [edge, [from, to]] of own.edges.entries()) {
          if (from === to) continue;
          const [first, second] = result.reversed[edge] === 1 ? [to, from] : [from, to];
          const a = nodeBox(input, result, first);
          const b = nodeBox(input, result, second);
          if (own.direction === 'right') expect(a.right).toBeLessThan(b.x);
          else expect(a.bottom).toBeLessThan(b.y);
        }
      }),
    );
  });

  it('reverses nothing in a graph without cycles, without groups', () => {
    const forward = cases.map((own) => ({
      ...own,
      group: own.group.map(() => -1),
      edges: own.edges.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    }));
    fc.assert(
      fc.property(forward, (own) => {
        expect(layoutGraph(inputOf(own)).reversed.every((mark) => mark === 0)).toBe(true);
      }),
    );
  });

  it('leads each route from the border of its source to the border of its target', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const input = inputOf(own);
        const { routes, ...result } = layoutGraph(input);
        expect(routes.offsets).toHaveLength(own.edges.length + 1);
        for (const [edge, [from, to]] of own.edges.entries()) {
          const start = routes.offsets[edge] ?? 0;
          const end = (routes.offsets[edge + 1] ?? 0) - 1;
          if (from === to) {
            expect(end).toBe(start - 1);
            continue;
          }
          const box = (node: number) => nodeBox(input, { ...result, routes }, node);
          const back = result.reversed[edge] === 1;
          const point = (at: number) => [routes.points[2 * at], routes.points[2 * at + 1]];
          const [x0, y0] = touch(box(from), own.direction, !back);
          expect(point(start)).toEqual([expect.closeTo(x0, 6), expect.closeTo(y0, 6)]);
          const [x1, y1] = touch(box(to), own.direction, back);
          expect(point(end)).toEqual([expect.closeTo(x1, 6), expect.closeTo(y1, 6)]);
        }
      }),
    );
  });

  it('never leads a route backwards', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const { routes, reversed } = layoutGraph(inputOf(own));
        for (const edge of own.edges.keys()) {
          const sign = reversed[edge] === 1 ? -1 : 1;
          const to = routes.offsets[edge + 1] ?? 0;
          for (let at = (routes.offsets[edge] ?? 0) + 1; at < to; at += 1) {
            const axis = own.direction === 'right' ? 0 : 1;
            const step =
              (routes.points[2 * at + axis] ?? 0) - (routes.points[2 * at - 2 + axis] ?? 0);
            expect(step * sign).toBeGreaterThanOrEqual(-NEAR);
          }
        }
      }),
    );
  });

  it('gives the same result every time', () => {
    fc.assert(
      fc.property(cases, (own) => {
        expect(layoutGraph(inputOf(own))).toEqual(layoutGraph(inputOf(own)));
      }),
    );
  });

  it('does not depend on the order in which edges are given', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const { routes: _, reversed, ...result } = layoutGraph(inputOf(own));
        const { routes: __, ...turned } = layoutGraph(
          inputOf({ ...own, edges: own.edges.toReversed() }),
        );
        expect({ ...result, reversed: reversed.toReversed() }).toEqual(turned);
      }),
    );
  });

  it('turns the picture when the direction is down', () => {
    const edges: Case['edges'] = [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ];
    const right = layoutGraph(plain(4, edges));
    const square = { ...plain(4, edges, 'down') };
    const down = layoutGraph({
      ...square,
      nodes: { width: square.nodes.height, height: square.nodes.width },
    });
    expect(down.x).toEqual(right.y);
    expect(down.y).toEqual(right.x);
    expect([down.width, down.height]).toEqual([right.height, right.width]);
  });

  it('puts a chain on one line', () => {
    const result = layoutGraph(
      plain(4, [
        [2, 0],
        [0, 3],
        [3, 1],
      ]),
    );
    expect([...result.y]).toEqual([0, 0, 0, 0]);
    expect([...result.x]).toEqual([164, 492, 0, 328]);
    expect([...result.layer]).toEqual([1, 3, 0, 2]);
  });

  it('leads a long edge past what stands between', () => {
    const input = plain(3, [
      [0, 1],
      [1, 2],
      [0, 2],
    ]);
    const result = layoutGraph(input);
    const between = nodeBox(input, result, 1);
    const from = result.routes.offsets[2] ?? 0;
    const to = result.routes.offsets[3] ?? 0;
    expect(to - from).toBe(4);
    const bend = result.routes.points[2 * (from + 1) + 1] ?? 0;
    expect(bend <= between.y || bend >= between.bottom).toBe(true);
    expect(result.routes.points[2 * (from + 2) + 1]).toBe(bend);
  });

  it('untangles what can be drawn without crossings', () => {
    const edges: Case['edges'] = [
      [0, 5],
      [1, 4],
      [2, 3],
      [5, 6],
      [4, 7],
      [3, 8],
      [0, 4],
      [1, 3],
    ];
    const input = plain(9, edges);
    const { x, y } = layoutGraph(input);
    expect(countStraightCrossings({ x, y, ...input.edges })).toBe(0);
  });

  it('packs nodes without edges into a grid', () => {
    const { x, y } = layoutGraph(plain(9, []));
    expect(new Set(x).size).toBe(3);
    expect(new Set(y).size).toBe(3);
  });

  it('breaks a cycle by turning one edge', () => {
    const { reversed } = layoutGraph(
      plain(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
    );
    expect([...reversed]).toEqual([0, 0, 1]);
  });

  it('gives an empty drawing for an empty plan, and room to an empty group', () => {
    const empty = layoutGraph(plain(0, []));
    expect([empty.width, empty.height, empty.x.length]).toEqual([0, 0, 0]);
    const group = layoutGraph(
      inputOf({ sizes: [], group: [], edges: [], parents: [-1], direction: 'right' }),
    );
    expect([group.width, group.height]).toEqual([40, 68]);
  });

  it('refuses edges and groups that lead out of the drawing, and rings of groups', () => {
    expect(() => layoutGraph(plain(1, [[0, 1]]))).toThrow(RangeError);
    const grouped = (group: number, parents: readonly number[]) =>
      layoutGraph(
        inputOf({ sizes: [[1, 1]], group: [group], edges: [], parents, direction: 'right' }),
      );
    expect(() => grouped(0, [])).toThrow(RangeError);
    expect(() => grouped(0, [1, 0])).toThrow(RangeError);
  });

  it('stops when nobody waits any longer', () => {
    expect(() => layoutGraph(plain(1, []), { aborted: true })).toThrow(LayoutAborted);
    expect(layoutGraph(plain(1, []), { aborted: false }).width).toBe(100);
  });
});

/** The middle of the side where edges leave (`end`) or arrive. */
function touch(box: Rectangle, direction: Case['direction'], end: boolean): [number, number] {
  return direction === 'right'
    ? [end ? box.right : box.x, (box.y + box.bottom) / 2]
    : [(box.x + box.right) / 2, end ? box.bottom : box.y];
}

describe('a layout that starts from a former one', () => {
  const layered = (nodes: number): [number, number][] => {
    const edges: [number, number][] = [];
    for (let node = 20; node < nodes; node += 1) {
      edges.push([node - 20, node], [node - 20 + ((node * 7) % 11) - (node % 20), node]);
    }
    return edges.filter(([from, to]) => from >= 0 && from < to);
  };

  it('moves the median node by less than its width when an edge and a node are added', () => {
    const input = plain(600, layered(600));
    const before = layoutGraph(input);
    const x = new Float64Array(601).fill(Number.NaN);
    const y = new Float64Array(601).fill(Number.NaN);
    x.set(before.x);
    y.set(before.y);
    const after = layoutGraph({
      ...plain(601, [...layered(600), [300, 600]]),
      previous: { x, y },
    });
    const moves = [...before.x]
      .map((own, at) =>
        Math.hypot(own - (after.x[at] ?? 0), (before.y[at] ?? 0) - (after.y[at] ?? 0)),
      )
      .sort((a, b) => a - b);
    expect(moves[300]).toBeLessThan(100);
  });

  it('stays valid when the former layout is nonsense', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.double(), { minLength: 24, maxLength: 24 }), (own, noise) => {
        const at = Float64Array.from(own.sizes, (_, node) => (noise[node] ?? 0) % 1e6);
        const input = inputOf(own, { x: at, y: at });
        const result = layoutGraph(input);
        for (let node = 0; node < own.sizes.length; node += 1) {
          const box = nodeBox(input, result, node);
          expect(Number.isFinite(box.x + box.y)).toBe(true);
          for (let other = 0; other < node; other += 1) {
            expect(overlap(box, nodeBox(input, result, other))).toBe(false);
          }
        }
      }),
    );
  });
});

describe('countStraightCrossings', () => {
  const drawings = fc.integer({ min: 2, max: 9 }).chain((nodes) =>
    fc.record({
      x: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: nodes, maxLength: nodes }),
      // Distinct heights that no three edges share, so that nothing merely touches.
      y: fc.shuffledSubarray([1, 2, 4, 9, 17, 31, 60, 113, 205], {
        minLength: nodes,
        maxLength: nodes,
      }),
      edges: fc.uniqueArray(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), {
        maxLength: 12,
        selector: ([a, b]) => `${a} ${b}`,
      }),
    }),
  );

  it('agrees with the comparison of every pair', () => {
    fc.assert(
      fc.property(drawings, ({ x, y, edges }) => {
        const proper = edges.filter(([a, b]) => x[a] !== x[b] && a < b);
        const from = proper.map(([a]) => a);
        const to = proper.map(([, b]) => b);
        let expected = 0;
        for (const [at, [a, b]] of proper.entries()) {
          for (const [c, d] of proper.slice(at + 1)) {
            if (new Set([a, b, c, d]).size === 4 && crosses(x, y, [a, b, c, d])) expected += 1;
          }
        }
        expect(countStraightCrossings({ x, y, from, to })).toBe(expected);
      }),
    );
  });

  it('does not count common ends', () => {
    const star = { x: [0, 1, 1, 1], y: [0, 0, 1, 2], from: [0, 0, 0], to: [3, 1, 2] };
    expect(countStraightCrossings(star)).toBe(0);
  });
});

function crosses(
  x: readonly number[],
  y: readonly number[],
  [a, b, c, d]: readonly [number, number, number, number],
): boolean {
  const turn = (p: number, q: number, r: number) =>
    Math.sign(
      ((x[q] ?? 0) - (x[p] ?? 0)) * ((y[r] ?? 0) - (y[p] ?? 0)) -
        ((y[q] ?? 0) - (y[p] ?? 0)) * ((x[r] ?? 0) - (x[p] ?? 0)),
    );
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

describe('totalEdgeLength', () => {
  it('adds the straight distances', () => {
    expect(totalEdgeLength({ x: [0, 3, 3], y: [0, 4, 5], from: [0, 1], to: [1, 2] })).toBe(6);
  });

  it('leaves no gaps between what nothing ties, however large one of it is', () => {
    // A group of 40 in a row of its own, and 200 loose nodes.
    const inner = Array.from({ length: 39 }, (_, at): [number, number] => [at, at + 1]);
    const input = inputOf({
      sizes: Array.from({ length: 240 }, () => [100, 40]),
      group: Array.from({ length: 240 }, (_, at) => (at < 40 ? 0 : -1)),
      edges: inner,
      parents: [-1],
      direction: 'right',
    });
    const { x, y, width, height } = layoutGraph(input);
    expect((width * height) / (240 * 100 * 40)).toBeLessThan(4);
    expect([x[41], y[41]]).toEqual([(x[40] ?? 0) + 120, y[40]]);
  });
});
