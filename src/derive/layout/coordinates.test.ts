import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAcross } from './coordinates.ts';
import { buildLayers } from './layers.ts';
import { orderLayers } from './ordering.ts';
import { layerEdges, layered, layersIn, ordered } from './testing/layered.ts';

const none = Number.NaN;

describe('placeAcross', () => {
  const options = { nodeGap: 20, edgeGap: 10, effort: 'full' } as const;
  const sizes = (...list: number[]) => Float64Array.from(list);

  it('sets nodes of one layer side by side around the middle', () => {
    const graph = layered([0, 0, 0], []);
    const centre = placeAcross(graph, ordered([[2, 0, 1]]), {
      ...options,
      size: sizes(40, 60, 10),
      realCount: 3,
    });
    // 10, a gap, 40, a gap, 60: from the first centre to the last 5 + 20 + 40 + 20 + 30.
    expect([...centre]).toEqual([-12.5, 57.5, -57.5]);
  });

  it('keeps edges that pass closer to what is beside them than nodes', () => {
    const graph = layered([0, 0, 0, 0], []);
    const centre = placeAcross(graph, ordered([[0, 1, 2, 3]]), {
      ...options,
      size: sizes(40, 40, 0, 0),
      realCount: 2,
    });
    expect(Array.from(centre, (at) => at - (centre[0] ?? 0))).toEqual([0, 60, 90, 100]);
  });

  it('sets a node in the middle of its neighbours', () => {
    const graph = layered(
      [0, 1, 1, 1],
      [
        [0, 1],
        [0, 3],
      ],
    );
    const centre = placeAcross(graph, ordered([[0], [1, 2, 3]]), {
      ...options,
      size: sizes(40, 40, 40, 40),
      realCount: 4,
    });
    expect(centre[0]).toBeCloseTo(((centre[1] ?? 0) + (centre[3] ?? 0)) / 2, 6);
    expect((centre[3] ?? 0) - (centre[1] ?? 0)).toBeCloseTo(120, 6);
  });

  it('aims at where edges touch their ends, and follows the stronger of two', () => {
    const place = (
      weight: readonly number[],
      offsetFrom: readonly number[],
      offsetTo: readonly number[],
    ) => {
      const graph = buildLayers(Int32Array.from([0, 0, 1]), {
        ...layerEdges([
          [0, 2],
          [1, 2],
        ]),
        weight: Float64Array.from(weight),
        offsetFrom: Float64Array.from(offsetFrom),
        offsetTo: Float64Array.from(offsetTo),
      });
      const centre = placeAcross(graph, ordered([[0, 1], [2]]), {
        ...options,
        size: sizes(100, 100, 10),
        realCount: 3,
      });
      const [a = 0, b = 0, c = 0] = centre;
      expect(b - a).toBeCloseTo(120, 6);
      return Math.round(c - a);
    };
    expect(place([1, 1], [0, 0], [0, 0])).toBe(60);
    expect(place([3, 1], [0, 0], [0, 0])).toBe(30);
    expect(place([1, 1], [10, 30], [0, 0])).toBe(80);
    expect(place([1, 1], [0, 0], [8, 2])).toBe(55);
  });

  it('draws a long edge as one line past a node, which gives way', () => {
    const graph = layered(
      [0, 1, 2, 3],
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [0, 3],
      ],
    );
    const centre = placeAcross(graph, ordered([[0], [1, 4], [2, 5], [3]]), {
      ...options,
      size: sizes(40, 40, 40, 40, 0, 0),
      realCount: 4,
    });
    expect((centre[4] ?? 0) - (centre[1] ?? 0)).toBeCloseTo(30, 6);
    expect(centre[4]).toBeCloseTo(centre[5] ?? none, 6);
  });

  it('stays near to former places, of which the order comes first', () => {
    const graph = layered(
      [0, 0, 1],
      [
        [0, 2],
        [1, 2],
      ],
    );
    const centre = placeAcross(graph, ordered([[0, 1], [2]]), {
      ...options,
      effort: 'keep',
      size: sizes(40, 40, 40),
      realCount: 3,
      anchor: Float64Array.from([500, 100, none]),
    });
    expect((centre[1] ?? 0) - (centre[0] ?? 0)).toBeCloseTo(60, 6);
    expect(((centre[0] ?? 0) + (centre[1] ?? 0)) / 2).toBeGreaterThan(200);
    const alone = placeAcross(layered([0, 0], []), ordered([[0, 1]]), {
      ...options,
      effort: 'keep',
      size: sizes(40, 40),
      realCount: 2,
      anchor: Float64Array.from([-70, 130]),
    });
    expect(alone[0]).toBeCloseTo(-70, 6);
    expect(alone[1]).toBeCloseTo(130, 6);
  });

  it('never lets two of a layer come nearer than they may', () => {
    const graphs = fc
      .array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(7), fc.integer({ min: -20, max: 20 })), {
        maxLength: 24,
      })
      .map((list) => {
        const pairs = list.map(([layer, a, b]): [number, number] => [
          4 * layer + a,
          Math.min(15, 4 * layer + 4 + b),
        ]);
        return buildLayers(
          Int32Array.from({ length: 16 }, (_, at) => Math.floor(at / 4)),
          { ...layerEdges(pairs), offsetTo: Float64Array.from(list, ([, , , offset]) => offset) },
        );
      });
    fc.assert(
      fc.property(graphs, fc.constantFrom('quick', 'full', 'keep'), (graph, effort) => {
        const size = new Float64Array(graph.vertexCount);
        for (let at = 0; at < 16; at += 1) size[at] = 10 + 7 * (at % 5);
        const ordering = orderLayers(graph, { effort });
        const centre = placeAcross(graph, ordering, { ...options, effort, size, realCount: 16 });
        for (const run of layersIn(ordering)) {
          for (const [at, right] of run.slice(1).entries()) {
            const left = run[at] ?? 0;
            const gap = left < 16 && right < 16 ? 20 : 10;
            const least = ((size[left] ?? 0) + (size[right] ?? 0)) / 2 + gap;
            expect((centre[right] ?? none) - (centre[left] ?? none)).toBeGreaterThan(least - 1e-6);
          }
        }
      }),
    );
  });
});
