import type { Csr } from '../../lib/graph/csr.ts';
import { CrossingCounter } from './crossings.ts';
import { emptyOrdering, type LayeredGraph, type Ordering } from './layers.ts';
import { OrderWatch } from './order-watch.ts';
import { transpose } from './transpose.ts';
import type { Effort } from './types.ts';

/** Up to this size several starts are tried: a small plan is looked at more closely. */
const SEVERAL_STARTS = 6_000;

interface Visit {
  readonly breadthFirst: boolean;
  readonly fromLast: boolean;
}

const VISITS: readonly Visit[] = [
  { breadthFirst: false, fromLast: false },
  { breadthFirst: true, fromLast: false },
  { breadthFirst: false, fromLast: true },
  { breadthFirst: true, fromLast: true },
];

/** How long is searched from each start. */
interface Stamina {
  readonly sweeps: number;
  /** Sweeps that bring nothing in a row before the search ends. */
  readonly patience: number;
  /** Passes of transposition after a sweep; each visits the layers that gained in the one before. */
  readonly passes: number;
}

const FULL: Stamina = { sweeps: 32, patience: 3, passes: 24 };
/** From where a search before it has come to. */
const SECOND: Stamina = { sweeps: 32, patience: 2, passes: 8 };
/** What only says where a thorough search begins need not be finished. */
const ROUGH: Stamina = { sweeps: 4, patience: 1, passes: 6 };
const ROUGH_STARTS = 2;
/** Work that a search may do, in visits of vertices and segments: more sweeps for small graphs. */
const EFFORT = 400_000;
/** A pass that gains less of all crossings is the last one. */
const WORTH = 0.002;
/** Up to this size crossings are counted from the first sweep on. */
const SMALL = 8_000;

export interface OrderingOptions {
  /** Where the vertices stood before, `NaN` where nothing is known: the order to start from. */
  readonly start?: Float64Array;
  readonly effort?: Effort;
  /**
   * Places that must stay in this order, `NaN` for vertices that are free. A layer with a fixed
   * vertex is sorted once and never again.
   */
  readonly fixed?: Float64Array;
}

/**
 * An order of the vertices in each layer with few crossings: barycentre sweeps in both directions
 * with transposition of neighbours, of which the best is kept. How long it searches depends on the
 * size and on whether it still gains, never on the clock, so the result is the same everywhere.
 *
 * Source: K. Sugiyama, S. Tagawa, M. Toda, IEEE SMC 11(2), 1981; E. Gansner et al., "A technique
 * for drawing directed graphs", IEEE TSE 19(3), 1993 (transposition).
 */
export function orderLayers(graph: LayeredGraph, options: OrderingOptions = {}): Ordering {
  const { start, fixed, effort = 'full' } = options;
  const size = graph.vertexCount + graph.down.targets.length;
  const free = freeLayers(graph, fixed);
  const starts = VISITS.slice(0, startCount(size, start, effort));
  let best: Searched | undefined;
  for (const visit of starts) {
    const ordering = emptyOrdering(graph);
    if (start === undefined) orderByVisit(graph, ordering, visit);
    else orderByHint(graph, ordering, start);
    if (fixed !== undefined) sortFixed(graph, ordering, fixed, free);
    if (graph.layerCount < 2) return ordering;
    const watch = new OrderWatch(graph.layerCount);
    if (effort === 'quick') {
      for (const forward of [true, false, true]) {
        barycentreSweep(graph, ordering, { forward, free, watch });
      }
      return ordering;
    }
    transpose(graph, ordering, { passes: 1, free, watch });
    if (effort === 'keep') return ordering;
    const stamina = staminaFor(size, effort, start !== undefined);
    const found = search(graph, ordering, { free, watch, stamina });
    if (best === undefined || found.crossings < best.crossings) best = found;
    if (best.crossings === 0) break;
  }
  return best?.ordering ?? emptyOrdering(graph);
}

function startCount(size: number, start: Float64Array | undefined, effort: Effort): number {
  if (start !== undefined || size > SEVERAL_STARTS) return 1;
  return effort === 'rough' ? ROUGH_STARTS : VISITS.length;
}

function staminaFor(size: number, effort: Effort, isSecond: boolean): Stamina {
  const thorough = isSecond ? SECOND : FULL;
  const stamina = effort === 'rough' ? ROUGH : thorough;
  const affordable = Math.max(4, Math.floor(EFFORT / (size + 1)));
  return { ...stamina, sweeps: Math.min(stamina.sweeps, affordable) };
}

