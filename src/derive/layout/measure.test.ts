import { describe, expect, it } from 'vitest';
import {
  countStraightCrossings,
  inversions,
  type StraightDrawing,
  totalEdgeLength,
} from './measure.ts';

/** Nodes of the numbers, each pair of lists a line from (x, y) to (x, y). */
function lines(...list: readonly (readonly [number, number, number, number])[]): StraightDrawing {
  return {
    x: list.flatMap(([x0, , x1]) => [x0, x1]),
    y: list.flatMap(([, y0, , y1]) => [y0, y1]),
    from: list.map((_, at) => 2 * at),
    to: list.map((_, at) => 2 * at + 1),
  };
}

/** Whether two lines that share no end cross in a point inside both. */
function cross(
  [ax, ay, bx, by]: readonly [number, number, number, number],
  [cx, cy, dx, dy]: readonly [number, number, number, number],
): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}

describe('countStraightCrossings', () => {
  it.each([
    { name: 'nothing', own: lines(), crossings: 0 },
    { name: 'two beside one another', own: lines([0, 0, 4, 1], [0, 5, 4, 6]), crossings: 0 },
    { name: 'two that cross', own: lines([0, 0, 4, 6], [0, 5, 4, 1]), crossings: 1 },
    { name: 'one drawn backwards', own: lines([4, 6, 0, 0], [0, 5, 4, 1]), crossings: 1 },
    { name: 'two one after the other', own: lines([0, 0, 2, 6], [2, 5, 4, 1]), crossings: 0 },
    {
      name: 'a short one through a long one',
      own: lines([0, 0, 10, 10], [4, 8, 6, 2]),
      crossings: 1,
    },
    {
      name: 'a short one under a long one',
      own: lines([0, 0, 10, 10], [4, 3, 6, 2]),
      crossings: 0,
    },
    { name: 'what is upright', own: lines([0, 0, 4, 0], [2, -3, 2, 3]), crossings: 0 },
    {
      name: 'three that all cross, one of them long',
      own: lines([-9, -9, 9, 9], [0, 4, 3, -4], [1, 5, 4, -3]),
      crossings: 2,
    },
    {
      name: 'four that all cross',
      own: lines([0, 0, 9, 30], [0, 10, 9, 20], [0, 21, 9, 11], [0, 32, 9, 1]),
      crossings: 6,
    },
  ])('counts in $name', ({ own, crossings }) => {
    expect(countStraightCrossings(own)).toBe(crossings);
  });

  it('agrees with the comparison of every pair among many lines', () => {
    // Heights that are never equal, so that nothing merely touches.
    const list = Array.from({ length: 60 }, (_, at): readonly [number, number, number, number] => [
      (at * 7) % 13,
      ((at * 37) % 101) + at / 97,
      ((at * 11 + 5) % 17) + 0.5,
      ((at * 53) % 103) + at / 89,
    ]);
    let expected = 0;
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1)) if (cross(one, other)) expected += 1;
    }
    expect(expected).toBeGreaterThan(300);
    expect(countStraightCrossings(lines(...list))).toBe(expected);
  });
});

describe('inversions', () => {
  it.each([
    [[], 0],
    [[1], 0],
    [[1, 2, 2, 3], 0],
    [[2, 1], 1],
    [[2, 2, 1], 2],
    [[5, 4, 3, 2, 1], 10],
    [[1, 5, 2, 4, 3, 0], 9],
    [[3, 1, 2, 6, 5, 4, 9, 8, 7], 8],
  ] as const)('in %j are %i', (list, count) => {
    const values = Float64Array.from(list);
    expect(inversions(values)).toBe(count);
    expect([...values]).toEqual(list.toSorted((a, b) => a - b));
  });
});

describe('totalEdgeLength', () => {
  it('adds the straight distances, in whatever direction', () => {
    expect(totalEdgeLength(lines([0, 0, 3, 4], [10, 10, 5, -2], [1, 1, 1, 1]))).toBe(18);
    expect(totalEdgeLength(lines())).toBe(0);
  });
});
