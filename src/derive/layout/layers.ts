import { buildCsr, type Csr, reverseCsr } from '../../lib/graph/csr.ts';

/**
 * A graph in layers in which every edge leads to the next layer: long edges pass the layers between
 * on virtual vertices. Vertices below `realCount` are given, the others are virtual.
 */
export interface LayeredGraph {
  readonly vertexCount: number;
  readonly realCount: number;
  readonly layerCount: number;
  readonly layer: Int32Array;
  /** Segments from a layer to the next, and the same backwards. */
  readonly down: Csr;
  readonly up: Csr;
  /** By segment: how strongly it pulls, and where it touches its ends, from their centres. */
  readonly weight: Float64Array;
  readonly offsetFrom: Float64Array;
  readonly offsetTo: Float64Array;
  /** The first virtual vertex of each edge, −1 for none; the others follow in the order of layers. */
  readonly firstVirtual: Int32Array;
}

export interface LayerEdges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
  readonly offsetFrom: Float64Array;
  readonly offsetTo: Float64Array;
}

/** With more virtual vertices than this the longest edges go without, straight over everything. */
const MAX_VIRTUAL = 150_000;
/** Long edges are straightened first; short ones give way. E. Gansner et al., IEEE TSE 19(3), 1993. */
const STRAIGHT = 8;
const HALF_STRAIGHT = 2;

/** Every edge must lead to a later layer. */
export function buildLayers(layer: Int32Array, edges: LayerEdges): LayeredGraph {
  const realCount = layer.length;
  let layerCount = 0;
  for (const own of layer) layerCount = Math.max(layerCount, own + 1);
  const longest = longestAllowed(layer, edges, layerCount);
  const firstVirtual = new Int32Array(edges.from.length).fill(-1);
  let vertexCount = realCount;
  let segmentCount = 0;
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const span = spanOf(layer, edges, edge);
    if (span > longest) continue;
    segmentCount += span;
    if (span < 2) continue;
    firstVirtual[edge] = vertexCount;
    vertexCount += span - 1;
  }
  const vertexLayer = new Int32Array(vertexCount);
  vertexLayer.set(layer);
  const from = new Int32Array(segmentCount);
  const to = new Int32Array(segmentCount);
  const weight = new Float64Array(segmentCount);
  const offsetFrom = new Float64Array(segmentCount);
  const offsetTo = new Float64Array(segmentCount);
  let segment = 0;
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const span = spanOf(layer, edges, edge);
    if (span > longest) continue;
    const first = firstVirtual[edge] ?? -1;
    const start = edges.from[edge] ?? 0;
    for (let step = 0; step < span; step += 1) {
      const a = step === 0 ? start : first + step - 1;
      const b = step === span - 1 ? (edges.to[edge] ?? 0) : first + step;
      from[segment] = a;
      to[segment] = b;
      const ends = (step === 0 ? 1 : 0) + (step === span - 1 ? 1 : 0);
      const straight = ends === 2 ? 1 : ends === 1 ? HALF_STRAIGHT : STRAIGHT;
      weight[segment] = (edges.weight[edge] ?? 1) * straight;
      offsetFrom[segment] = step === 0 ? (edges.offsetFrom[edge] ?? 0) : 0;
      offsetTo[segment] = step === span - 1 ? (edges.offsetTo[edge] ?? 0) : 0;
      if (b >= realCount) vertexLayer[b] = (layer[start] ?? 0) + step + 1;
      segment += 1;
    }
  }
  const down = buildCsr(vertexCount, from, to);
  return {
    vertexCount,
    realCount,
    layerCount,
    layer: vertexLayer,
    down,
    up: reverseCsr(down),
    weight,
    offsetFrom,
    offsetTo,
    firstVirtual,
  };
}

/**
 * The vertex by which an edge stands in a layer on its way.
 *
 * @param step layers from that of its source, of `span` up to that of its target
 */
export function vertexOf(
  edges: LayerEdges,
  firstVirtual: Int32Array,
  edge: number,
  step: number,
  span: number,
): number {
  if (step === 0) return edges.from[edge] ?? 0;
  return step === span ? (edges.to[edge] ?? 0) : (firstVirtual[edge] ?? 0) + step - 1;
}

function spanOf(layer: Int32Array, edges: LayerEdges, edge: number): number {
  return (layer[edges.to[edge] ?? 0] ?? 0) - (layer[edges.from[edge] ?? 0] ?? 0);
}

function longestAllowed(layer: Int32Array, edges: LayerEdges, layerCount: number): number {
  const bySpan = new Float64Array(layerCount + 1);
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const span = spanOf(layer, edges, edge);
    bySpan[span] = (bySpan[span] ?? 0) + span - 1;
  }
  let sum = 0;
  for (let span = 1; span <= layerCount; span += 1) {
    sum += bySpan[span] ?? 0;
    if (sum > MAX_VIRTUAL) return span - 1;
  }
  return layerCount;
}

/** Vertices of all layers in one array, layer after layer, and where each stands. */
export interface Ordering {
  readonly order: Int32Array;
  readonly layerStart: Int32Array;
  /** The place of each vertex inside its layer. */
  readonly place: Int32Array;
}

export function emptyOrdering(graph: LayeredGraph): Ordering {
  const layerStart = new Int32Array(graph.layerCount + 1);
  for (const own of graph.layer) layerStart[own + 1] = (layerStart[own + 1] ?? 0) + 1;
  for (let at = 0; at < graph.layerCount; at += 1) {
    layerStart[at + 1] = (layerStart[at + 1] ?? 0) + (layerStart[at] ?? 0);
  }
  return {
    order: new Int32Array(graph.vertexCount),
    layerStart,
    place: new Int32Array(graph.vertexCount),
  };
}
