import type { PlanSnapshot } from '../../derive/types.ts';
import type { GraphSearch } from './graph-search.ts';
import { ancestorsOf, descendantsOf, edgeKey, type PlanGraph } from './plan-graph.ts';

/** What stays lit; everything else fades. `undefined` where nothing is in focus. */
export interface Focus {
  readonly items: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/**
 * - `upstream`, `downstream`: all that the item waits for, or that waits for it, at any distance. A
 *   dependency of a phase is one of everything inside it.
 * - `why`: the item, and the chain of what is open before it down to the causes; without an item,
 *   every item that is a cause or is held by one.
 *
 * @returns `undefined` when the focus needs an item, or states, that are not there.
 */
export function focusOf(
  graph: PlanGraph,
  snapshot: PlanSnapshot | undefined,
  search: Pick<GraphSearch, 'focus' | 'item'>,
): Focus | undefined {
  const { focus, item } = search;
  if (focus === undefined) return undefined;
  const start = item !== undefined && graph.byId.has(item) ? item : undefined;
  if (focus === 'why') return snapshot && withHolders(graph, why(graph, snapshot, start));
  if (start === undefined) return undefined;
  const all = { edge: () => true, item: () => true };
  return withHolders(graph, reach(graph, start, focus === 'upstream' ? 'before' : 'after', all));
}

/** A phase stays lit around what is lit inside it. */
function withHolders(graph: PlanGraph, { items, edges }: Focus): Focus {
  const lit = new Set(items);
  for (const id of items) for (const holder of ancestorsOf(id, graph.byId)) lit.add(holder);
  return { items: lit, edges };
}

function why(graph: PlanGraph, snapshot: PlanSnapshot, item: string | undefined): Focus {
  const standing = new Map(
    snapshot.edges.map((edge) => [edgeKey(edge.item, edge.on), edge.status]),
  );
  const isOpen = (key: string): boolean => {
    const status = standing.get(key);
    return status === 'waiting' || status === 'blocking';
  };
  if (item !== undefined) {
    const done = new Set<string>(
      snapshot.items.filter((row) => row.state === 'complete').map((row) => row.id),
    );
    return reach(graph, item, 'before', { edge: isOpen, item: (id) => !done.has(id) });
  }
  const causes = new Set<string>();
  for (const cause of snapshot.answers.causes) {
    if (cause.item !== undefined) causes.add(cause.item);
    for (const held of cause.holds) causes.add(held);
  }
  return {
    items: causes,
    edges: new Set(
      graph.edges
        .filter(({ key, item: waits, on }) => isOpen(key) && causes.has(waits) && causes.has(on))
        .map(({ key }) => key),
    ),
  };
}

/** Follows dependencies one way, of the item and of what it stands inside, as far as they count. */
function reach(
  graph: PlanGraph,
  start: string,
  direction: 'before' | 'after',
  counts: { readonly edge: (key: string) => boolean; readonly item: (id: string) => boolean },
): Focus {
  const inside = (id: string): readonly string[] =>
    descendantsOf(id, graph.children).filter(counts.item);
  const items = new Set([start, ...inside(start)]);
  const edges = new Set<string>();
  const open = [...items];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const holder of [id, ...ancestorsOf(id, graph.byId)]) {
      for (const other of graph[direction].get(holder) ?? []) {
        const key = direction === 'before' ? edgeKey(holder, other) : edgeKey(other, holder);
        if (!counts.edge(key)) continue;
        edges.add(key);
        for (const lit of [other, ...inside(other)]) {
          if (items.has(lit)) continue;
          items.add(lit);
          open.push(lit);
        }
      }
    }
  }
  return { items, edges };
}