interface Searched {
  readonly ordering: Ordering;
  readonly crossings: number;
}

interface Search {
  readonly free: Uint8Array;
  readonly watch: OrderWatch;
  readonly stamina: Stamina;
}

/** Improves an ordering in place, and never makes it worse. */
function search(graph: LayeredGraph, best: Ordering, { free, watch, stamina }: Search): Searched {
  const { sweeps, patience, passes } = stamina;
  const counter = new CrossingCounter(graph);
  let fewest = counter.total(best, watch);
  const current = copyOf(best);
  const size = graph.vertexCount + graph.down.targets.length;
  // While everything still moves in a large graph, neither counting nor fine work is worth its price.
  const unwatched = size > SMALL ? Math.floor(sweeps / 2) : 0;
  let idle = 0;
  for (let sweep = 0; sweep < sweeps && fewest > 0 && idle < patience; sweep += 1) {
    barycentreSweep(graph, current, { forward: sweep % 2 === 0, free, watch });
    if (sweep < unwatched) {
      transpose(graph, current, { passes: 2, free, watch });
      continue;
    }
    const least = Math.max(1, fewest * WORTH);
    transpose(graph, current, { passes, least, restless: true, free, watch });
    const crossings = counter.total(current, watch);
    if (crossings < fewest) {
      idle = crossings < fewest * 0.998 ? 0 : idle + 1;
      fewest = crossings;
      best.order.set(current.order);
      best.place.set(current.place);
    } else {
      idle += 1;
    }
  }
  const last = new OrderWatch(graph.layerCount);
  const gained = transpose(graph, best, { passes: 8, free, watch: last });
  return { ordering: best, crossings: fewest - gained };
}

function copyOf(ordering: Ordering): Ordering {
  return {
    order: ordering.order.slice(),
    layerStart: ordering.layerStart,
    place: ordering.place.slice(),
  };
}

/** 1 for the layers that may be reordered. */
function freeLayers(graph: LayeredGraph, fixed: Float64Array | undefined): Uint8Array {
  const free = new Uint8Array(graph.layerCount).fill(1);
  for (let vertex = 0; vertex < (fixed?.length ?? 0); vertex += 1) {
    if (!Number.isNaN(fixed?.[vertex] ?? Number.NaN)) free[graph.layer[vertex] ?? 0] = 0;
  }
  return free;
}

function sortFixed(
  graph: LayeredGraph,
  ordering: Ordering,
  fixed: Float64Array,
  free: Uint8Array,
): void {
  const { order, layerStart, place } = ordering;
  const wish = (vertex: number) => {
    const own = fixed[vertex] ?? 0;
    return Number.isNaN(own) ? FARTHEST : own;
  };
  for (let layer = 0; layer < graph.layerCount; layer += 1) {
    if (free[layer] === 1) continue;
    const run = order.subarray(layerStart[layer] ?? 0, layerStart[layer + 1] ?? 0);
    run.sort((a, b) => wish(a) - wish(b) || a - b);
    for (let at = 0; at < run.length; at += 1) place[run[at] ?? 0] = at;
  }
}

/** Along all segments, so that what belongs together starts out together. */
function orderByVisit(graph: LayeredGraph, ordering: Ordering, visit: Visit): void {
  const filled = ordering.layerStart.slice(0, graph.layerCount);
  const seen = new Uint8Array(graph.vertexCount);
  const open: number[] = [];
  let head = 0;
  for (let at = 0; at < graph.vertexCount; at += 1) {
    const root = visit.fromLast ? graph.vertexCount - 1 - at : at;
    if (seen[root] === 1) continue;
    seen[root] = 1;
    open.push(root);
    while (head < open.length) {
      const vertex = (visit.breadthFirst ? open[head++] : open.pop()) ?? root;
      const layer = graph.layer[vertex] ?? 0;
      const slot = filled[layer] ?? 0;
      filled[layer] = slot + 1;
      ordering.order[slot] = vertex;
      ordering.place[vertex] = slot - (ordering.layerStart[layer] ?? 0);
      pushUnseen(graph.up, vertex, seen, open);
      pushUnseen(graph.down, vertex, seen, open);
    }
  }
}

function pushUnseen(side: Csr, vertex: number, seen: Uint8Array, open: number[]): void {
  const from = side.offsets[vertex] ?? 0;
  for (let slot = (side.offsets[vertex + 1] ?? 0) - 1; slot >= from; slot -= 1) {
    const target = side.targets[slot] ?? 0;
    if (seen[target] === 1) continue;
    seen[target] = 1;
    open.push(target);
  }
}

