import { describe, expect, it } from 'vitest';
import { fold, foldingOf } from './fold.ts';
import { keepPlaces } from './stable.ts';
import { layerEdges, layered } from './testing/layered.ts';
import { DEFAULT_SPACING, type LayoutResult, type Shape } from './types.ts';

/** A chain of layers of 100, 64 between them, as the layout places them. */
function chainOf(count: number, depth = 40, parallel = 1, long = 0) {
  const pairs = Array.from({ length: (count - 1) * parallel }, (_, at): [number, number] => [
    Math.floor(at / parallel),
    Math.floor(at / parallel) + 1,
  ]);
  for (let edge = 0; edge < long; edge += 1) pairs.push([0, count - 1]);
  const graph = layered(
    Array.from({ length: count }, (_, at) => at),
    pairs,
  );
  const start = Float64Array.from({ length: count }, (_, at) => 164 * at);
  return {
    graph,
    edges: layerEdges(pairs),
    spans: { start, end: start.map((at) => at + 100) },
    size: Float64Array.from({ length: graph.vertexCount }, (_, at) => (at < count ? depth : 0)),
  };
}

const rowsOf = (count: number, shape: Shape, isTied = false, depth = 40) => {
  const { graph, spans, size } = chainOf(count, depth);
  const folding = foldingOf(graph, spans, size, DEFAULT_SPACING, shape, isTied);
  return folding && [...folding.row];
};

