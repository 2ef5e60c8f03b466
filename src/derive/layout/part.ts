import type { Csr } from '../../lib/graph/csr.ts';
import { placeAcross } from './coordinates.ts';
import { fold, foldingOf, type Lanes } from './fold.ts';
import { buildLayers, type LayerEdges, type Ordering } from './layers.ts';
import { orderLayers } from './ordering.ts';
import type { PartInput } from './part-input.ts';
import { PASSING, spreadRanks } from './spread.ts';
import { numbersTo } from './typed.ts';

/** Positions from the part's own corner. */
export interface PartResult {
  readonly along: Float64Array;
  readonly centre: Float64Array;
  readonly intoCentre: Float64Array;
  readonly outCentre: Float64Array;
  /** The bends of the edges, then of the ports into it, then of the ports out of it. */
  readonly bends: Bends;
  readonly alongSize: number;
  readonly acrossSize: number;
}

/** Two points where an edge passes a layer: it enters and leaves it at one height. */
export interface Bends {
  readonly offsets: Int32Array;
  readonly enter: Float64Array;
  readonly leave: Float64Array;
  readonly centre: Float64Array;
}

export function layoutPart(given: PartInput): PartResult {
  const { shape } = given;
  const ranks = shape === undefined ? undefined : spreadRanks(given, shape);
  const input = ranks === undefined ? given : { ...given, rank: ranks };
  const count = input.rank.length;
  const { into, out, spacing } = input;
  const vertexCount = count + into.entity.length + out.entity.length;
  const layer = layersWithPorts(input, vertexCount);
  const edges = withPortEdges(input);
  const graph = buildLayers(layer, edges);
  const size = new Float64Array(graph.vertexCount);
  size.set(input.across);
  const spans = alongPositions(input, graph.layerCount, layer);
  const folding =
    shape === undefined
      ? undefined
      : foldingOf(graph, spans, size, spacing, shape, vertexCount > count);
  const former = formerOf(input, graph.vertexCount, graph.firstVirtual, edges, layer);
  const fixed = fixedPlaces(input, vertexCount);
  const ordering = orderLayers(graph, {
    ...(former === undefined ? {} : { start: former }),
    ...(fixed === undefined ? {} : { fixed }),
    effort: input.effort,
  });
  if (into.entity.length > 0) followNeighbours(ordering, 0, graph.down);
  if (out.entity.length > 0) followNeighbours(ordering, graph.layerCount - 1, graph.up);
  const centre = placeAcross(graph, ordering, {
    size,
    realCount: count,
    nodeGap: spacing.node,
    edgeGap: ranks === undefined ? spacing.edge : PASSING,
    // Former places across are those of rows, which are not where the layers are put together.
    effort: input.effort === 'keep' && folding !== undefined ? 'full' : input.effort,
    ...(former === undefined || input.effort !== 'keep' || folding !== undefined
      ? {}
      : { anchor: former }),
  });
  const folded = folding && fold(folding, graph, edges, spans, { centre, size }, spacing);
  const { start, end } = spans;
  const { low, high } = extent(centre, size);
  for (let vertex = 0; vertex < centre.length; vertex += 1) {
    centre[vertex] = (centre[vertex] ?? 0) - low;
  }
  return {
    along: alongOf(layer, count, start),
    centre: centre.subarray(0, count),
    intoCentre: centre.subarray(count, count + into.entity.length),
    outCentre: centre.subarray(count + into.entity.length, vertexCount),
    bends: bendsOf(edges, layer, graph.firstVirtual, { start, end, centre }, folded?.lanes),
    alongSize: folded?.alongSize ?? spans.alongSize,
    acrossSize: high - low,
  };
}

function alongOf(layer: Int32Array, count: number, start: Float64Array): Float64Array {
  const along = new Float64Array(count);
  for (let at = 0; at < count; at += 1) along[at] = start[layer[at] ?? 0] ?? 0;
  return along;
}

/**
 * Puts the ports of a border in the order of what they lead to inside. The order of the far ends has
 * done its work on the nodes; where it differs, edges shall cross between the groups, where there is
 * room, and not on the border.
 */
