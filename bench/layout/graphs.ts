import type { LayoutInput } from '../../src/derive/layout/types.ts';
import { firstOfPhase, layeredPairs, phasedPairs } from '../plans/graph.ts';
import { randomFrom, wholeBelow } from '../support/random.ts';

/** The size of an item in the drawing. */
export const nodeSize = { width: 168, height: 62 } as const;

/** A graph of waves with two edges a node, without groups. */
export function flatGraph(nodes: number, seed = 1): LayoutInput {
  return inputOf(nodes, layeredPairs(nodes, 2 * nodes, randomFrom(seed)));
}

/** The same kind of graph in phases of about a hundred nodes. */
export function phasedGraph(nodes: number, seed = 1): LayoutInput {
  const phases = Math.max(1, Math.round(nodes / 100));
  const group = new Int32Array(nodes);
  for (let phase = 0; phase < phases; phase += 1) {
    group.fill(phase, firstOfPhase(nodes, phases, phase), firstOfPhase(nodes, phases, phase + 1));
  }
  const flat = inputOf(nodes, phasedPairs(nodes, 2 * nodes, phases, randomFrom(seed)));
  return {
    ...flat,
    nodes: { ...flat.nodes, group },
    groups: { parent: new Int32Array(phases).fill(-1) },
  };
}

function sizes(nodes: number) {
  return {
    width: new Float64Array(nodes).fill(nodeSize.width),
    height: new Float64Array(nodes).fill(nodeSize.height),
  };
}

function inputOf(
  nodes: number,
  pairs: readonly (readonly [from: number, to: number])[],
): LayoutInput {
  return {
    nodes: sizes(nodes),
    edges: {
      from: Int32Array.from(pairs, ([from]) => from),
      to: Int32Array.from(pairs, ([, to]) => to),
    },
    direction: 'right',
  };
}

/**
 * The graph after a small change, as a new revision brings: ten edges are gone, and ten nodes have come
 * that each wait for two neighbours.
 */
export function changedGraph(before: LayoutInput, seed = 2): LayoutInput {
  const random = randomFrom(seed);
  const nodes = before.nodes.width.length;
  const { from, to } = before.edges;
  const gone = new Set(Array.from({ length: 10 }, () => wholeBelow(random, from.length)));
  const pairs: (readonly [number, number])[] = [];
  for (let edge = 0; edge < from.length; edge += 1) {
    if (!gone.has(edge)) pairs.push([from[edge] ?? 0, to[edge] ?? 0]);
  }
  for (let added = 0; added < 10; added += 1) {
    const on = wholeBelow(random, nodes - 3);
    pairs.push([on, nodes + added], [on + 1 + wholeBelow(random, 3), nodes + added]);
  }
  return inputOf(nodes + 10, pairs);
}
