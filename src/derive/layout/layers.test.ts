import { describe, expect, it } from 'vitest';
import { buildLayers, emptyOrdering, vertexOf } from './layers.ts';
import { layerEdges, layered } from './testing/layered.ts';

describe('buildLayers', () => {
  it('leads long edges through the layers between, and straightens these parts first', () => {
    const graph = buildLayers(Int32Array.from([0, 1, 3, 2]), {
      from: Int32Array.from([0, 0, 1, 0]),
      to: Int32Array.from([1, 2, 2, 3]),
      weight: Float64Array.from([1, 2, 1, 3]),
      offsetFrom: Float64Array.from([5, 6, 7, 8]),
      offsetTo: Float64Array.from([-5, -6, -7, -8]),
    });
    expect(graph.vertexCount).toBe(8);
    expect(graph.realCount).toBe(4);
    expect(graph.layerCount).toBe(4);
    expect([...graph.firstVirtual]).toEqual([-1, 4, 6, 7]);
    expect([...graph.layer]).toEqual([0, 1, 3, 2, 1, 2, 2, 1]);
    expect([...graph.down.offsets]).toEqual([0, 3, 4, 4, 4, 5, 6, 7, 8]);
    expect([...graph.down.targets]).toEqual([1, 4, 7, 6, 5, 2, 2, 3]);
    expect([...graph.down.edges]).toEqual([0, 1, 6, 4, 2, 3, 5, 7]);
    expect([...graph.up.targets]).toEqual([0, 5, 6, 7, 0, 4, 1, 0]);
    expect([...graph.weight]).toEqual([1, 4, 16, 4, 2, 2, 6, 6]);
    expect([...graph.offsetFrom]).toEqual([5, 6, 0, 0, 7, 0, 8, 0]);
    expect([...graph.offsetTo]).toEqual([-5, 0, 0, -6, 0, -7, 0, -8]);
  });

  it('leaves the longest edges straight over everything when there were too many bends', () => {
    const spans = (count: number, long: number) =>
      layered(
        [0, 1, 2, long],
        [[0, 1], [0, 2], ...Array.from({ length: count }, (): [number, number] => [0, 3])],
      );
    // 1 + 100 × 1,499 bends are as many as there may be; with two edges more, the long ones have none.
    const most = spans(100, 1_500);
    expect(most.vertexCount).toBe(4 + 1 + 149_900);
    expect(most.firstVirtual[101]).toBe(5 + 99 * 1_499);
    const tooMany = spans(101, 1_500);
    expect(tooMany.vertexCount).toBe(5);
    expect([...tooMany.firstVirtual.subarray(0, 4)]).toEqual([-1, 4, -1, -1]);
    expect(tooMany.down.targets).toHaveLength(3);
    expect(tooMany.layerCount).toBe(1_501);
  });

  it('has exactly as many bends as there may be', () => {
    const long = (count: number) =>
      layered(
        [0, 1_001],
        Array.from({ length: count }, () => [0, 1]),
      );
    expect(long(150).vertexCount).toBe(150_002);
    expect(long(151).vertexCount).toBe(2);
  });

  it('has no layers without nodes', () => {
    const graph = layered([], []);
    expect([graph.layerCount, graph.vertexCount]).toEqual([0, 0]);
    expect([...emptyOrdering(graph).layerStart]).toEqual([0]);
  });
});

describe('emptyOrdering', () => {
  it('has room for the vertices of each layer', () => {
    const { layerStart, order, place } = emptyOrdering(
      layered(
        [0, 2, 1, 0],
        [
          [0, 1],
          [3, 2],
        ],
      ),
    );
    expect([...layerStart]).toEqual([0, 2, 4, 5]);
    expect([order.length, place.length]).toEqual([5, 5]);
  });
});

describe('vertexOf', () => {
  it('is the source, a bend for each layer between, and the target', () => {
    const edges = layerEdges([
      [3, 8],
      [4, 9],
    ]);
    const firstVirtual = Int32Array.from([20, 30]);
    const way = (edge: number, span: number) =>
      Array.from({ length: span + 1 }, (_, step) =>
        vertexOf(edges, firstVirtual, edge, step, span),
      );
    expect(way(0, 3)).toEqual([3, 20, 21, 8]);
    expect(way(1, 1)).toEqual([4, 9]);
  });
});