function followNeighbours(ordering: Ordering, layer: number, inner: Csr): void {
  const { order, layerStart, place } = ordering;
  const ports = order.subarray(layerStart[layer] ?? 0, layerStart[layer + 1] ?? 0);
  const wish = (port: number) => place[inner.targets[inner.offsets[port] ?? 0] ?? 0] ?? 0;
  ports.sort((a, b) => wish(a) - wish(b) || (place[a] ?? 0) - (place[b] ?? 0));
  for (let at = 0; at < ports.length; at += 1) place[ports[at] ?? 0] = at;
}

function layersWithPorts(input: PartInput, vertexCount: number): Int32Array {
  const shift = input.into.entity.length > 0 ? 1 : 0;
  const layer = new Int32Array(vertexCount);
  let last = -1;
  for (let at = 0; at < input.rank.length; at += 1) {
    layer[at] = (input.rank[at] ?? 0) + shift;
    last = Math.max(last, layer[at] ?? 0);
  }
  layer.fill(last + 1, input.rank.length + input.into.entity.length);
  return layer;
}

function withPortEdges(input: PartInput): LayerEdges {
  const count = input.rank.length;
  const { into, out, edges } = input;
  if (into.entity.length + out.entity.length === 0) return edges;
  const ids = numbersTo(count + into.entity.length + out.entity.length);
  const zerosInto = new Float64Array(into.entity.length);
  const zerosOut = new Float64Array(out.entity.length);
  const ones = new Float64Array(zerosInto.length + zerosOut.length).fill(1);
  return {
    from: joinInts(edges.from, ids.subarray(count, count + into.entity.length), out.entity),
    to: joinInts(edges.to, into.entity, ids.subarray(count + into.entity.length)),
    weight: joinFloats(edges.weight, ones),
    offsetFrom: joinFloats(edges.offsetFrom, zerosInto, out.offset),
    offsetTo: joinFloats(edges.offsetTo, into.offset, zerosOut),
  };
}

