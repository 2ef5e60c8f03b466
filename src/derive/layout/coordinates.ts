import type { LayeredGraph, Ordering } from './layers.ts';
import type { Effort } from './types.ts';

export interface CoordinateOptions {
  /** Across the direction, by vertex. */
  readonly size: Float64Array;
  /** Vertices below this number have a size; ports and bends have none. */
  readonly realCount: number;
  readonly nodeGap: number;
  readonly edgeGap: number;
  /** Where a vertex stood before (its centre), `NaN` where nothing is known. */
  readonly anchor?: Float64Array;
  readonly effort: Effort;
}

/** Sweeps in one direction after another, and then with both sides pulling. */
const sweepsOf: Readonly<Record<Effort, readonly [oneSided: number, smoothing: number]>> = {
  quick: [2, 1],
  rough: [6, 3],
  full: [6, 3],
  keep: [0, 1],
};
/** A vertex without neighbours on the side that pulls only keeps out of the way. */
const LOOSE = 1e-3;
const ANCHOR_WEIGHT = 4;

/**
 * Centres across the direction: every vertex as near to the weighted mean of its neighbours as the
 * order and the gaps allow. Layer after layer this is a least-squares problem under the order, and
 * solved exactly by pooling adjacent violators; sweeps in both directions carry it through the
 * graph. Vertices of one layer never overlap.
 *
 * Source: R. Barlow et al., "Statistical inference under order restrictions", 1972 (pooling).
 */
export function placeAcross(
  graph: LayeredGraph,
  ordering: Ordering,
  options: CoordinateOptions,
): Float64Array {
  const centre = new Float64Array(graph.vertexCount);
  const separation = separations(graph, ordering, options);
  startAtRest(graph, ordering, separation, centre, options);
  const solver = new LayerSolver(graph, ordering, separation, centre, options.anchor);
  const [oneSided, smoothing] = sweepsOf[options.effort];
  for (let sweep = 0; sweep < oneSided; sweep += 1) {
    const forward = sweep % 2 === 0;
    for (let step = 1; step < graph.layerCount; step += 1) {
      solver.place(forward ? step : graph.layerCount - 1 - step, forward, !forward);
    }
  }
  for (let sweep = 0; sweep < smoothing; sweep += 1) {
    for (let step = 0; step < graph.layerCount; step += 1) {
      solver.place(sweep % 2 === 0 ? graph.layerCount - 1 - step : step, true, true);
    }
  }
  return centre;
}

/** By place in the ordering: how far the centre must be from the one before; 0 for the first of a layer. */
function separations(
  graph: LayeredGraph,
  ordering: Ordering,
  options: CoordinateOptions,
): Float64Array {
  const { order, layerStart } = ordering;
  const separation = new Float64Array(order.length);
  for (let layer = 0; layer < graph.layerCount; layer += 1) {
    const to = layerStart[layer + 1] ?? 0;
    for (let at = (layerStart[layer] ?? 0) + 1; at < to; at += 1) {
      const before = order[at - 1] ?? 0;
      const own = order[at] ?? 0;
      const real = before < options.realCount && own < options.realCount;
      const sizes = (options.size[before] ?? 0) + (options.size[own] ?? 0);
      separation[at] = sizes / 2 + (real ? options.nodeGap : options.edgeGap);
    }
  }
  return separation;
}

function startAtRest(
  graph: LayeredGraph,
  ordering: Ordering,
  separation: Float64Array,
  centre: Float64Array,
  options: CoordinateOptions,
): void {
  const { order, layerStart } = ordering;
  for (let layer = 0; layer < graph.layerCount; layer += 1) {
    const from = layerStart[layer] ?? 0;
    const to = layerStart[layer + 1] ?? 0;
    let length = 0;
    for (let at = from + 1; at < to; at += 1) length += separation[at] ?? 0;
    let position = -length / 2;
    for (let at = from; at < to; at += 1) {
      position += separation[at] ?? 0;
      const vertex = order[at] ?? 0;
      const anchor = options.anchor?.[vertex] ?? Number.NaN;
      centre[vertex] = Number.isNaN(anchor) ? position : anchor;
    }
  }
}

