import type { Csr } from '../../lib/graph/csr.ts';
import type { LayeredGraph, Ordering } from './layers.ts';
import type { OrderWatch } from './order-watch.ts';

/** Neighbours of two vertices are compared pairwise; beyond this many pairs it would not pay. */
const MAX_PAIRS = 1_024;

interface Transposition {
  readonly passes: number;
  /** A pass that gains fewer is the last one. */
  readonly least?: number;
  /** Neighbours whose edges cross either way change places, too: that leads on from a plateau. */
  readonly restless?: boolean;
  readonly free: Uint8Array;
  readonly watch: OrderWatch;
}

/**
 * Swaps neighbours in a layer wherever that removes crossings, pass after pass until none is left
 * to gain or `passes` are done. Layers that are not `free`, and those whose surroundings did not
 * change, are left out. Crossings never grow.
 *
 * Source: E. Gansner et al., "A technique for drawing directed graphs", IEEE TSE 19(3), 1993.
 *
 * @returns how many crossings went away
 */
export function transpose(
  graph: LayeredGraph,
  ordering: Ordering,
  { passes, least = 1, restless = false, free, watch }: Transposition,
): number {
  const { layerStart } = ordering;
  let gained = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    const dirty = watch.untransposed.slice();
    watch.untransposed.fill(0);
    let gain = 0;
    for (let layer = 0; layer < graph.layerCount; layer += 1) {
      if (dirty[layer] !== 1 || free[layer] !== 1) continue;
      const from = layerStart[layer] ?? 0;
      const to = layerStart[layer + 1] ?? 0;
      const own = transposeLayer(graph, ordering, { from, to, restless });
      if (restless) watch.uncount(layer);
      if (own === 0) continue;
      gain += own;
      watch.touch(layer);
    }
    gained += gain;
    if (gain < least) break;
  }
  return gained;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly restless: boolean;
}

function transposeLayer(
  { up, down }: LayeredGraph,
  { order, place }: Ordering,
  { from, to, restless }: Run,
): number {
  let gained = 0;
  let left = order[from] ?? 0;
  for (let at = from + 1; at < to; at += 1) {
    const right = order[at] ?? 0;
    const gain = swapGain(up, place, left, right) + swapGain(down, place, left, right);
    if (
      gain < 0 ||
      (gain === 0 &&
        (!restless || (!isTangled(up, place, left, right) && !isTangled(down, place, left, right))))
    ) {
      left = right;
      continue;
    }
    order[at - 1] = right;
    order[at] = left;
    place[right] = at - from - 1;
    place[left] = at - from;
    gained += gain;
  }
  return gained;
}

/**
 * Crossings on one side that go away when the two change places; negative when more come, or when there
 * are too many to look at.
 */
export function swapGain(side: Csr, place: Int32Array, left: number, right: number): number {
  const { offsets, targets } = side;
  const leftFrom = offsets[left] ?? 0;
  const leftTo = offsets[left + 1] ?? 0;
  const rightFrom = offsets[right] ?? 0;
  const rightTo = offsets[right + 1] ?? 0;
  if ((leftTo - leftFrom) * (rightTo - rightFrom) > MAX_PAIRS) return Number.NEGATIVE_INFINITY;
  let gain = 0;
  for (let a = leftFrom; a < leftTo; a += 1) {
    const first = place[targets[a] ?? 0] ?? 0;
    for (let b = rightFrom; b < rightTo; b += 1) {
      const way = first - (place[targets[b] ?? 0] ?? 0);
      gain += (way >> 31) | (-way >>> 31);
    }
  }
  return gain;
}

/** Whether any two edges of the two cross on one side. */
function isTangled(
  { offsets, targets }: Csr,
  place: Int32Array,
  left: number,
  right: number,
): boolean {
  let last = -1;
  for (let at = offsets[left] ?? 0; at < (offsets[left + 1] ?? 0); at += 1) {
    last = Math.max(last, place[targets[at] ?? 0] ?? 0);
  }
  for (let at = offsets[right] ?? 0; at < (offsets[right + 1] ?? 0); at += 1) {
    if ((place[targets[at] ?? 0] ?? 0) < last) return true;
  }
  return false;
}
