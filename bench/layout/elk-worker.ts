import { parentPort, workerData } from 'node:worker_threads';
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { LayoutInput } from '../../src/derive/layout/types.ts';
import type { Placed } from './placed.ts';

/** Lays one graph out with elkjs and tells how long that alone took. */
async function layOut(input: LayoutInput): Promise<Placed> {
  const graph = elkGraph(input);
  const elk = new ELK();
  const start = performance.now();
  const result = await elk.layout(graph);
  const ms = performance.now() - start;
  const x = new Float64Array(input.nodes.width.length);
  const y = new Float64Array(x.length);
  place(result, 0, 0, x, y);
  return { ms, x, y };
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.spacing.nodeNode': '20',
};

/** Groups are laid out one by one, which is the fast way of this engine. */
function elkGraph({ nodes, edges, groups }: LayoutInput): ElkNode {
  const phases = Array.from(groups?.parent ?? [], (_, at): ElkNode & { children: ElkNode[] } => ({
    id: `g${at}`,
    children: [],
    layoutOptions: { ...options, 'elk.padding': '[top=28,left=20,bottom=20,right=20]' },
  }));
  const root: ElkNode & { children: ElkNode[] } = {
    id: 'root',
    layoutOptions: { ...options, 'elk.hierarchyHandling': 'SEPARATE_CHILDREN' },
    children: [...phases],
    edges: Array.from(edges.from, (from, at) => ({
      id: `e${at}`,
      sources: [`n${from}`],
      targets: [`n${edges.to[at] ?? 0}`],
    })),
  };
  for (let at = 0; at < nodes.width.length; at += 1) {
    const holder = phases[nodes.group?.[at] ?? -1] ?? root;
    holder.children.push({
      id: `n${at}`,
      width: nodes.width[at] ?? 0,
      height: nodes.height[at] ?? 0,
    });
  }
  return root;
}

/** Upper left corners; those of elk count from the corner of the group. */
function place(node: ElkNode, left: number, top: number, x: Float64Array, y: Float64Array): void {
  for (const child of node.children ?? []) {
    const atX = left + (child.x ?? 0);
    const atY = top + (child.y ?? 0);
    if (child.id.startsWith('n')) {
      const at = Number(child.id.slice(1));
      x[at] = atX;
      y[at] = atY;
    } else place(child, atX, atY, x, y);
  }
}

parentPort?.postMessage(await layOut(workerData));
