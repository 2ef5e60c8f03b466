import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrossingCounter } from './crossings.ts';
import { buildLayers } from './layers.ts';
import { OrderWatch } from './order-watch.ts';
import { numbersTo, rowsOf, sortedBy } from './typed.ts';

const keys = fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 40 });

describe('rowsOf and sortedBy', () => {
  it('put every number with a key where the key says, in order', () => {
    fc.assert(
      fc.property(keys, (list) => {
        const { start, list: found } = rowsOf(Int32Array.from(list), 7);
        const rows = Array.from({ length: 7 }, (_, row) => [
          ...found.subarray(start[row], start[row + 1]),
        ]);
        expect(rows).toEqual(
          rows.map((_, row) => [...list.keys()].filter((at) => list[at] === row)),
        );
      }),
    );
  });

  it('sort as a stable sort does', () => {
    fc.assert(
      fc.property(keys, keys, (first, second) => {
        const length = Math.min(first.length, second.length);
        const once = sortedBy(numbersTo(length), Int32Array.from(first), 7);
        const twice = sortedBy(once, Int32Array.from(second), 7);
        const expected = Array.from({ length }, (_, at) => at)
          .filter((at) => (first[at] ?? -1) >= 0 && (second[at] ?? -1) >= 0)
          .sort(
            (a, b) =>
              (second[a] ?? 0) - (second[b] ?? 0) || (first[a] ?? 0) - (first[b] ?? 0) || a - b,
          );
        expect([...twice]).toEqual(expected);
      }),
    );
  });
});

describe('CrossingCounter', () => {
  const layers = 4;
  const perLayer = 5;
  const edges = fc.array(fc.tuple(fc.nat(layers - 2), fc.nat(perLayer - 1), fc.nat(perLayer - 1)), {
    maxLength: 30,
  });
  const orders = fc.array(
    fc.tuple(
      fc.nat(layers - 1),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: perLayer, maxLength: perLayer }),
    ),
    { maxLength: 6 },
  );

  it('counts every pair that crosses, however the orders change between two counts', () => {
    fc.assert(
      fc.property(edges, orders, (list, changes) => {
        const from = list.map(([layer, a]) => layer * perLayer + a);
        const to = list.map(([layer, , b]) => (layer + 1) * perLayer + b);
        const zeros = new Float64Array(list.length);
        const graph = buildLayers(
          Int32Array.from({ length: layers * perLayer }, (_, at) => Math.floor(at / perLayer)),
          {
            from: Int32Array.from(from),
            to: Int32Array.from(to),
            weight: zeros,
            offsetFrom: zeros,
            offsetTo: zeros,
          },
        );
        const order = numbersTo(layers * perLayer);
        const place = order.map((at) => at % perLayer);
        const layerStart = Int32Array.from({ length: layers + 1 }, (_, at) => at * perLayer);
        const counter = new CrossingCounter(graph);
        const watch = new OrderWatch(layers);
        for (const [layer, turned] of [[0, [0, 1, 2, 3, 4]] as const, ...changes]) {
          for (const [at, own] of turned.entries()) {
            const vertex = layer * perLayer + own;
            order[layer * perLayer + at] = vertex;
            place[vertex] = at;
          }
          watch.touch(layer);
          let expected = 0;
          for (const [at, [level, a, b]] of list.entries()) {
            for (const [other, c, d] of list.slice(at + 1)) {
              if (level !== other) continue;
              const left = (place[level * perLayer + a] ?? 0) - (place[level * perLayer + c] ?? 0);
              const right =
                (place[(level + 1) * perLayer + b] ?? 0) - (place[(level + 1) * perLayer + d] ?? 0);
              if (left * right < 0) expected += 1;
            }
          }
          expect(counter.total({ order, place, layerStart }, watch)).toBe(expected);
        }
      }),
    );
  });
});
