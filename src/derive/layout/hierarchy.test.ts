import { describe, expect, it } from 'vitest';
import { bundleEdges } from './bundles.ts';
import { buildHierarchy } from './hierarchy.ts';
import { meanFarEnds } from './ports.ts';
import { inputOf } from './testing/cases.ts';
import { buildTree } from './tree.ts';

/**
 * Group 1 inside group 0, group 2 beside them. Nodes 0 and 1 in group 1, 2 in group 0, 3 and 4 in group 2,
 * 5 in none.
 */
const nested = (edges: readonly (readonly [number, number])[]) =>
  inputOf({
    sizes: Array.from({ length: 6 }, () => [10, 10]),
    group: [1, 1, 0, 2, 2, -1],
    edges,
    parents: [-1, 0, -1],
    direction: 'right',
  });

describe('buildTree', () => {
  it('knows who holds whom', () => {
    const tree = buildTree(nested([]));
    expect([tree.nodeCount, tree.groupCount]).toEqual([6, 3]);
    expect([...tree.holder]).toEqual([1, 1, 0, 2, 2, 3, 3, 0, 3]);
    expect([...tree.depth]).toEqual([3, 3, 2, 2, 2, 1, 1, 2, 1]);
    expect([...tree.start]).toEqual([0, 2, 4, 6, 9]);
    expect([...tree.entities]).toEqual([2, 7, 0, 1, 3, 4, 5, 6, 8]);
    expect([...tree.local]).toEqual([0, 1, 0, 0, 1, 0, 1, 1, 2]);
    expect([...tree.inner]).toEqual([1, 0, 2, 3]);
  });

  it('puts what is inside before what holds it, in whatever order groups are numbered', () => {
    const parents = [2, 0, -1, 1];
    const tree = buildTree(
      inputOf({ sizes: [[1, 1]], group: [3], edges: [], parents, direction: 'right' }),
    );
    expect([...tree.inner]).toEqual([3, 1, 0, 2, 4]);
    expect([...tree.depth]).toEqual([5, 2, 3, 1, 4]);
  });

  it('holds everything itself where there are no groups', () => {
    const { nodes, edges } = nested([]);
    const tree = buildTree({
      nodes: { width: nodes.width, height: nodes.height },
      edges,
      direction: 'right',
    });
    expect([...tree.holder]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...tree.inner]).toEqual([0]);
    expect([...tree.start]).toEqual([0, 6]);
  });

  it('refuses groups that are not there, and rings', () => {
    const own = (group: number, parents: readonly number[]) =>
      inputOf({ sizes: [[1, 1]], group: [group], edges: [], parents, direction: 'right' });
    expect(() => buildTree(own(1, [-1]))).toThrow(new RangeError('There is no group 1'));
    expect(() => buildTree(own(-1, [7]))).toThrow(new RangeError('There is no group 7'));
    const ring = new RangeError('Groups hold each other in a ring');
    expect(() => buildTree(own(-1, [1, 0]))).toThrow(ring);
    expect(() => buildTree(own(-1, [0]))).toThrow(ring);
    expect(() => buildTree(own(-1, [1, 2, 1]))).toThrow(ring);
    expect(buildTree(own(0, [1, 2, -1])).groupCount).toBe(3);
  });
});

describe('bundleEdges', () => {
  const bundled = (edges: readonly (readonly [number, number])[]) => {
    const input = nested(edges);
    return bundleEdges(input, buildTree(input));
  };

  it('joins edges between the same two entities of a level', () => {
    const found = bundled([
      [0, 3], // from inside two groups into another: group 0 to group 2
      [0, 1], // inside group 1
      [2, 4], // group 0 to group 2, too
      [1, 2], // group 1 to node 2
      [5, 0], // node 5 to group 0
      [4, 4], // a loop
      [0, 1],
      [3, 5], // group 2 to node 5
    ]);
    expect([...found.level]).toEqual([3, 1, 3, 0, 3, -1, 1, 3]);
    expect([...found.start]).toEqual([0, 1, 2, 2, 5]);
    expect([...found.from]).toEqual([1, 0, 0, 1, 2]);
    expect([...found.to]).toEqual([0, 1, 1, 2, 0]);
    expect([...found.of]).toEqual([3, 1, 3, 0, 2, -1, 1, 4]);
    expect([...found.edges.start]).toEqual([0, 1, 3, 4, 6, 7]);
    expect([...found.edges.list]).toEqual([3, 1, 6, 4, 0, 2, 7]);
    expect([...found.stepsFrom]).toEqual([2, 0, 1, 1, 0, 0, 0, 1]);
    expect([...found.stepsTo]).toEqual([1, 0, 1, 0, 2, 0, 0, 0]);
  });

  it('sorts them by their ends where there are no groups', () => {
    const pairs = [
      [2, 1],
      [0, 2],
      [0, 1],
      [2, 1],
      [2, 0],
    ] as const;
    const input = inputOf({
      sizes: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      group: [-1, -1, -1],
      edges: pairs,
      parents: [],
      direction: 'right',
    });
    const found = bundleEdges(input, buildTree(input));
    expect([...found.from]).toEqual([0, 0, 2, 2]);
    expect([...found.to]).toEqual([1, 2, 0, 1]);
    expect([...found.of]).toEqual([3, 1, 0, 3, 2]);
    expect([...found.edges.list]).toEqual([2, 1, 4, 0, 3]);
  });

  it.each([[[0, 6]], [[6, 0]], [[-1, 0]], [[0, -1]]] as const)(
    'refuses an edge that leaves the drawing: %j',
    (edge) => {
      expect(() => bundled([edge])).toThrow(
        new RangeError(`Edge 0 (${edge[0]} to ${edge[1]}) leaves the 6 nodes`),
      );
    },
  );
});

