import type { LayoutInput, LayoutResult } from '../types.ts';
import { type Case, inputOf } from './cases.ts';

/** Numbers from 0 to below 1, always the same ones. Source: S. Park, K. Miller, CACM 31(10), 1988. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export interface Drawn {
  readonly nodes: number;
  readonly edges: number;
  readonly groups?: number;
  /** Share of edges that may lead back, and of nodes that stand in no group. */
  readonly back?: number;
  readonly loose?: number;
  /** How far edges lead at most, in numbers of nodes; absent: anywhere. */
  readonly reach?: number;
  /** Share of edges that come from the first node. */
  readonly hub?: number;
  readonly direction?: Case['direction'];
  /** Sizes of nodes are multiplied by it. */
  readonly scale?: number;
  /** All nodes have one size. */
  readonly even?: boolean;
}

/** A graph that is the same in every run. */
export function drawnCase(seed: number, wish: Drawn): Case {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const { nodes, groups = 0, scale = 1, back = 0, loose = 0, hub = 0, reach = nodes } = wish;
  const edges = Array.from({ length: wish.edges }, (): readonly [number, number] => {
    const from = random() < hub ? 0 : below(nodes - 1);
    const to = Math.min(nodes - 1, from + 1 + below(reach));
    return random() < back ? [to, from] : [from, to];
  });
  const size = () => (wish.even === true ? 0.5 : random());
  return {
    sizes: Array.from({ length: nodes }, (): readonly [number, number] => [
      scale * Math.round(20 + 160 * size()),
      scale * Math.round(10 + 60 * size()),
    ]),
    group: Array.from({ length: nodes }, (_, node) =>
      groups === 0 || random() < loose ? -1 : Math.floor((node * groups) / nodes),
    ),
    edges,
    parents: Array.from({ length: groups }, (_, group) => (random() < 0.5 ? group - 1 : -1)),
    direction: wish.direction ?? 'right',
  };
}

/** The same graph with some nodes unknown, and the others moved: across each by a little more or less. */
export function goingOn(own: Case, result: LayoutResult, every: number): LayoutInput {
  const moved = (places: Float64Array, by: number, isAcross: boolean) =>
    places.map((at, node) =>
      node % every === 1 ? Number.NaN : at + by + (isAcross ? (node * 7) % 5 : 0),
    );
  const isDown = own.direction === 'down';
  return inputOf(own, { x: moved(result.x, 300, isDown), y: moved(result.y, -45, !isDown) });
}

/** All numbers of a layout in eight digits, lengths to a thousandth of a pixel. Source: FNV-1a. */
export function digestOf(result: LayoutResult): string {
  let hash = 0x811c9dc5;
  const { x, y, groups, routes, reversed, layer, left, top, width, height } = result;
  const parts = [x, y, groups.x, groups.y, groups.width, groups.height, routes.points];
  const add = (value: number) => {
    for (const shift of [0, 8, 16, 24]) {
      hash = Math.imul(hash ^ ((value >> shift) & 0xff), 0x01000193);
    }
  };
  for (const part of [...parts, [left, top, width, height]]) {
    add(part.length);
    for (const value of part) add(Number.isNaN(value) ? 0x7fffffff : Math.round(value * 1000));
  }
  for (const part of [routes.offsets, reversed, layer]) for (const value of part) add(value);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
