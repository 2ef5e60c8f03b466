import { parentPort, workerData } from 'node:worker_threads';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { LayoutInput } from '../../src/derive/layout/types.ts';
import type { Placed } from './placed.ts';

/** Pixels of an inch, in which Graphviz counts. */
const INCH = 72;

/** Lays one flat graph out with Graphviz dot and tells how long that alone took. */
async function layOut(input: LayoutInput): Promise<Placed> {
  const source = dotSource(input);
  const graphviz = await Graphviz.load();
  const start = performance.now();
  const plain = graphviz.layout(source, 'plain', 'dot');
  const ms = performance.now() - start;
  return { ms, ...placesIn(plain, input) };
}

/** Edges as straight lines, which saves the engine their routing. */
function dotSource({ nodes, edges }: LayoutInput): string {
  const lines = [
    'digraph {',
    `rankdir=LR; splines=line; ranksep=${64 / INCH}; nodesep=${20 / INCH};`,
    'node [shape=box, fixedsize=true, label=""];',
  ];
  for (const [at, width] of nodes.width.entries()) {
    lines.push(`n${at} [width=${width / INCH}, height=${(nodes.height[at] ?? 0) / INCH}];`);
  }
  for (const [at, from] of edges.from.entries()) lines.push(`n${from} -> n${edges.to[at] ?? 0};`);
  return [...lines, '}'].join('\n');
}

/** Upper left corners from the lines `node n7 x y width height …`, with y growing upwards. */
function placesIn(plain: string, { nodes }: LayoutInput): Pick<Placed, 'x' | 'y'> {
  const x = new Float64Array(nodes.width.length).fill(Number.NaN);
  const y = new Float64Array(nodes.width.length).fill(Number.NaN);
  for (const line of plain.split('\n')) {
    const [kind, name, middle, height] = line.split(' ');
    if (kind !== 'node') continue;
    const at = Number(name?.slice(1));
    x[at] = Number(middle) * INCH - (nodes.width[at] ?? 0) / 2;
    y[at] = -Number(height) * INCH - (nodes.height[at] ?? 0) / 2;
  }
  return { x, y };
}

parentPort?.postMessage(await layOut(workerData));