describe('buildHierarchy', () => {
  it('ranks the entities of each level, and turns the edges of a bundle that closes a cycle', () => {
    const { rank, reversed, source, target, stepsOut, stepsInto } = buildHierarchy(
      nested([
        [0, 1],
        [1, 3],
        [4, 0],
        [3, 2],
        [3, 5],
      ]),
    );
    expect([...reversed]).toEqual([0, 0, 1, 1, 0]);
    expect([...source]).toEqual([0, 1, 0, 2, 3]);
    expect([...target]).toEqual([1, 3, 4, 3, 5]);
    expect([...stepsOut]).toEqual([0, 2, 2, 1, 1]);
    expect([...stepsInto]).toEqual([0, 1, 1, 1, 0]);
    // Node 2 and group 1 in group 0; 0 and 1; 3 and 4; node 5 and groups 0 and 2.
    expect([...rank]).toEqual([0, 0, 0, 1, 0, 0, 2, 0, 1]);
  });

  it('lets a bundle of many edges pull more than one of few', () => {
    const parts = [0, 1, 2, 3].map((at): [number, number] => [at, at + 1]);
    const input = (edges: readonly (readonly [number, number])[]) =>
      inputOf({
        sizes: Array.from({ length: 7 }, () => [10, 10]),
        group: [-1, -1, -1, -1, -1, 0, 0],
        edges: [...parts, ...edges],
        parents: [-1],
        direction: 'right',
      });
    const groupRank = (edges: readonly (readonly [number, number])[]) => {
      const { rank } = buildHierarchy(input(edges));
      return rank[rank.length - 1];
    };
    expect(
      groupRank([
        [0, 5],
        [5, 4],
        [6, 4],
      ]),
    ).toBe(3);
    expect(
      groupRank([
        [0, 5],
        [0, 6],
        [6, 4],
      ]),
    ).toBe(1);
  });

  it('gives each node one port on every border that its edges pass', () => {
    const { ports } = buildHierarchy(
      nested([
        [0, 3],
        [0, 2],
        [1, 4],
        [2, 5],
      ]),
    );
    expect([...ports.out.first]).toEqual([0, 2, 4, 5, 5, 5, 5]);
    expect([...ports.out.level]).toEqual([1, 0, 1, 0, 0]);
    expect([...ports.out.number]).toEqual([0, 0, 1, 1, 2]);
    expect([...ports.out.entity]).toEqual([0, 1, 1, 1, 0]);
    expect([...ports.out.node]).toEqual([0, 0, 1, 1, 2]);
    expect([...ports.out.byLevel.list]).toEqual([1, 3, 4, 0, 2]);
    expect([...ports.out.byLevel.start]).toEqual([0, 3, 5, 5]);
    expect([...ports.into.first]).toEqual([0, 0, 0, 0, 1, 2, 2]);
    expect([...ports.into.level]).toEqual([2, 2]);
  });
});

describe('meanFarEnds', () => {
  it('is the mean of the far ends of the edges that pass a port', () => {
    const input = nested([
      [0, 3],
      [0, 2],
      [0, 5],
      [1, 4],
    ]);
    const { ports, source, target, stepsOut } = buildHierarchy(input);
    const centres = Float64Array.from([0, 0, 7, 10, Number.NaN, 40]);
    // From node 0: all three pass the inner border, two of them the outer one.
    expect([...meanFarEnds(ports.out, source, target, stepsOut, centres)]).toEqual([
      19,
      25,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
