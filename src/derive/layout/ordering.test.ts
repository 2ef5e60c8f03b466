import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrossingCounter } from './crossings.ts';
import type { LayeredGraph, Ordering } from './layers.ts';
import { OrderWatch } from './order-watch.ts';
import { type OrderingOptions, orderLayers } from './ordering.ts';
import { isConsistent, layered, layersIn, ordered } from './testing/layered.ts';
import { swapGain, transpose } from './transpose.ts';

const crossings = (graph: LayeredGraph, ordering: Ordering) =>
  new CrossingCounter(graph).total(ordering, new OrderWatch(graph.layerCount));

/** Three layers of five vertices, with segments between neighbours. */
const graphs = fc.array(fc.tuple(fc.nat(1), fc.nat(4), fc.nat(4)), { maxLength: 24 }).map((list) =>
  layered(
    Array.from({ length: 15 }, (_, at) => Math.floor(at / 5)),
    list.map(([layer, a, b]) => [5 * layer + a, 5 * layer + 5 + b]),
  ),
);
const asGiven = () => ordered([0, 5, 10].map((from) => [0, 1, 2, 3, 4].map((at) => from + at)));
const allFree = new Uint8Array(3).fill(1);

describe('OrderWatch', () => {
  it('has everything to be looked at in the beginning', () => {
    const { untransposed, uncounted } = new OrderWatch(3);
    expect([[...untransposed], [...uncounted]]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it.each([
    { layer: 0, untransposed: [1, 1, 0, 0, 0], uncounted: [1, 0, 0, 0, 0] },
    { layer: 2, untransposed: [0, 1, 1, 1, 0], uncounted: [0, 1, 1, 0, 0] },
    { layer: 4, untransposed: [0, 0, 0, 1, 1], uncounted: [0, 0, 0, 1, 1] },
  ])('knows what a change of layer $layer concerns', ({ layer, untransposed, uncounted }) => {
    const watch = new OrderWatch(5);
    watch.untransposed.fill(0);
    watch.uncounted.fill(0);
    watch.uncount(layer);
    expect([[...watch.untransposed], [...watch.uncounted]]).toEqual([[0, 0, 0, 0, 0], uncounted]);
    watch.uncounted.fill(0);
    watch.touch(layer);
    expect([[...watch.untransposed], [...watch.uncounted]]).toEqual([untransposed, uncounted]);
  });
});

describe('swapGain', () => {
  it('is what a count before and after says', () => {
    fc.assert(
      fc.property(graphs, fc.nat(3), (graph, at) => {
        const before = ordered([
          [0, 1, 2, 3, 4],
          [5, 6, 7, 8, 9],
          [10, 11, 12, 13, 14],
        ]);
        const middle = [5, 6, 7, 8, 9];
        middle.splice(at, 2, 6 + at, 5 + at);
        const after = ordered([[0, 1, 2, 3, 4], middle, [10, 11, 12, 13, 14]]);
        const gain =
          swapGain(graph.up, before.place, 5 + at, 6 + at) +
          swapGain(graph.down, before.place, 5 + at, 6 + at);
        expect(gain).toBe(crossings(graph, before) - crossings(graph, after));
      }),
    );
  });

  it('lets vertices be that have too many neighbours to compare', () => {
    const fan = (count: number): (readonly [number, number])[] =>
      Array.from({ length: 2 * count }, (_, at) => [at < count ? 1 : 0, at + 2]);
    const gain = (count: number) => {
      const graph = layered([0, 0, ...new Array<number>(2 * count).fill(1)], fan(count));
      const { place } = ordered([[0, 1], Array.from({ length: 2 * count }, (_, at) => at + 2)]);
      return swapGain(graph.down, place, 0, 1);
    };
    expect(gain(32)).toBe(1024);
    expect(gain(33)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('transpose', () => {
  it('says how many crossings went away, and makes no more', () => {
    fc.assert(
      fc.property(graphs, fc.nat(4), fc.boolean(), (graph, passes, restless) => {
        const ordering = asGiven();
        const watch = new OrderWatch(3);
        const counter = new CrossingCounter(graph);
        const before = counter.total(ordering, watch);
        const gained = transpose(graph, ordering, { passes, restless, free: allFree, watch });
        expect(isConsistent(ordering)).toBe(true);
        expect(gained).toBeGreaterThanOrEqual(0);
        expect(before - crossings(graph, ordering)).toBe(gained);
        // What it touched is counted anew, and nothing else has to be.
        expect(counter.total(ordering, watch)).toBe(before - gained);
      }),
    );
  });

  it('goes on until no two neighbours are better off the other way', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const ordering = asGiven();
        const watch = new OrderWatch(3);
        transpose(graph, ordering, { passes: 100, free: allFree, watch });
        expect(watch.untransposed).toEqual(new Uint8Array(3));
        for (const run of layersIn(ordering)) {
          for (const [at, left] of run.slice(0, -1).entries()) {
            const right = run[at + 1] ?? 0;
            const { place } = ordering;
            const gain =
              swapGain(graph.up, place, left, right) + swapGain(graph.down, place, left, right);
            expect(gain).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });

  // 0 and 1 both lead to 2 and 3: they cross once whichever comes first. 4 is tied to nothing.
  const even = layered(
    [0, 0, 1, 1, 0],
    [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ],
  );
  const both = [4, 0, 1];

  it('turns round what crosses either way only when it is restless', () => {
    for (const [restless, expected] of [
      [
        false,
        [
          [4, 0, 1],
          [2, 3],
        ],
      ],
      [
        true,
        [
          [4, 1, 0],
          [3, 2],
        ],
      ],
    ] as const) {
      const ordering = ordered([both, [2, 3]]);
      const watch = new OrderWatch(2);
      const gained = transpose(even, ordering, {
        passes: 5,
        restless,
        free: new Uint8Array(2).fill(1),
        watch,
      });
      expect(gained).toBe(0);
      expect(layersIn(ordering)).toEqual(expected);
      expect([...watch.uncounted]).toEqual([1, 1]);
    }
  });

  it('leaves layers that are not free, and those that nothing has touched', () => {
    const crossed = layered(
      [0, 0, 1, 1],
      [
        [0, 3],
        [1, 2],
      ],
    );
    const given = [
      [0, 1],
      [2, 3],
    ];
    const only = (free: readonly number[], touched: readonly number[]) => {
      const ordering = ordered(given);
      const watch = new OrderWatch(2);
      watch.untransposed.set(touched);
      const gained = transpose(crossed, ordering, {
        passes: 3,
        free: Uint8Array.from(free),
        watch,
      });
      return [gained, layersIn(ordering)];
    };
    expect(only([0, 0], [1, 1])).toEqual([0, given]);
    expect(only([1, 1], [0, 0])).toEqual([0, given]);
    expect(only([0, 1], [1, 1])).toEqual([
      1,
      [
        [0, 1],
        [3, 2],
      ],
    ]);
    expect(only([1, 1], [1, 1])).toEqual([
      1,
      [
        [1, 0],
        [2, 3],
      ],
    ]);
  });

  it('stops where a pass gains less than asked for', () => {
    // Four lines that all cross: each pass carries the first of them on by one layer of swaps.
    const graph = layered(
      [0, 0, 0, 0, 1, 1, 1, 1],
      [
        [0, 7],
        [1, 6],
        [2, 5],
        [3, 4],
      ],
    );
    const gainedWith = (passes: number, least?: number) =>
      transpose(
        graph,
        ordered([
          [0, 1, 2, 3],
          [4, 5, 6, 7],
        ]),
        {
          passes,
          ...(least !== undefined && { least }),
          free: Uint8Array.from([1, 0]),
          watch: new OrderWatch(2),
        },
      );
    expect([gainedWith(0), gainedWith(1), gainedWith(2), gainedWith(9)]).toEqual([0, 3, 5, 6]);
    expect([gainedWith(9, 4), gainedWith(9, 3), gainedWith(9, 2)]).toEqual([3, 5, 6]);
  });
});

describe('orderLayers', () => {
  it('places every vertex once in its layer, whatever the effort, and never worse than it began', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const start = Float64Array.from({ length: 15 }, (_, at) => at % 5);
        for (const effort of ['quick', 'rough', 'full', 'keep'] as const) {
          const ordering = orderLayers(graph, { effort });
          expect(isConsistent(ordering)).toBe(true);
          expect(layersIn(ordering).map((run) => run.toSorted((a, b) => a - b))).toEqual(
            layersIn(asGiven()),
          );
          if (effort === 'quick') continue;
          expect(crossings(graph, orderLayers(graph, { effort, start }))).toBeLessThanOrEqual(
            crossings(graph, asGiven()),
          );
        }
      }),
    );
  });

  it('lets what is fixed stay in its order', () => {
    const fixed = new Float64Array(15).fill(Number.NaN);
    fixed.set([4, 0, 3, 1, 2]);
    fc.assert(
      fc.property(graphs, (graph) => {
        for (const effort of ['quick', 'rough', 'full', 'keep'] as const) {
          const ordering = orderLayers(graph, { effort, fixed });
          expect(layersIn(ordering)[0]).toEqual([1, 3, 4, 2, 0]);
          expect(isConsistent(ordering)).toBe(true);
        }
      }),
    );
  });

  it('keeps a former order where that has no crossings, with what is new at the end', () => {
    const graph = layered([0, 0, 0, 0, 0], []);
    const start = Float64Array.from([30, Number.NaN, -5, 2e12, 30]);
    const ordering = orderLayers(graph, { effort: 'keep', start });
    expect(layersIn(ordering)).toEqual([[2, 0, 4, 1, 3]]);
  });

  it('tells places apart by an eighth of a pixel', () => {
    const graph = layered([0, 0, 0], []);
    const order = (start: readonly number[]) =>
      layersIn(orderLayers(graph, { effort: 'keep', start: Float64Array.from(start) }));
    expect(order([0.25, 0.125, 0])).toEqual([[2, 1, 0]]);
    expect(order([0.01, 0.005, 0])).toEqual([[0, 1, 2]]);
    expect(order([-1e12, -2e12, -3e12])).toEqual([[0, 1, 2]]);
  });

  it('starts from what hangs together', () => {
    // Two chains, numbered in turns.
    const graph = layered(
      [0, 0, 1, 1, 2, 2],
      [
        [0, 3],
        [1, 2],
        [3, 4],
        [2, 5],
      ],
    );
    for (const effort of ['quick', 'rough', 'full'] as const) {
      expect(layersIn(orderLayers(graph, { effort }))).toEqual([
        [0, 1],
        [3, 2],
        [4, 5],
      ]);
    }
  });

  it('finds an order without crossings where three layers need it', () => {
    const graph = layered(
      [0, 0, 0, 1, 1, 1, 2, 2, 2],
      [
        [0, 5],
        [1, 4],
        [2, 3],
        [3, 7],
        [4, 6],
        [5, 8],
        [0, 4],
      ],
    );
    expect(crossings(graph, orderLayers(graph))).toBe(0);
  });

  it('sorts layers of any width', () => {
    for (const width of [63, 64, 65, 200]) {
      const vertices = Array.from({ length: width }, (_, at) => at);
      const graph = layered(
        [...vertices.map(() => 0), ...vertices.map(() => 1)],
        vertices.map((at) => [at, 2 * width - 1 - at]),
      );
      const start = Float64Array.from(graph.layer, (_, vertex) => vertex % width);
      const ordering = orderLayers(graph, { effort: 'quick', start });
      expect(layersIn(ordering)).toEqual([vertices, vertices.map((at) => 2 * width - 1 - at)]);
    }
  });

  /** Layers of fifty with segments between neighbours, the same in every run. */
  const woven = (vertices: number, segments: number) => {
    let state = 7;
    const below = (count: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % count;
    };
    const pairs = Array.from({ length: segments }, (): [number, number] => {
      const from = below(vertices - 50);
      return [from, 50 * (Math.floor(from / 50) + 1) + ((from + below(12)) % 50)];
    });
    return layered(
      Array.from({ length: vertices }, (_, at) => Math.floor(at / 50)),
      pairs,
    );
  };
  const found = (graph: LayeredGraph, more: OrderingOptions = {}) =>
    (['quick', 'rough', 'full'] as const).map((effort) =>
      crossings(graph, orderLayers(graph, { effort, ...more })),
    );

  it('searches small graphs from several starts, larger ones from one, the largest with less care', () => {
    expect(found(woven(200, 300))).toEqual([1844, 928, 865]);
    expect(found(woven(1_500, 4_600))).toEqual([48_256, 38_282, 37_417]);
    expect(found(woven(2_500, 11_000))).toEqual([163_225, 137_738, 137_220]);
  });

  it('searches from a former order alone where there is one', () => {
    const graph = woven(200, 300);
    const start = Float64Array.from(graph.layer, (_, vertex) => (vertex * 7) % 50);
    expect(found(graph, { start })).toEqual([2347, 1482, 1010]);
  });
});
