/**
 * Strongly connected components of a graph in compressed rows: the targets of node `v` stand in
 * `targets[offsets[v]..offsets[v + 1])`. Iterative, so that depth never overflows the stack;
 * linear in nodes and edges.
 *
 * Components are numbered in reverse topological order: an edge between two components always
 * leads from the higher number to the lower one.
 *
 * Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972.
 */
export function stronglyConnectedComponents(
  nodeCount: number,
  offsets: Int32Array,
  targets: Int32Array,
): { readonly component: Int32Array; readonly count: number } {
  const component = new Int32Array(nodeCount).fill(-1);
  const index = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const cursor = new Int32Array(nodeCount);
  const path = new Int32Array(nodeCount);
  const open = new Int32Array(nodeCount);
  let pathLength = 0;
  let openLength = 0;
  let next = 0;
  let count = 0;

  for (let root = 0; root < nodeCount; root += 1) {
    if (index[root] !== -1) continue;
    path[pathLength++] = root;
    open[openLength++] = root;
    index[root] = next;
    low[root] = next;
    cursor[root] = offsets[root] ?? 0;
    next += 1;

    while (pathLength > 0) {
      const node = path[pathLength - 1] ?? 0;
      const edge = cursor[node] ?? 0;
      if (edge < (offsets[node + 1] ?? 0)) {
        cursor[node] = edge + 1;
        const target = targets[edge] ?? 0;
        if (index[target] === -1) {
          path[pathLength++] = target;
          open[openLength++] = target;
          index[target] = next;
          low[target] = next;
          cursor[target] = offsets[target] ?? 0;
          next += 1;
        } else if (component[target] === -1) {
          low[node] = Math.min(low[node] ?? 0, index[target] ?? 0);
        }
        continue;
      }
      pathLength -= 1;
      if (pathLength > 0) {
        const parent = path[pathLength - 1] ?? 0;
        low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      }
      if (low[node] === index[node]) {
        let member = -1;
        while (member !== node) {
          openLength -= 1;
          member = open[openLength] ?? node;
          component[member] = count;
        }
        count += 1;
      }
    }
  }
  return { component, count };
}