class LayerSolver {
  readonly #graph: LayeredGraph;
  readonly #ordering: Ordering;
  readonly #separation: Float64Array;
  readonly #centre: Float64Array;
  readonly #anchor: Float64Array | undefined;
  readonly #mean: Float64Array;
  readonly #mass: Float64Array;
  readonly #length: Int32Array;
  #sum = 0;
  #weight = 0;

  constructor(
    graph: LayeredGraph,
    ordering: Ordering,
    separation: Float64Array,
    centre: Float64Array,
    anchor: Float64Array | undefined,
  ) {
    this.#graph = graph;
    this.#ordering = ordering;
    this.#separation = separation;
    this.#centre = centre;
    this.#anchor = anchor;
    let widest = 0;
    for (let layer = 0; layer < graph.layerCount; layer += 1) {
      const { layerStart } = ordering;
      widest = Math.max(widest, (layerStart[layer + 1] ?? 0) - (layerStart[layer] ?? 0));
    }
    this.#mean = new Float64Array(widest);
    this.#mass = new Float64Array(widest);
    this.#length = new Int32Array(widest);
  }

  /** Solves one layer for the neighbours before it, after it, or both. */
  place(layer: number, before: boolean, after: boolean): void {
    const { order, layerStart } = this.#ordering;
    const means = this.#mean;
    const masses = this.#mass;
    const lengths = this.#length;
    const separation = this.#separation;
    const centre = this.#centre;
    const from = layerStart[layer] ?? 0;
    const to = layerStart[layer + 1] ?? 0;
    let blocks = 0;
    let shift = 0;
    for (let at = from; at < to; at += 1) {
      shift += separation[at] ?? 0;
      this.#pull(order[at] ?? 0, before, after);
      let mean = this.#sum / this.#weight - shift;
      let mass = this.#weight;
      let length = 1;
      while (blocks > 0 && (means[blocks - 1] ?? 0) > mean) {
        blocks -= 1;
        const other = masses[blocks] ?? 0;
        mean = (mean * mass + (means[blocks] ?? 0) * other) / (mass + other);
        mass += other;
        length += lengths[blocks] ?? 0;
      }
      means[blocks] = mean;
      masses[blocks] = mass;
      lengths[blocks] = length;
      blocks += 1;
    }
    shift = 0;
    let at = from;
    for (let block = 0; block < blocks; block += 1) {
      const mean = means[block] ?? 0;
      const stop = at + (lengths[block] ?? 0);
      for (; at < stop; at += 1) {
        shift += separation[at] ?? 0;
        centre[order[at] ?? 0] = mean + shift;
      }
    }
  }

  #pull(vertex: number, before: boolean, after: boolean): void {
    const { up, down, weight, offsetFrom, offsetTo } = this.#graph;
    const centre = this.#centre;
    let sum = (centre[vertex] ?? 0) * LOOSE;
    let mass = LOOSE;
    if (before) {
      const end = up.offsets[vertex + 1] ?? 0;
      for (let slot = up.offsets[vertex] ?? 0; slot < end; slot += 1) {
        const segment = up.edges[slot] ?? 0;
        const there = (centre[up.targets[slot] ?? 0] ?? 0) + (offsetFrom[segment] ?? 0);
        const own = weight[segment] ?? 1;
        sum += (there - (offsetTo[segment] ?? 0)) * own;
        mass += own;
      }
    }
    if (after) {
      const end = down.offsets[vertex + 1] ?? 0;
      for (let slot = down.offsets[vertex] ?? 0; slot < end; slot += 1) {
        const segment = down.edges[slot] ?? 0;
        const there = (centre[down.targets[slot] ?? 0] ?? 0) + (offsetTo[segment] ?? 0);
        const own = weight[segment] ?? 1;
        sum += (there - (offsetFrom[segment] ?? 0)) * own;
        mass += own;
      }
    }
    const anchor = this.#anchor?.[vertex] ?? Number.NaN;
    if (!Number.isNaN(anchor)) {
      sum += anchor * ANCHOR_WEIGHT;
      mass += ANCHOR_WEIGHT;
    }
    this.#sum = sum;
    this.#weight = mass;
  }
}