describe('foldingOf', () => {
  it('breaks rows where their length is reached, all alike', () => {
    expect(rowsOf(12, { along: 600, across: 375 })).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    expect(rowsOf(6, { along: 160, across: 1_000 })).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('folds nothing that is no longer than the drawing shall be', () => {
    expect(rowsOf(12, { along: 1_904, across: 10 })).toBeUndefined();
    expect(rowsOf(12, { along: 1_903, across: 4_000 })).toBeDefined();
  });

  it('folds nothing that gains too little, and in a group that edges lead to less', () => {
    const least = (isTied: boolean) => {
      for (let count = 2; count < 60; count += 1) {
        if (rowsOf(count, { along: 300, across: 300 }, isTied) !== undefined) return count;
      }
      return undefined;
    };
    expect([least(false), least(true)]).toEqual([4, 6]);
  });

  it('counts the room of full layers', () => {
    expect(rowsOf(12, { along: 600, across: 375 }, false, 200)).toEqual([
      0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1,
    ]);
    expect(rowsOf(12, { along: 600, across: 375 }, false, 2_000)).toBeUndefined();
  });
});

describe('the rows of twelve layers', () => {
  const lengths = (parallel: number, long: number) => {
    const { graph, spans, size } = chainOf(12, 40, parallel, long);
    const shape = { along: 600, across: 375 };
    const row = foldingOf(graph, spans, size, DEFAULT_SPACING, shape, false)?.row;
    return row && [0, 1, 2].map((own) => row.filter((at) => at === own).length);
  };

  // Three rows take 454 across and ten for every further edge in each of two channels; two rows, 655 along.
  it('become fewer when channels between them are full', () => {
    expect(lengths(11, 0)).toEqual([4, 4, 4]);
    expect(lengths(12, 0)).toEqual([6, 6, 0]);
    expect(lengths(100, 0)).toEqual([6, 6, 0]);
  });

  it('have room for edges that pass them', () => {
    expect(lengths(1, 4)).toEqual([4, 4, 4]);
    expect(lengths(1, 5)).toEqual([6, 6, 0]);
  });
});

describe('fold', () => {
  it('puts rows under one another, and leads edges back between them', () => {
    const { graph, edges, spans, size } = chainOf(4);
    const centre = new Float64Array(4).fill(20);
    const { lanes, alongSize } = fold(
      { row: Int32Array.from([0, 0, 1, 1]), rowCount: 2 },
      graph,
      edges,
      spans,
      { centre, size },
      DEFAULT_SPACING,
    );
    expect([...spans.start]).toEqual([32, 196, 32, 196]);
    expect([...spans.end]).toEqual([132, 296, 132, 296]);
    // 40 of the first row, 32 to the channel, 32 to the second row.
    expect([...centre]).toEqual([20, 20, 124, 124]);
    expect(alongSize).toBe(328);
    expect([...lanes.offsets]).toEqual([0, 0, 1, 1]);
    expect([...lanes.after]).toEqual([0]);
    expect([lanes.enter[0], lanes.leave[0], lanes.centre[0]]).toEqual([328, 0, 72]);
  });

  it('nests the lanes of a channel: what stands higher turns later and comes back further out', () => {
    // Two layers of three; 0 leads to 3, 1 to 4 and 5, and all of it to the next row.
    const pairs: readonly [number, number][] = [
      [2, 5],
      [0, 3],
      [1, 4],
      [1, 3],
    ];
    const graph = layered([0, 0, 0, 1, 1, 1], pairs);
    const spans = { start: Float64Array.from([0, 164]), end: Float64Array.from([100, 264]) };
    const centre = Float64Array.from([20, 80, 140, 20, 80, 140]);
    const { lanes, alongSize } = fold(
      { row: Int32Array.from([0, 1]), rowCount: 2 },
      graph,
      layerEdges(pairs),
      spans,
      { centre, size: new Float64Array(6).fill(40) },
      DEFAULT_SPACING,
    );
    // From the outermost: 0 to 3, 1 to 3, 1 to 4, 2 to 5.
    expect([...lanes.leave]).toEqual([0, 30, 10, 20]);
    expect([...lanes.enter]).toEqual([194, 224, 204, 214]);
    expect([...lanes.centre]).toEqual([192, 222, 202, 212]);
    expect([...spans.start]).toEqual([62, 62]);
    expect([...centre]).toEqual([20, 80, 140, 274, 334, 394]);
    expect(alongSize).toBe(224);
  });

  it('leads an edge over several rows by a lane in each channel', () => {
    const pairs: readonly [number, number][] = [
      [0, 1],
      [1, 2],
      [0, 2],
    ];
    const graph = layered([0, 1, 2], pairs);
    const spans = {
      start: Float64Array.from([0, 164, 328]),
      end: Float64Array.from([100, 264, 428]),
    };
    const size = Float64Array.from([40, 40, 40, 0]);
    const { lanes } = fold(
      { row: Int32Array.from([0, 1, 2]), rowCount: 3 },
      graph,
      layerEdges(pairs),
      spans,
      { centre: Float64Array.from([20, 20, 20, 60]), size },
      DEFAULT_SPACING,
    );
    expect([...lanes.offsets]).toEqual([0, 1, 2, 4]);
    expect([...lanes.after]).toEqual([0, 0, 0, 1]);
  });

  it('lets many edges lie closer in a channel', () => {
    const count = 41;
    const pairs = Array.from({ length: count }, (): [number, number] => [0, 1]);
    const spans = { start: Float64Array.from([0, 164]), end: Float64Array.from([100, 264]) };
    const { lanes } = fold(
      { row: Int32Array.from([0, 1]), rowCount: 2 },
      layered([0, 1], pairs),
      layerEdges(pairs),
      spans,
      { centre: Float64Array.from([20, 20]), size: Float64Array.from([40, 40]) },
      DEFAULT_SPACING,
    );
    expect((lanes.leave[0] ?? 0) - (lanes.leave[1] ?? 0)).toBe(4);
    expect((lanes.leave[0] ?? 0) - (lanes.leave[40] ?? 0)).toBe(160);
  });

  it('leaves edges that are straight over everything without a lane', () => {
    const pairs = Array.from({ length: 160 }, (): [number, number] => [0, 1]);
    const graph = layered([0, 1_001], pairs);
    const { lanes } = fold(
      { row: Int32Array.from({ length: 1_002 }, (_, at) => at >> 9), rowCount: 2 },
      graph,
      layerEdges(pairs),
      { start: new Float64Array(1_002), end: new Float64Array(1_002) },
      { centre: new Float64Array(2), size: new Float64Array(2) },
      DEFAULT_SPACING,
    );
    expect(lanes.after).toHaveLength(0);
  });
});

describe('keepPlaces', () => {
  const result = (x: readonly number[], y: readonly number[]): LayoutResult => ({
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    groups: {
      x: Float64Array.from([1]),
      y: Float64Array.from([2]),
      width: Float64Array.from([3]),
      height: Float64Array.from([4]),
    },
    routes: { offsets: Int32Array.from([0, 2]), points: Float64Array.from([5, 6, 7, 8]) },
    reversed: new Uint8Array(1),
    layer: new Int32Array(x.length),
    left: 0,
    top: 0,
    width: 9,
    height: 10,
  });
  const input = (x: readonly number[], y: readonly number[]) => ({
    nodes: { width: new Float64Array(0), height: new Float64Array(0) },
    edges: { from: new Int32Array(0), to: new Int32Array(0) },
    direction: 'right' as const,
    previous: { x: Float64Array.from(x), y: Float64Array.from(y) },
  });

  it('takes back the median way of what was there before, in whole pixels', () => {
    const kept = keepPlaces(
      result([0, 10, 20, 30], [0, 0, 0, 0]),
      input([100.4, 500, 120.4, Number.NaN], [-3, -3, 900, Number.NaN]),
    );
    expect([...kept.x]).toEqual([100, 110, 120, 130]);
    expect([...kept.y]).toEqual([-3, -3, -3, -3]);
    expect([...kept.groups.x, ...kept.groups.y]).toEqual([101, -1]);
    expect([...kept.groups.width, ...kept.groups.height]).toEqual([3, 4]);
    expect([...kept.routes.points]).toEqual([105, 3, 107, 5]);
    expect([kept.left, kept.top, kept.width, kept.height]).toEqual([100, -3, 9, 10]);
  });

  it('leaves everything where nothing moved, or nothing is known', () => {
    const own = result([1, 2], [3, 4]);
    expect(keepPlaces(own, input([1.2, 2], [3, 3.6]))).toBe(own);
    expect(keepPlaces(own, input([Number.NaN, Number.NaN], [3, 4]))).toBe(own);
    const { previous: _, ...without } = input([], []);
    expect(keepPlaces(own, without)).toBe(own);
    expect(keepPlaces(own, input([1, 2], [13, 14])).top).toBe(10);
    expect(keepPlaces(own, input([11, 12], [3, 4])).left).toBe(10);
  });

  it('asks some of many nodes, evenly, and others when it does not know those', () => {
    const count = 2_000;
    const zeros = new Array<number>(count).fill(0);
    // Every fourth node is asked, as 512 are enough.
    const some = zeros.map((_, node) => (node % 4 === 0 ? 7 : 1_000));
    expect(keepPlaces(result(zeros, zeros), input(some, zeros)).left).toBe(7);
    const few = zeros.map((_, node) => (node % 4 === 2 ? 9 : Number.NaN));
    expect(keepPlaces(result(zeros, zeros), input(few, zeros)).left).toBe(9);
    const both = zeros.map((_, node) => [Number.NaN, 5, 9, 9][node % 4] ?? 0);
    expect(keepPlaces(result(zeros, zeros), input(both, zeros)).left).toBe(5);
  });
});
