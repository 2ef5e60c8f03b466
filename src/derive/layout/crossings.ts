import type { LayeredGraph, Ordering } from './layers.ts';
import type { OrderWatch } from './order-watch.ts';

/**
 * How many pairs of segments cross, in O(S log V): for every layer the ends of its segments are
 * taken in order, and a Fenwick tree says how many earlier ones end further on. Layers that did not
 * change since the last count are not counted again.
 *
 * Source: W. Barth, M. Jünger, P. Mutzel, "Simple and efficient bilayer cross counting", GD 2002.
 */
export class CrossingCounter {
  readonly #graph: LayeredGraph;
  /** By layer: the crossings between it and the next. */
  readonly #counts: Float64Array;
  readonly #ends: Int32Array;
  #tree = new Int32Array(0);

  constructor(graph: LayeredGraph) {
    this.#graph = graph;
    this.#counts = new Float64Array(graph.layerCount);
    this.#ends = new Int32Array(graph.down.targets.length);
  }

  total(ordering: Ordering, { uncounted }: Pick<OrderWatch, 'uncounted'>): number {
    let total = 0;
    for (let layer = 0; layer + 1 < this.#graph.layerCount; layer += 1) {
      if (uncounted[layer] === 1) {
        uncounted[layer] = 0;
        this.#counts[layer] = this.#between(ordering, layer);
      }
      total += this.#counts[layer] ?? 0;
    }
    return total;
  }

  /** Crossings between a layer and the next. */
  #between({ layerStart, order, place }: Ordering, layer: number): number {
    const { offsets, targets } = this.#graph.down;
    const ends = this.#ends;
    const stop = layerStart[layer + 1] ?? 0;
    const width = (layerStart[layer + 2] ?? 0) - stop;
    if (this.#tree.length <= width) this.#tree = new Int32Array(2 * width + 1);
    const tree = this.#tree;
    tree.fill(0, 0, width + 1);
    let crossings = 0;
    let inserted = 0;
    let last = -1;
    for (let at = layerStart[layer] ?? 0; at < stop; at += 1) {
      const vertex = order[at] ?? 0;
      const from = offsets[vertex] ?? 0;
      const to = offsets[vertex + 1] ?? 0;
      for (let slot = from; slot < to; slot += 1) {
        const end = place[targets[slot] ?? 0] ?? 0;
        ends[slot] = end;
        // Whatever came before ends here or earlier.
        if (end >= last) continue;
        let notAfter = 0;
        for (let node = end + 1; node > 0; node -= node & -node) notAfter += tree[node] ?? 0;
        crossings += inserted - notAfter;
      }
      for (let slot = from; slot < to; slot += 1) {
        const end = ends[slot] ?? 0;
        if (end > last) last = end;
        for (let node = end + 1; node <= width; node += node & -node) {
          tree[node] = (tree[node] ?? 0) + 1;
        }
      }
      inserted += to - from;
    }
    return crossings;
  }
}
