import type { LayeredGraph, Ordering } from './layers.ts';

/**
 * How many pairs of segments cross, in O(S log V): for every layer the ends of its segments are
 * taken in order, and a Fenwick tree says how many earlier ones end further on.
 *
 * Source: W. Barth, M. Jünger, P. Mutzel, "Simple and efficient bilayer cross counting", GD 2002.
 */
export function countCrossings(graph: LayeredGraph, ordering: Ordering): number {
  const { layerStart, order, place } = ordering;
  const { offsets, targets } = graph.down;
  let widest = 0;
  for (let layer = 0; layer < graph.layerCount; layer += 1) {
    widest = Math.max(widest, (layerStart[layer + 1] ?? 0) - (layerStart[layer] ?? 0));
  }
  const tree = new Int32Array(widest + 1);
  const ends = new Int32Array(targets.length);
  let crossings = 0;
  for (let layer = 0; layer + 1 < graph.layerCount; layer += 1) {
    const width = (layerStart[layer + 2] ?? 0) - (layerStart[layer + 1] ?? 0);
    tree.fill(0, 0, width + 1);
    let inserted = 0;
    const stop = layerStart[layer + 1] ?? 0;
    for (let at = layerStart[layer] ?? 0; at < stop; at += 1) {
      const vertex = order[at] ?? 0;
      const from = offsets[vertex] ?? 0;
      const to = offsets[vertex + 1] ?? 0;
      for (let slot = from; slot < to; slot += 1) {
        const end = place[targets[slot] ?? 0] ?? 0;
        ends[slot] = end;
        let notAfter = 0;
        for (let node = end + 1; node > 0; node -= node & -node) notAfter += tree[node] ?? 0;
        crossings += inserted - notAfter;
      }
      for (let slot = from; slot < to; slot += 1) {
        for (let node = (ends[slot] ?? 0) + 1; node <= width; node += node & -node) {
          tree[node] = (tree[node] ?? 0) + 1;
        }
      }
      inserted += to - from;
    }
  }
  return crossings;
}