function joinInts(...lists: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

function joinFloats(...lists: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

/** Ports whose other ends are known keep the order of those ends; `undefined` when none is. */
function fixedPlaces(input: PartInput, vertexCount: number): Float64Array | undefined {
  const isKnown = (hint: number): boolean => !Number.isNaN(hint);
  if (!input.into.hint.some(isKnown) && !input.out.hint.some(isKnown)) return undefined;
  const fixed = new Float64Array(vertexCount).fill(Number.NaN);
  fixed.set(input.into.hint, input.rank.length);
  fixed.set(input.out.hint, input.rank.length + input.into.hint.length);
  return fixed;
}

/** Former places of the vertices; bends stand between the ends of their edge. */
function formerOf(
  input: PartInput,
  vertexCount: number,
  firstVirtual: Int32Array,
  edges: LayerEdges,
  layer: Int32Array,
): Float64Array | undefined {
  if (input.former === undefined) return undefined;
  const former = new Float64Array(vertexCount).fill(Number.NaN);
  former.set(amongNeighbours(input.former, input.edges));
  const count = input.rank.length;
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const a = edges.from[edge] ?? 0;
    const b = edges.to[edge] ?? 0;
    const start = former[a < count ? a : b] ?? Number.NaN;
    const end = former[b < count ? b : a] ?? Number.NaN;
    if (a >= count) former[a] = end;
    if (b >= count) former[b] = start;
    const first = firstVirtual[edge] ?? -1;
    const span = (layer[b] ?? 0) - (layer[a] ?? 0);
    for (let step = 1; step < span && first >= 0; step += 1) {
      former[first + step - 1] = start + ((end - start) * step) / span;
    }
  }
  return former;
}

/** What is new stands at first where its neighbours are. */
function amongNeighbours(former: Float64Array, { from, to }: LayerEdges): Float64Array {
  if (!former.some(Number.isNaN)) return former;
  const sum = new Float64Array(former.length);
  const known = new Float64Array(former.length);
  for (let edge = 0; edge < from.length; edge += 1) {
    const a = from[edge] ?? 0;
    const b = to[edge] ?? 0;
    const atA = former[a] ?? Number.NaN;
    const atB = former[b] ?? Number.NaN;
    if (!Number.isNaN(atB)) {
      sum[a] = (sum[a] ?? 0) + atB;
      known[a] = (known[a] ?? 0) + 1;
    }
    if (!Number.isNaN(atA)) {
      sum[b] = (sum[b] ?? 0) + atA;
      known[b] = (known[b] ?? 0) + 1;
    }
  }
  return former.map((own, at) => (Number.isNaN(own) ? (sum[at] ?? 0) / (known[at] ?? 0) : own));
}

function alongPositions(
  input: PartInput,
  layerCount: number,
  layer: Int32Array,
): {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly alongSize: number;
} {
  const thickness = new Float64Array(layerCount);
  for (let at = 0; at < input.rank.length; at += 1) {
    const own = layer[at] ?? 0;
    thickness[own] = Math.max(thickness[own] ?? 0, input.along[at] ?? 0);
  }
  const start = new Float64Array(layerCount);
  const end = new Float64Array(layerCount);
  let position = 0;
  for (let at = 0; at < layerCount; at += 1) {
    start[at] = position;
    end[at] = position + (thickness[at] ?? 0);
    const toPort =
      (at === 0 && input.into.entity.length > 0) ||
      (at === layerCount - 2 && input.out.entity.length > 0);
    position = (end[at] ?? 0) + (toPort ? input.spacing.padding : input.spacing.layer);
  }
  return { start, end, alongSize: end[layerCount - 1] ?? 0 };
}

function extent(
  centre: Float64Array,
  size: Float64Array,
): { readonly low: number; readonly high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < centre.length; at += 1) {
    const half = (size[at] ?? 0) / 2;
    low = Math.min(low, (centre[at] ?? 0) - half);
    high = Math.max(high, (centre[at] ?? 0) + half);
  }
  return centre.length === 0 ? { low: 0, high: 0 } : { low, high };
}

function bendsOf(
  edges: LayerEdges,
  layer: Int32Array,
  firstVirtual: Int32Array,
  at: {
    readonly start: Float64Array;
    readonly end: Float64Array;
    readonly centre: Float64Array;
  },
  lanes?: Lanes,
): Bends {
  const offsets = new Int32Array(edges.from.length + 1);
  const spanOf = (edge: number): number =>
    (layer[edges.to[edge] ?? 0] ?? 0) - (layer[edges.from[edge] ?? 0] ?? 0);
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const bends = (firstVirtual[edge] ?? -1) < 0 ? 0 : spanOf(edge) - 1;
    const turns = (lanes?.offsets[edge + 1] ?? 0) - (lanes?.offsets[edge] ?? 0);
    offsets[edge + 1] = (offsets[edge] ?? 0) + bends + turns;
  }
  const total = offsets[edges.from.length] ?? 0;
  const enter = new Float64Array(total);
  const leave = new Float64Array(total);
  const centre = new Float64Array(total);
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const first = firstVirtual[edge] ?? -1;
    const base = (layer[edges.from[edge] ?? 0] ?? 0) + 1;
    let lane = lanes?.offsets[edge] ?? 0;
    let step = 0;
    for (let slot = offsets[edge] ?? 0; slot < (offsets[edge + 1] ?? 0); slot += 1) {
      if (
        lanes !== undefined &&
        lane < (lanes.offsets[edge + 1] ?? 0) &&
        lanes.after[lane] === step
      ) {
        enter[slot] = lanes.enter[lane] ?? 0;
        leave[slot] = lanes.leave[lane] ?? 0;
        centre[slot] = lanes.centre[lane] ?? 0;
        lane += 1;
        continue;
      }
      enter[slot] = at.start[base + step] ?? 0;
      leave[slot] = at.end[base + step] ?? 0;
      centre[slot] = at.centre[first + step] ?? 0;
      step += 1;
    }
  }
  return { offsets, enter, leave, centre };
}
