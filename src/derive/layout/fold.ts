import { type LayerEdges, type LayeredGraph, vertexOf } from './layers.ts';
import { rowsOf } from './typed.ts';
import type { LayoutSpacing, Shape } from './types.ts';

/** A part that is far longer than the drawing shall be is folded into rows, as text is into lines. */
export interface Folding {
  /** By layer, from 0. */
  readonly row: Int32Array;
  readonly rowCount: number;
}

/** Where layers begin and end along the direction. */
export interface LayerSpans {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** What folding adds: edges to the next row pass through a channel between the rows. */
export interface Lanes {
  /** The lanes of edge `e` are `offsets[e] … offsets[e + 1] − 1`, in the order in which it passes them. */
  readonly offsets: Int32Array;
  /** How many layers after that of its source the edge leaves the row. */
  readonly after: Int32Array;
  readonly enter: Float64Array;
  readonly leave: Float64Array;
  readonly centre: Float64Array;
}

/**
 * A picture must become so many times larger on the screen to be worth a break in its lines; more inside
 * a group that edges lead into, which then come from the wrong side.
 */
const WORTH = { free: 1.45, tied: 2 } as const;
/** Lengths of rows that are tried: steps, so that a small change of a plan moves no break. */
const STEP = Math.SQRT2;
const SHORTEST = 256;
/** Layers take about this much more room across than their nodes need. */
const SLACK = 1.15;
/** A channel is no wider than this; many edges lie closer in it. */
const MOST_CHANNEL = 160;

/**
 * Rows of about the same length that fill the proportion of the shape; nothing when the part is no
 * longer than that, or gains too little. Known from the sizes of nodes alone, so a draft has the same rows.
 */
export function foldingOf(
  graph: LayeredGraph,
  { start, end }: LayerSpans,
  size: Float64Array,
  spacing: LayoutSpacing,
  shape: Shape,
  isTied: boolean,
): Folding | undefined {
  const { layerCount } = graph;
  const depth = new Float64Array(layerCount);
  const passing = new Float64Array(layerCount);
  for (let vertex = 0; vertex < graph.vertexCount; vertex += 1) {
    const layer = graph.layer[vertex] ?? 0;
    const own = size[vertex] ?? 0;
    depth[layer] = (depth[layer] ?? 0) + own * SLACK + (own > 0 ? spacing.node : spacing.edge);
    const edges = (graph.down.offsets[vertex + 1] ?? 0) - (graph.down.offsets[vertex] ?? 0);
    passing[layer] = (passing[layer] ?? 0) + edges;
  }
  const proportion = shape.along / shape.across;
  const scale = (length: number, across: number) => Math.max(length / proportion, across);
  const total = end[layerCount - 1] ?? 0;
  if (total <= shape.along) return undefined;
  const flat = scale(
    total,
    depth.reduce((most, own) => Math.max(most, own), 0),
  );
  let best: Folding | undefined;
  let least = flat / (isTied ? WORTH.tied : WORTH.free);
  for (let room = SHORTEST; room < total; room *= STEP) {
    const folding = rowsWithin(room, { start, end });
    const channels = 2 * spacing.layer;
    const deepest = new Float64Array(folding.rowCount);
    let across = 0;
    let length = 0;
    let first = 0;
    for (let layer = 0; layer < layerCount; layer += 1) {
      const row = folding.row[layer] ?? 0;
      if (layer > 0 && folding.row[layer - 1] !== row) {
        first = layer;
        across += channels + roomOf(passing[layer - 1] ?? 0, spacing);
      }
      deepest[row] = Math.max(deepest[row] ?? 0, depth[layer] ?? 0);
      length = Math.max(length, (end[layer] ?? 0) - (start[first] ?? 0));
    }
    const own = scale(length + channels, across + deepest.reduce((sum, row) => sum + row, 0));
    if (own >= least || folding.rowCount < 2) continue;
    least = own;
    best = folding;
  }
  return best;
}

function rowsWithin(room: number, { start, end }: LayerSpans): Folding {
  const row = new Int32Array(start.length);
  let current = 0;
  let first = 0;
  for (let layer = 0; layer < row.length; layer += 1) {
    if (layer > first && (end[layer] ?? 0) - (start[first] ?? 0) > room) {
      current += 1;
      first = layer;
    }
    row[layer] = current;
  }
  return { row, rowCount: current + 1 };
}

function laneGap(lanes: number, { edge }: LayoutSpacing): number {
  return lanes < 2 ? 0 : Math.min(edge, MOST_CHANNEL / (lanes - 1));
}

function roomOf(lanes: number, spacing: LayoutSpacing): number {
  return Math.max(0, lanes - 1) * laneGap(lanes, spacing);
}

interface Passage {
  readonly edge: number;
  readonly after: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Puts the rows under one another: layers and centres are changed in place. Edges that lead to the
 * next row turn round its end and come back in a channel, nested so that none crosses another there
 * that it does not cross anyway.
 */
export function fold(
  { row, rowCount }: Folding,
  graph: LayeredGraph,
  edges: LayerEdges,
  { start, end }: LayerSpans,
  { centre, size }: { readonly centre: Float64Array; readonly size: Float64Array },
  spacing: LayoutSpacing,
): { readonly lanes: Lanes; readonly alongSize: number } {
  const passages = passagesOf(row, rowCount, graph, edges);
  closeGaps(row, rowCount, graph, { centre, size }, spacing.part);
  const pad = spacing.layer / 2;
  const side = passages.reduce((most, own) => Math.max(most, roomOf(own.length, spacing)), 0);
  const low = new Float64Array(rowCount).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(rowCount).fill(Number.NEGATIVE_INFINITY);
  for (let vertex = 0; vertex < centre.length; vertex += 1) {
    const own = row[graph.layer[vertex] ?? 0] ?? 0;
    const half = (size[vertex] ?? 0) / 2;
    low[own] = Math.min(low[own] ?? 0, (centre[vertex] ?? 0) - half);
    high[own] = Math.max(high[own] ?? 0, (centre[vertex] ?? 0) + half);
  }
  const left = side + pad;
  const longest = besideEachOther(row, { start, end }, left);
  const lanes = new LaneTable(edges.from.length, passages);
  const shift = new Float64Array(rowCount);
  let across = 0;
  for (let at = 0; at < rowCount; at += 1) {
    shift[at] = across - (low[at] ?? 0);
    across += (high[at] ?? 0) - (low[at] ?? 0) + pad;
    const own = passages[at] ?? [];
    const gap = laneGap(own.length, spacing);
    // From the outermost at the far end to the innermost: what stands higher turns later.
    own.sort(
      (a, b) =>
        (centre[a.from] ?? 0) - (centre[b.from] ?? 0) ||
        (centre[a.to] ?? 0) - (centre[b.to] ?? 0) ||
        a.edge - b.edge,
    );
    for (const [outer, { edge, after }] of own.entries()) {
      const inner = own.length - 1 - outer;
      lanes.put(edge, after, {
        enter: longest + pad + inner * gap,
        leave: left - pad - outer * gap,
        centre: across + inner * gap,
      });
    }
    across += roomOf(own.length, spacing) + pad;
  }
  for (let vertex = 0; vertex < centre.length; vertex += 1) {
    const own = row[graph.layer[vertex] ?? 0] ?? 0;
    centre[vertex] = (centre[vertex] ?? 0) + (shift[own] ?? 0);
  }
  return { lanes: lanes.all, alongSize: longest + pad + side };
}

/**
 * Takes out what is empty all along a row. Lines are level with what stands in other rows, from which
 * they are cut off here: they would keep a row as deep as the deepest.
 */
function closeGaps(
  row: Int32Array,
  rowCount: number,
  { layer, vertexCount }: LayeredGraph,
  { centre, size }: { readonly centre: Float64Array; readonly size: Float64Array },
  gap: number,
): void {
  const rowOf = Int32Array.from(
    { length: vertexCount },
    (_, vertex) => row[layer[vertex] ?? 0] ?? 0,
  );
  const low = centre.map((own, vertex) => own - (size[vertex] ?? 0) / 2);
  const { start, list } = rowsOf(rowOf, rowCount);
  for (let at = 0; at < rowCount; at += 1) {
    const vertices = list
      .subarray(start[at] ?? 0, start[at + 1] ?? 0)
      .toSorted((a, b) => (low[a] ?? 0) - (low[b] ?? 0));
    let shift = 0;
    let end = low[vertices[0] ?? 0] ?? 0;
    for (const vertex of vertices) {
      const own = low[vertex] ?? 0;
      shift += Math.max(0, own - end - gap);
      end = Math.max(end, own + (size[vertex] ?? 0));
      centre[vertex] = (centre[vertex] ?? 0) - shift;
    }
  }
}

/** Every row begins at the left; the end of the longest is returned. */
function besideEachOther(row: Int32Array, { start, end }: LayerSpans, left: number): number {
  let longest = 0;
  let origin = 0;
  for (let layer = 0; layer < row.length; layer += 1) {
    if (layer === 0 || row[layer] !== row[layer - 1]) origin = start[layer] ?? 0;
    start[layer] = (start[layer] ?? 0) - origin + left;
    end[layer] = (end[layer] ?? 0) - origin + left;
    longest = Math.max(longest, end[layer] ?? 0);
  }
  return longest;
}

/** By row: what leads from it to the next. */
function passagesOf(
  row: Int32Array,
  rowCount: number,
  { layer, firstVirtual }: LayeredGraph,
  edges: LayerEdges,
): readonly Passage[][] {
  const passages = Array.from({ length: rowCount }, (): Passage[] => []);
  for (let edge = 0; edge < edges.from.length; edge += 1) {
    const first = layer[edges.from[edge] ?? 0] ?? 0;
    const last = layer[edges.to[edge] ?? 0] ?? 0;
    if (last - first > 1 && (firstVirtual[edge] ?? -1) < 0) continue;
    for (let at = first; at < last; at += 1) {
      const own = row[at] ?? 0;
      if (own === row[at + 1]) continue;
      const from = vertexOf(edges, firstVirtual, edge, at - first, last - first);
      const to = vertexOf(edges, firstVirtual, edge, at + 1 - first, last - first);
      passages[own]?.push({ edge, after: at - first, from, to });
    }
  }
  return passages;
}

class LaneTable {
  readonly all: Lanes;
  readonly #next: Int32Array;

  constructor(edgeCount: number, passages: readonly Passage[][]) {
    const offsets = new Int32Array(edgeCount + 1);
    for (const { edge } of passages.flat()) offsets[edge + 1] = (offsets[edge + 1] ?? 0) + 1;
    for (let edge = 0; edge < edgeCount; edge += 1) {
      offsets[edge + 1] = (offsets[edge + 1] ?? 0) + (offsets[edge] ?? 0);
    }
    const count = offsets[edgeCount] ?? 0;
    this.#next = offsets.slice(0, edgeCount);
    this.all = {
      offsets,
      after: new Int32Array(count),
      enter: new Float64Array(count),
      leave: new Float64Array(count),
      centre: new Float64Array(count),
    };
  }

  /** The lanes of an edge are put in the order of the rows. */
  put(
    edge: number,
    after: number,
    lane: { readonly enter: number; readonly leave: number; readonly centre: number },
  ): void {
    const at = this.#next[edge] ?? 0;
    this.#next[edge] = at + 1;
    this.all.after[at] = after;
    this.all.enter[at] = lane.enter;
    this.all.leave[at] = lane.leave;
    this.all.centre[at] = lane.centre;
  }
}