/** Vertices of which nothing is known come last. */
function orderByHint(graph: LayeredGraph, ordering: Ordering, hint: Float64Array): void {
  const { order, layerStart, place } = ordering;
  const filled = layerStart.slice(0, graph.layerCount);
  const keys = new Float64Array(graph.vertexCount);
  for (let vertex = 0; vertex < graph.vertexCount; vertex += 1) {
    const layer = graph.layer[vertex] ?? 0;
    const slot = filled[layer] ?? 0;
    filled[layer] = slot + 1;
    order[slot] = vertex;
    const own = hint[vertex] ?? Number.NaN;
    const known = Math.min(FARTHEST, Math.max(-FARTHEST, own));
    const low = slot - (layerStart[layer] ?? 0);
    keys[slot] = Math.round(Number.isNaN(own) ? FARTHEST : known * 8) * PLACES + low;
  }
  const before = order.slice();
  for (let layer = 0; layer < graph.layerCount; layer += 1) {
    const start = layerStart[layer] ?? 0;
    const run = keys.subarray(start, layerStart[layer + 1] ?? 0).sort();
    for (let at = 0; at < run.length; at += 1) {
      const key = run[at] ?? 0;
      const vertex = before[start + (key - Math.floor(key / PLACES) * PLACES)] ?? 0;
      order[start + at] = vertex;
      place[vertex] = at;
    }
  }
}

/** Coordinates beyond this are no better than this one; it leaves room for the place in the key. */
const FARTHEST = 2 ** 30;
/** Room for the place of a vertex below the key in one double. */
const PLACES = 2 ** 18;
const PRECISION = 2 ** 10;

interface Sweep {
  readonly forward: boolean;
  readonly free: Uint8Array;
  readonly watch: OrderWatch;
}

/**
 * Sorts every layer by the mean place of the neighbours in the layer before. Vertices without
 * neighbours there keep their places.
 */
function barycentreSweep(
  graph: LayeredGraph,
  ordering: Ordering,
  { forward, free, watch }: Sweep,
): void {
  const { order, layerStart, place } = ordering;
  const side = forward ? graph.up : graph.down;
  const { offsets, targets } = side;
  const { layerCount } = graph;
  const keys = new Float64Array(graph.vertexCount);
  const moved = new Int32Array(graph.vertexCount);
  for (let step = 1; step < layerCount; step += 1) {
    const layer = forward ? step : layerCount - 1 - step;
    if (free[layer] !== 1) continue;
    const start = layerStart[layer] ?? 0;
    const size = (layerStart[layer + 1] ?? 0) - start;
    let count = 0;
    let isSorted = true;
    for (let at = 0; at < size; at += 1) {
      const vertex = order[start + at] ?? 0;
      const from = offsets[vertex] ?? 0;
      const to = offsets[vertex + 1] ?? 0;
      if (from === to) continue;
      let sum = 0;
      for (let slot = from; slot < to; slot += 1) sum += place[targets[slot] ?? 0] ?? 0;
      const mean = sum / (to - from);
      const key = Math.round(mean * PRECISION) * PLACES + at;
      if (count > 0 && key < (keys[count - 1] ?? 0)) isSorted = false;
      keys[count++] = key;
    }
    if (isSorted) continue;
    watch.touch(layer);
    sortFirst(keys, count);
    for (let at = 0; at < count; at += 1) {
      const key = keys[at] ?? 0;
      moved[at] = order[start + (key - Math.floor(key / PLACES) * PLACES)] ?? 0;
    }
    let next = 0;
    for (let at = 0; at < size; at += 1) {
      const vertex = order[start + at] ?? 0;
      if (offsets[vertex] === offsets[vertex + 1]) continue;
      const other = moved[next++] ?? 0;
      order[start + at] = other;
      place[other] = at;
    }
  }
}

/** Up to this many numbers are sorted where they stand, which the engine's own sort takes too long over. */
const FEW = 64;

/** Sorts the first numbers of a list. */
function sortFirst(keys: Float64Array, count: number): void {
  if (count > FEW) {
    keys.subarray(0, count).sort();
    return;
  }
  for (let at = 1; at < count; at += 1) {
    const key = keys[at] ?? 0;
    let slot = at;
    for (; slot > 0; slot -= 1) {
      const before = keys[slot - 1] ?? 0;
      if (before <= key) break;
      keys[slot] = before;
    }
    keys[slot] = key;
  }
}
