import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCsr, type Csr, reverseCsr } from './csr.ts';
import {
  condense,
  leadingTo,
  levels,
  longestPaths,
  reachableFrom,
  topologicalOrder,
} from './order.ts';
import { countReachable } from './reachability.ts';
import { stronglyConnectedComponents } from './scc.ts';
import { redundantEdges } from './transitive-reduction.ts';

type Edge = readonly [number, number];
interface Plain {
  readonly nodes: number;
  readonly edges: readonly Edge[];
}

const graphs: fc.Arbitrary<Plain> = fc.integer({ min: 1, max: 45 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 90 }),
  }),
);

/** Edges only from smaller to greater numbers, under shuffled names. */
const acyclic: fc.Arbitrary<Plain> = graphs.chain(({ nodes, edges }) =>
  fc
    .shuffledSubarray(
      Array.from({ length: nodes }, (_, at) => at),
      { minLength: nodes, maxLength: nodes },
    )
    .map((names) => ({
      nodes,
      edges: edges
        .filter(([a, b]) => a !== b)
        .map(([a, b]): Edge => [names[Math.min(a, b)] ?? 0, names[Math.max(a, b)] ?? 0]),
    })),
);

function csr({ nodes, edges }: Plain): Csr {
  return buildCsr(
    nodes,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );
}

/** Floyd and Warshall: which node reaches which over at least one edge. */
function closure({ nodes, edges }: Plain): boolean[][] {
  const reach = Array.from({ length: nodes }, () => Array.from({ length: nodes }, () => false));
  for (const [a, b] of edges) (reach[a] ?? [])[b] = true;
  for (let via = 0; via < nodes; via += 1) {
    for (const row of reach) {
      if (row[via] !== true) continue;
      for (let to = 0; to < nodes; to += 1) if (reach[via]?.[to] === true) row[to] = true;
    }
  }
  return reach;
}

describe('compressed rows', () => {
  it('hold every edge once, under its number, and again when turned round', () => {
    fc.assert(
      fc.property(graphs, (plain) => {
        const graph = csr(plain);
        const listed = (own: Csr): Edge[] => {
          const found: Edge[] = [];
          for (let node = 0; node < own.nodeCount; node += 1) {
            for (let at = own.offsets[node] ?? 0; at < (own.offsets[node + 1] ?? 0); at += 1) {
              found[own.edges[at] ?? -1] = [node, own.targets[at] ?? -1];
            }
          }
          return found;
        };
        expect(listed(graph)).toEqual(plain.edges);
        expect(listed(reverseCsr(graph))).toEqual(plain.edges.map(([a, b]) => [b, a]));
      }),
    );
  });

  it('refuse an edge that leaves the nodes', () => {
    expect(() => buildCsr(2, [0], [2])).toThrow(RangeError);
    expect(() => buildCsr(2, [-1], [0])).toThrow(RangeError);
    expect(() => buildCsr(2, [0, 1], [0])).toThrow(RangeError);
  });
});

describe('strongly connected components', () => {
  it('join exactly the nodes that reach each other', () => {
    fc.assert(
      fc.property(graphs, (plain) => {
        const { offsets, targets } = csr(plain);
        const { component, count } = stronglyConnectedComponents(plain.nodes, offsets, targets);
        const reach = closure(plain);
        for (let a = 0; a < plain.nodes; a += 1) {
          for (let b = 0; b < plain.nodes; b += 1) {
            const mutual = a === b || (reach[a]?.[b] === true && reach[b]?.[a] === true);
            expect(component[a] === component[b]).toBe(mutual);
          }
        }
        expect(new Set(component).size).toBe(count);
      }),
    );
  });

  it('are numbered against the edges', () => {
    fc.assert(
      fc.property(graphs, (plain) => {
        const { offsets, targets } = csr(plain);
        const { component } = stronglyConnectedComponents(plain.nodes, offsets, targets);
        for (const [a, b] of plain.edges) {
          expect(component[a]).toBeGreaterThanOrEqual(component[b] ?? -1);
        }
      }),
    );
  });

  it('do not overflow the stack on a chain of 200,000 nodes', () => {
    const nodes = 200_000;
    const from = Int32Array.from({ length: nodes - 1 }, (_, at) => at);
    const { offsets, targets } = buildCsr(
      nodes,
      from,
      from.map((at) => at + 1),
    );
    expect(stronglyConnectedComponents(nodes, offsets, targets).count).toBe(nodes);
  });
});

