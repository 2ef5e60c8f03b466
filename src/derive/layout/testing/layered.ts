import { buildLayers, type LayerEdges, type LayeredGraph, type Ordering } from '../layers.ts';

/** Edges that all pull alike and touch their ends in the middle. */
export function layerEdges(pairs: readonly (readonly [number, number])[]): LayerEdges {
  return {
    from: Int32Array.from(pairs, ([from]) => from),
    to: Int32Array.from(pairs, ([, to]) => to),
    weight: new Float64Array(pairs.length).fill(1),
    offsetFrom: new Float64Array(pairs.length),
    offsetTo: new Float64Array(pairs.length),
  };
}

export function layered(
  layer: readonly number[],
  pairs: readonly (readonly [number, number])[],
): LayeredGraph {
  return buildLayers(Int32Array.from(layer), layerEdges(pairs));
}

/** The vertices of each layer in the given order. */
export function ordered(layers: readonly (readonly number[])[]): Ordering {
  const order = Int32Array.from(layers.flat());
  const place = new Int32Array(order.length);
  const layerStart = new Int32Array(layers.length + 1);
  for (const [at, own] of layers.entries()) {
    layerStart[at + 1] = (layerStart[at] ?? 0) + own.length;
    for (const [where, vertex] of own.entries()) place[vertex] = where;
  }
  return { order, place, layerStart };
}

/** The vertices of each layer as they stand. */
export function layersIn({ order, layerStart }: Ordering): readonly (readonly number[])[] {
  return Array.from({ length: layerStart.length - 1 }, (_, at) => [
    ...order.subarray(layerStart[at], layerStart[at + 1]),
  ]);
}

/** Whether every vertex knows its place. */
export function isConsistent({ order, layerStart, place }: Ordering): boolean {
  return Array.from({ length: layerStart.length - 1 }, (_, at) => at).every((layer) => {
    const from = layerStart[layer] ?? 0;
    return order.subarray(from, layerStart[layer + 1]).every((vertex, at) => place[vertex] === at);
  });
}
