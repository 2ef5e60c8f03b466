import type { LayoutInput } from '../../src/derive/layout/types.ts';
import { randomFrom, wholeBelow } from '../support/random.ts';
import { nodeSize } from './graphs.ts';

type Pair = readonly [from: number, to: number];

interface Grouped {
  readonly group: Int32Array;
  readonly parent: Int32Array;
}

function inputOf(nodes: number, pairs: readonly Pair[], grouped?: Grouped): LayoutInput {
  return {
    nodes: {
      width: new Float64Array(nodes).fill(nodeSize.width),
      height: new Float64Array(nodes).fill(nodeSize.height),
      ...(grouped && { group: grouped.group }),
    },
    edges: {
      from: Int32Array.from(pairs, ([from]) => from),
      to: Int32Array.from(pairs, ([, to]) => to),
    },
    direction: 'right',
    ...(grouped && { groups: { parent: grouped.parent } }),
  };
}

const size = 5_000;
/** Levels of nesting that a plan may have. */
const levels = 50;

/** Graphs of one kind each, on which layered layouts are known to go wrong. All have about 5,000 nodes. */
export const shapes: Readonly<Record<string, () => LayoutInput>> = {
  /** One node splits into three that meet again, over and over. */
  diamonds: () => {
    const pairs: Pair[] = [];
    for (let first = 0; first + 4 < size; first += 4) {
      for (let arm = 1; arm < 4; arm += 1)
        pairs.push([first, first + arm], [first + arm, first + 4]);
    }
    return inputOf(size, pairs);
  },
  star: () => {
    const pairs = Array.from({ length: size - 1 }, (_, at): Pair => [0, at + 1]);
    return inputOf(size, pairs);
  },
  /** Two layers with edges from anywhere to anywhere. */
  bipartite: () => {
    const random = randomFrom(11);
    const half = size / 2;
    const pairs = Array.from(
      { length: 2 * size },
      (): Pair => [wholeBelow(random, half), half + wholeBelow(random, half)],
    );
    return inputOf(size, pairs);
  },
  chain: () =>
    inputOf(
      size,
      Array.from({ length: size - 1 }, (_, at): Pair => [at, at + 1]),
    ),
  /** Long edges pass almost every layer. */
  leaps: () => {
    const pairs = Array.from({ length: size - 1 }, (_, at): Pair => [at, at + 1]);
    for (let at = 0; at + 500 < size; at += 50) pairs.push([at, at + 500]);
    return inputOf(size, pairs);
  },
  /** Groups inside groups, and edges that pass the borders of many of them. */
  nested: () => {
    const pairs: Pair[] = [];
    for (let at = 0; at + 1 < size; at += 1) pairs.push([at, at + 1]);
    for (let at = 0; at + 40 < size; at += 2) pairs.push([at, at + 40]);
    return inputOf(size, pairs, {
      group: Int32Array.from({ length: size }, (_, at) => Math.floor((at * levels) / size)),
      parent: Int32Array.from({ length: levels }, (_, at) => at - 1),
    });
  },
  /** A fifth of the edges lead back. */
  cyclic: () => {
    const random = randomFrom(12);
    const pairs: Pair[] = [];
    for (let at = 20; at < size; at += 1) pairs.push([at - 20 + wholeBelow(random, 15), at]);
    for (let at = 40; at < size; at += 5) pairs.push([at, at - 1 - wholeBelow(random, 39)]);
    return inputOf(size, pairs);
  },
};