describe('topological order', () => {
  it('has every node once and every edge forward, exactly when there is no cycle', () => {
    fc.assert(
      fc.property(fc.oneof(graphs, acyclic), (plain) => {
        const order = topologicalOrder(csr(plain));
        const cyclic = closure(plain).some((row, at) => row[at] === true);
        expect(order === undefined).toBe(cyclic);
        if (order === undefined) return;
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(plain.nodes).keys()]);
        for (const [a, b] of plain.edges) expect(order.indexOf(a)).toBeLessThan(order.indexOf(b));
      }),
    );
  });

  it('of the condensation exists for every graph', () => {
    fc.assert(
      fc.property(graphs, (plain) => {
        const own = condense(csr(plain));
        const place = new Map([...own.order].map((component, at) => [component, at]));
        for (const [a, b] of plain.edges) {
          const [from, to] = [own.component[a] ?? -1, own.component[b] ?? -1];
          if (from !== to) expect(place.get(from)).toBeLessThan(place.get(to) ?? -1);
        }
        for (let at = 0; at < own.count; at += 1) {
          const members = own.members.slice(own.memberOffsets[at], own.memberOffsets[at + 1]);
          expect([...members].every((node) => own.component[node] === at)).toBe(true);
          expect(members.length).toBeGreaterThan(0);
        }
        const between = plain.edges.filter(([a, b]) => own.component[a] !== own.component[b]);
        expect([...own.graph.edges].sort((a, b) => a - b)).toEqual(
          between.map((edge) => plain.edges.indexOf(edge)),
        );
      }),
    );
  });
});

describe('longest paths', () => {
  const weighted = acyclic.chain((plain) =>
    fc.record({
      plain: fc.constant(plain),
      weight: fc.array(fc.integer({ min: 0, max: 9 }), {
        minLength: plain.nodes,
        maxLength: plain.nodes,
      }),
    }),
  );

  it('agree with plain recursion, and the path is one of them', () => {
    fc.assert(
      fc.property(weighted, ({ plain, weight }) => {
        const found = longestPaths(csr(plain), weight);
        const known = new Map<number, number>();
        const heaviest = (node: number): number => {
          const best = known.get(node);
          if (best !== undefined) return best;
          const ways = plain.edges.filter(([from]) => from === node).map(([, to]) => to);
          const value = Math.max(0, ...ways.map((to) => (weight[to] ?? 0) + heaviest(to)));
          known.set(node, value);
          return value;
        };
        const nodes = [...Array(plain.nodes).keys()];
        expect([...(found?.after ?? [])]).toEqual(nodes.map(heaviest));
        const total = Math.max(...nodes.map((node) => (weight[node] ?? 0) + heaviest(node)));
        expect(found?.total).toBe(total);
        const path = found?.path ?? [];
        expect(path.reduce((sum, node) => sum + (weight[node] ?? 0), 0)).toBe(total);
        for (const [at, node] of path.slice(1).entries()) {
          expect(plain.edges.some(([a, b]) => a === path[at] && b === node)).toBe(true);
        }
        for (const node of nodes) {
          const through =
            (found?.before[node] ?? 0) + (weight[node] ?? 0) + (found?.after[node] ?? 0);
          expect(through).toBeLessThanOrEqual(total);
        }
        expect(
          path.every(
            (node) =>
              (found?.before[node] ?? 0) + (weight[node] ?? 0) + (found?.after[node] ?? 0) ===
              total,
          ),
        ).toBe(true);
      }),
    );
  });

  it('do not exist where there is a cycle, and are empty without nodes', () => {
    expect(longestPaths(buildCsr(2, [0, 1], [1, 0]), [1, 1])).toBeUndefined();
    expect(levels(buildCsr(2, [0, 1], [1, 0]))).toBeUndefined();
    expect(longestPaths(buildCsr(0, [], []), [])).toMatchObject({ total: 0, path: [] });
  });

  it('prefer more nodes where weights are equal', () => {
    expect(longestPaths(buildCsr(4, [0, 2], [1, 3]), [0, 5, 5, 0])?.path).toEqual([0, 1]);
    expect(longestPaths(buildCsr(5, [0, 2, 3], [1, 3, 4]), [0, 5, 0, 0, 5])?.path).toEqual([
      2, 3, 4,
    ]);
  });
});

describe('reachability', () => {
  it('agrees with the closure, forward and backward', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (plain, seed) => {
        const start = seed % plain.nodes;
        const reach = closure(plain);
        const graph = csr(plain);
        const forward = reachableFrom(graph, [start]);
        const backward = leadingTo(graph, [start]);
        for (let node = 0; node < plain.nodes; node += 1) {
          expect(forward[node] === 1).toBe(node === start || reach[start]?.[node] === true);
          expect(backward[node] === 1).toBe(node === start || reach[node]?.[start] === true);
        }
      }),
    );
  });

  it('counts what the closure counts', () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.boolean(), { minLength: 45, maxLength: 45 }), (plain, of) => {
        const counted = Uint8Array.from({ length: plain.nodes }, (_, at) => (of[at] ? 1 : 0));
        const expected = closure(plain).map(
          (row, node) => row.filter((hit, to) => hit && to !== node && of[to] === true).length,
        );
        expect([...countReachable(csr(plain), counted)]).toEqual(expected);
      }),
    );
  });
});

