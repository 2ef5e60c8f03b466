import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from './layout.ts';
import { type Case, cases, faults, inputOf, nodeBox, plain } from './testing/cases.ts';
import type { LayoutInput, LayoutResult } from './types.ts';

/** Graphs whose nodes are so large that most drawings are worth folding. */
const large = cases.map((own) => ({
  ...own,
  sizes: own.sizes.map(([width, height]): [number, number] => [20 * width, 20 * height]),
}));

const folded = (input: LayoutInput): LayoutInput => ({ ...input, fold: true });

const chain = (count: number): Case['edges'] =>
  Array.from({ length: count - 1 }, (_, at) => [at, at + 1]);
const star = (count: number): Case['edges'] =>
  Array.from({ length: count - 1 }, (_, at) => [0, at + 1]);

/** How large the drawing is in a pane of four to three. */
const zoom = ({ width, height }: LayoutResult) => Math.min(1000 / width, 750 / height);

function pointsOf({ routes }: LayoutResult, edge: number): readonly (readonly [number, number])[] {
  const from = routes.offsets[edge] ?? 0;
  const to = routes.offsets[edge + 1] ?? 0;
  return Array.from({ length: to - from }, (_, at) => [
    routes.points[2 * (from + at)] ?? Number.NaN,
    routes.points[2 * (from + at) + 1] ?? Number.NaN,
  ]);
}

describe('a folded drawing', () => {
  it('lets nothing overlap, and keeps everything in what holds it', () => {
    fc.assert(
      fc.property(large, (own) => {
        const input = folded(inputOf(own));
        expect(faults(own, input, layoutGraph(input))).toEqual([]);
      }),
    );
  });

  it('is as valid when it goes on from a former one', () => {
    fc.assert(
      fc.property(large, (own) => {
        const { x, y } = layoutGraph(folded(inputOf(own)));
        const input = folded(inputOf(own, { x, y }));
        expect(faults(own, input, layoutGraph(input))).toEqual([]);
      }),
    );
  });

  it('leads every edge from the side of its source to the side of its target', () => {
    fc.assert(
      fc.property(large, (own) => {
        const input = folded(inputOf({ ...own, direction: 'right' }));
        const result = layoutGraph(input);
        for (const [edge, [from, to]] of own.edges.entries()) {
          if (from === to) continue;
          const points = pointsOf(result, edge);
          const [source, target] = result.reversed[edge] === 1 ? [to, from] : [from, to];
          const [first, last] =
            result.reversed[edge] === 1 ? [points.at(-1), points[0]] : [points[0], points.at(-1)];
          expect(first?.[0]).toBeCloseTo(nodeBox(input, result, source).right, 4);
          expect(last?.[0]).toBeCloseTo(nodeBox(input, result, target).x, 4);
        }
      }),
    );
  });

  it.each(['right', 'down'] as const)(
    'shows a long chain and a wide layer several times as large, leading %s',
    (direction) => {
      for (const edges of [chain(120), star(300)]) {
        const input = plain(edges.length + 1, edges, direction);
        expect(zoom(layoutGraph(folded(input)))).toBeGreaterThan(4 * zoom(layoutGraph(input)));
      }
    },
  );

  it('reads on in the next row where a row ends, and leads the edge around its end', () => {
    const input = folded(plain(60, chain(60)));
    const result = layoutGraph(input);
    let breaks = 0;
    for (let edge = 0; edge < 59; edge += 1) {
      const source = nodeBox(input, result, edge);
      const target = nodeBox(input, result, edge + 1);
      if (target.x > source.right) {
        expect(target.y).toBe(source.y);
        continue;
      }
      breaks += 1;
      expect(target.y).toBeGreaterThan(source.bottom);
      const [, out, back] = pointsOf(result, edge);
      expect(out?.[0]).toBeGreaterThan(source.right);
      expect(back?.[0]).toBeLessThan(target.x);
      expect(out?.[1]).toBe(back?.[1]);
      expect(out?.[1]).toBeGreaterThan(source.bottom);
      expect(out?.[1]).toBeLessThan(target.y);
    }
    expect(breaks).toBeGreaterThan(2);
  });

  it('reads row by row where a layer stands in columns', () => {
    const input = folded(plain(101, star(101)));
    const { x, y } = layoutGraph(input);
    const columns = [...new Set(x.subarray(1))].sort((a, b) => a - b);
    expect(columns.length).toBeGreaterThan(3);
    for (let node = 1; node <= 100; node += 1) {
      expect(x[node]).toBe(columns[(node - 1) % columns.length]);
      const above = node - columns.length;
      if (above > 0) expect(y[node]).toBeGreaterThan(y[above] ?? 0);
    }
  });

  it('is no deeper in a row for a line that is level with what stands in another', () => {
    // Forty in a chain, the last before thirty: an edge from the first to the lowest of them is straight.
    const edges = [
      ...chain(40),
      ...star(31).map(([from, to]): Case['edges'][number] => [39 + from, 39 + to]),
    ];
    const without = layoutGraph(folded(plain(70, edges)));
    for (const leaf of [40, 55, 69]) {
      const { height } = layoutGraph(folded(plain(70, [...edges, [0, leaf]])));
      expect(height).toBeLessThan(1.4 * without.height);
    }
  });

  it('has the same rows as its draft', () => {
    const edges: Case['edges'] = chain(40).flatMap(([from, to]) => [
      [3 * from, 3 * to],
      [3 * from, 3 * to + 1],
      [3 * from, 3 * to + 2],
    ]);
    const input = folded(plain(120, edges));
    const along = ({ x }: LayoutResult) => [...x];
    expect(along(layoutGraph({ ...input, draft: true }))).toEqual(along(layoutGraph(input)));
  });

  it('moves little when a little is added', () => {
    const count = 160;
    const before = layoutGraph(folded(plain(count, [...chain(80), ...star(81).map(shifted)])));
    const more = plain(count + 1, [...chain(80), ...star(81).map(shifted), [80, count]]);
    const x = new Float64Array(count + 1).fill(Number.NaN);
    const y = new Float64Array(count + 1).fill(Number.NaN);
    x.set(before.x);
    y.set(before.y);
    const after = layoutGraph({ ...folded(more), previous: { x, y } });
    const moves = Array.from(before.x, (left, at) =>
      Math.hypot((after.x[at] ?? 0) - left, (after.y[at] ?? 0) - (before.y[at] ?? 0)),
    ).sort((a, b) => a - b);
    expect(moves[count >> 1]).toBeLessThan(100);
  });

  it('folds no part that is small beside the whole', () => {
    const alone = [...chain(12)];
    const many = Array.from({ length: 60 }, (_, at) =>
      alone.map(([from, to]): readonly [number, number] => [from + 12 * at, to + 12 * at]),
    ).flat();
    const input = folded(plain(720, many));
    const { x, y } = layoutGraph(input);
    for (const [from, to] of many) {
      expect(x[to]).toBeGreaterThan(x[from] ?? 0);
      expect(y[to]).toBe(y[from]);
    }
  });

  it('is drawn as it was where nobody asks for it, or nothing is gained', () => {
    const small = plain(12, chain(4));
    expect(layoutGraph(folded(small))).toEqual(layoutGraph(small));
  });
});

function shifted([from, to]: readonly [number, number]): readonly [number, number] {
  return [from + 79, to + 79];
}
