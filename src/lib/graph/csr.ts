/**
 * A directed graph on the nodes `0 … nodeCount - 1` in compressed rows: the targets of node `v`
 * are `targets[offsets[v]..offsets[v + 1])`, in the order in which their edges were given.
 */
export interface Csr {
  readonly nodeCount: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** The position of each entry in the edge list that the graph was built from. */
  readonly edges: Int32Array;
}

/**
 * Compressed rows from parallel lists of ends. Parallel edges and loops are kept. Linear.
 *
 * @throws RangeError when an end is no node: a graph with a hole in it must not be worked on.
 */
export function buildCsr(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): Csr {
  const edgeCount = from.length;
  const offsets = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const a = from[edge] ?? -1;
    const b = to[edge] ?? -1;
    if (!(a >= 0 && a < nodeCount && b >= 0 && b < nodeCount)) {
      throw new RangeError(`Edge ${edge} (${a} to ${b}) leaves the ${nodeCount} nodes`);
    }
    offsets[a + 1] = (offsets[a + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1) {
    offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  }
  const cursor = offsets.slice(0, nodeCount);
  const targets = new Int32Array(edgeCount);
  const edges = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const a = from[edge] ?? 0;
    const slot = cursor[a] ?? 0;
    cursor[a] = slot + 1;
    targets[slot] = to[edge] ?? 0;
    edges[slot] = edge;
  }
  return { nodeCount, offsets, targets, edges };
}

/** The same graph with every edge turned round; `edges` keeps naming the original positions. */
export function reverseCsr(graph: Csr): Csr {
  const { nodeCount, offsets, targets } = graph;
  const offsetsBack = new Int32Array(nodeCount + 1);
  for (let slot = 0; slot < targets.length; slot += 1) {
    const target = targets[slot] ?? 0;
    offsetsBack[target + 1] = (offsetsBack[target + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node += 1) {
    offsetsBack[node + 1] = (offsetsBack[node + 1] ?? 0) + (offsetsBack[node] ?? 0);
  }
  const cursor = offsetsBack.slice(0, nodeCount);
  const sources = new Int32Array(targets.length);
  const edges = new Int32Array(targets.length);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let slot = offsets[node] ?? 0; slot < end; slot += 1) {
      const target = targets[slot] ?? 0;
      const place = cursor[target] ?? 0;
      cursor[target] = place + 1;
      sources[place] = node;
      edges[place] = graph.edges[slot] ?? slot;
    }
  }
  return { nodeCount, offsets: offsetsBack, targets: sources, edges };
}