describe('redundant edges', () => {
  it('leave the one smallest graph with the same reachability', () => {
    fc.assert(
      fc.property(acyclic, (plain) => {
        const redundant = redundantEdges(csr(plain));
        const kept = plain.edges.filter((_, at) => redundant[at] === 0);
        expect(closure({ nodes: plain.nodes, edges: kept })).toEqual(closure(plain));
        for (const edge of kept) {
          const fewer = kept.filter((other) => other !== edge);
          expect(closure({ nodes: plain.nodes, edges: fewer })).not.toEqual(closure(plain));
        }
      }),
    );
  });

  it('keep reachability in graphs with cycles, and every edge inside a cycle', () => {
    fc.assert(
      fc.property(graphs, (plain) => {
        const unique = plain.edges.filter(
          ([a, b], at) => plain.edges.findIndex(([c, d]) => a === c && b === d) === at,
        );
        const own = { nodes: plain.nodes, edges: unique };
        const redundant = redundantEdges(csr(own));
        const reach = closure(own);
        const kept = unique.filter((_, at) => redundant[at] === 0);
        expect(closure({ nodes: own.nodes, edges: kept })).toEqual(reach);
        for (const [at, [a, b]] of unique.entries()) {
          if (reach[b]?.[a] === true) expect(redundant[at]).toBe(0);
        }
      }),
    );
  });

  it('mark the second of two equal edges', () => {
    expect([...redundantEdges(buildCsr(2, [0, 0], [1, 1]))]).toEqual([0, 1]);
  });
});

describe('the fourteen waves', () => {
  const waitsFor: Readonly<Record<string, string>> = {
    W0: '',
    W1: 'W0',
    W2: 'W1',
    W3: 'W1',
    W4: 'W1 W2 W3',
    W5: 'W1 W3',
    W5A: 'W1 W2 W3 W4 W5',
    W5B: 'W3 W4 W5 W5A',
    W6: 'W4 W5 W5A',
    W7: 'W0 W5 W5A W5B',
    W8: 'W0 W2 W4 W5A W5B W6',
    W9: 'W1 W5 W7 W10',
    W10: 'W2 W5 W5A W6 W8',
    W11: 'W5 W9',
  };
  const names = Object.keys(waitsFor);
  const edges = names.flatMap((name) =>
    (waitsFor[name] ?? '')
      .split(' ')
      .filter((on) => on !== '')
      .map((on): Edge => [names.indexOf(on), names.indexOf(name)]),
  );
  const graph = csr({ nodes: names.length, edges });
  const name = (at: number) => names[at] ?? '';

  it('have 41 dependencies on ten levels, one of them against the order of the rows', () => {
    expect(edges).toHaveLength(41);
    const level = levels(graph) ?? new Int32Array();
    const byLevel = Array.from({ length: 10 }, (_, at) =>
      names.filter((_, node) => level[node] === at).join(' '),
    );
    expect(byLevel).toEqual([
      'W0',
      'W1',
      'W2 W3',
      'W4 W5',
      'W5A',
      'W5B W6',
      'W7 W8',
      'W10',
      'W9',
      'W11',
    ]);
    expect(
      edges.filter(([on, item]) => on > item).map(([on, item]) => [name(on), name(item)]),
    ).toEqual([['W10', 'W9']]);
  });

  it('reduce to 17 dependencies', () => {
    const redundant = redundantEdges(graph);
    const kept = edges
      .filter((_, at) => redundant[at] === 0)
      .map(([on, item]) => `${name(on)} ${name(item)}`);
    expect(kept.sort()).toEqual(
      [
        'W0 W1',
        'W1 W2',
        'W1 W3',
        'W2 W4',
        'W3 W4',
        'W3 W5',
        'W4 W5A',
        'W5 W5A',
        'W5A W5B',
        'W5A W6',
        'W5B W7',
        'W5B W8',
        'W6 W8',
        'W8 W10',
        'W7 W9',
        'W10 W9',
        'W9 W11',
      ].sort(),
    );
  });

  it('have these numbers of descendants', () => {
    const counts = countReachable(graph, new Uint8Array(names.length).fill(1));
    expect(Object.fromEntries(names.map((own, at) => [own, counts[at]]))).toEqual({
      W0: 13,
      W1: 12,
      W3: 10,
      W2: 9,
      W4: 8,
      W5: 8,
      W5A: 7,
      W5B: 5,
      W6: 4,
      W8: 3,
      W7: 2,
      W10: 2,
      W9: 1,
      W11: 0,
    });
  });

  it('have a longest chain of ten', () => {
    const found = longestPaths(graph, new Uint8Array(names.length).fill(1));
    expect(found?.total).toBe(10);
    expect(found?.path.map(name)).toHaveLength(10);
    expect([found?.path.map(name).at(0), found?.path.map(name).at(-1)]).toEqual(['W0', 'W11']);
  });
});
