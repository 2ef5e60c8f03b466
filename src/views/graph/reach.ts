import { ancestorsOf, descendantsOf, edgeKey, type PlanGraph } from './plan-graph.ts';

/** Items and edges by id and key. */
export interface Lit {
  readonly items: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export interface ReachOptions {
  readonly edge?: (key: string) => boolean;
  readonly item?: (id: string) => boolean;
  /** The most dependencies in a row; absent: any number. */
  readonly depth?: number | undefined;
}

/**
 * Follows dependencies one way, of the item and of what it stands inside, as far as they count. A
 * dependency of a group is one of everything inside it.
 */
export function reach(
  graph: PlanGraph,
  start: string,
  direction: 'before' | 'after',
  { edge = () => true, item = () => true, depth }: ReachOptions = {},
): Lit {
  const inside = (id: string): readonly string[] => descendantsOf(id, graph.children).filter(item);
  const items = new Set([start, ...inside(start)]);
  const edges = new Set<string>();
  // What an edge of a holder leads to is the same for all that it holds.
  const followed = new Set<string>();
  let front = [...items];
  for (let step = 0; front.length > 0 && step < (depth ?? Number.POSITIVE_INFINITY); step += 1) {
    const next: string[] = [];
    for (const id of front) {
      for (const holder of [id, ...ancestorsOf(id, graph.byId)]) {
        if (followed.has(holder)) continue;
        followed.add(holder);
        for (const other of graph[direction].get(holder) ?? []) {
          const key = direction === 'before' ? edgeKey(holder, other) : edgeKey(other, holder);
          if (!edge(key)) continue;
          edges.add(key);
          for (const lit of [other, ...inside(other)]) {
            if (items.has(lit)) continue;
            items.add(lit);
            next.push(lit);
          }
        }
      }
    }
    front = next;
  }
  return { items, edges };
}

/**
 * Everything on any chain of dependencies from one item to the other, whichever of them waits; only
 * the two where no chain joins them.
 */
export function between(graph: PlanGraph, a: string, b: string): Lit {
  for (const [first, last] of [
    [a, b],
    [b, a],
  ] as const) {
    const on = reach(graph, first, 'after');
    if (!on.items.has(last)) continue;
    const back = reach(graph, last, 'before');
    return {
      items: new Set([...on.items].filter((id) => back.items.has(id))),
      edges: new Set([...on.edges].filter((key) => back.edges.has(key))),
    };
  }
  return { items: new Set([a, b]), edges: new Set() };
}

/** The items in this order, and the dependencies that lead from each to the next. */
export function chain(graph: PlanGraph, path: readonly string[]): Lit {
  const edges = new Set<string>();
  for (const [at, id] of path.entries()) {
    const next = path[at + 1];
    if (next === undefined) continue;
    const holders = new Set([id, ...ancestorsOf(id, graph.byId)]);
    for (const waits of [next, ...ancestorsOf(next, graph.byId)]) {
      for (const on of graph.before.get(waits) ?? []) {
        if (holders.has(on)) edges.add(edgeKey(waits, on));
      }
    }
  }
  return { items: new Set(path), edges };
}

/** The items of all sets, and the dependencies between two of the same set. */
export function together(graph: PlanGraph, sets: readonly (readonly string[])[]): Lit {
  const edges = new Set<string>();
  for (const set of sets) {
    const members = new Set(set);
    for (const item of members) {
      for (const on of graph.before.get(item) ?? []) {
        if (members.has(on)) edges.add(edgeKey(item, on));
      }
    }
  }
  return { items: new Set(sets.flat()), edges };
}
