import type { Csr } from '../../lib/graph/csr.ts';
import type { LayeredGraph, Ordering } from './layers.ts';
import type { OrderWatch } from './order-watch.ts';

/** Neighbours of two vertices are compared pairwise; beyond this many pairs it would not pay. */
const MAX_PAIRS = 1_024;

interface Transposition {
  readonly passes: number;
  readonly free: Uint8Array;
  readonly watch: OrderWatch;
}

/**
 * Swaps neighbours in a layer wherever that removes crossings, pass after pass until none is left
 * to gain or `passes` are done. Layers that are not `free`, and those whose surroundings did not
 * change, are left out. Crossings never grow.
 *
 * @returns how many crossings went away
 */
export function transpose(
  graph: LayeredGraph,
  ordering: Ordering,
  { passes, free, watch }: Transposition,
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
      const own = transposeLayer(graph, ordering, from, to);
      if (own === 0) continue;
      gain += own;
      watch.touch(layer);
    }
    if (gain === 0) break;
    gained += gain;
  }
  return gained;
}

function transposeLayer(graph: LayeredGraph, ordering: Ordering, from: number, to: number): number {
  const { order, place } = ordering;
  let gained = 0;
  for (let at = from; at + 1 < to; at += 1) {
    const left = order[at] ?? 0;
    const right = order[at + 1] ?? 0;
    const gain = swapGain(graph.up, place, left, right) + swapGain(graph.down, place, left, right);
    if (gain <= 0) continue;
    order[at] = right;
    order[at + 1] = left;
    place[right] = at - from;
    place[left] = at - from + 1;
    gained += gain;
  }
  return gained;
}

/** Crossings on one side that go away when the two change places; negative when more come. */
export function swapGain(side: Csr, place: Int32Array, left: number, right: number): number {
  const { offsets, targets } = side;
  const leftFrom = offsets[left] ?? 0;
  const leftTo = offsets[left + 1] ?? 0;
  const rightFrom = offsets[right] ?? 0;
  const rightTo = offsets[right + 1] ?? 0;
  if ((leftTo - leftFrom) * (rightTo - rightFrom) > MAX_PAIRS) return 0;
  let gain = 0;
  for (let a = leftFrom; a < leftTo; a += 1) {
    const first = place[targets[a] ?? 0] ?? 0;
    for (let b = rightFrom; b < rightTo; b += 1) {
      const second = place[targets[b] ?? 0] ?? 0;
      if (first > second) gain += 1;
      else if (first < second) gain -= 1;
    }
  }
  return gain;
}
