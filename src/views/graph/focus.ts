import type { PlanSnapshot } from '../../derive/types.ts';
import type { GraphSearch } from './graph-search.ts';
import { ancestorsOf, edgeKey, type PlanGraph } from './plan-graph.ts';
import { between, chain, type Lit, reach, together } from './reach.ts';

/** What stays lit; everything else fades. `undefined` where nothing is in focus. */
export interface Focus extends Lit {
  /** Items in focus, without the one that it starts from and without groups around them. */
  readonly count: number;
  /** The items in focus themselves, without groups that are lit only for what they hold. */
  readonly own: ReadonlySet<string>;
}

export type FocusSearch = Pick<GraphSearch, 'focus' | 'item' | 'to' | 'depth' | 'rule'>;

/**
 * - `upstream`, `downstream`: all that the item waits for, or that waits for it, up to a number of
 *   dependencies in a row. A dependency of a phase is one of everything inside it.
 * - `why`: the item, and the chain of what is open before it down to the causes; without an item,
 *   every item that is a cause or is held by one.
 * - `path`: every chain between the item and another.
 * - `critical`: the longest chain of open work, and what stands on others that are as long.
 * - a rule, whatever else is chosen: its counterexamples.
 *
 * @returns `undefined` when the focus needs an item, or states, that are not there.
 */
export function focusOf(
  graph: PlanGraph,
  snapshot: PlanSnapshot | undefined,
  search: FocusSearch,
): Focus | undefined {
  const { focus, item, to, depth, rule } = search;
  if (rule !== undefined) {
    const found = snapshot?.invariants.find(({ id }) => id === rule);
    return found && lit(graph, together(graph, known(graph, found.counterexamples)));
  }
  const start = item !== undefined && isDrawn(graph, item) ? item : undefined;
  switch (focus) {
    case undefined:
      return undefined;
    case 'why':
      if (item !== undefined && start === undefined) return undefined;
      return snapshot && lit(graph, why(graph, snapshot, start), start);
    case 'critical':
      return snapshot && lit(graph, critical(graph, snapshot));
    case 'path':
      if (start === undefined || to === undefined || to === start) return undefined;
      if (!isDrawn(graph, to)) return undefined;
      return lit(graph, between(graph, start, to));
    case 'upstream':
      if (start === undefined) return undefined;
      return lit(graph, reach(graph, start, 'before', { depth }), start);
    case 'downstream':
      if (start === undefined) return undefined;
      return lit(graph, reach(graph, start, 'after', { depth }), start);
  }
}

/** Whether the drawing has it: an item, or what a dependency names and the plan lacks. */
export function isDrawn(graph: PlanGraph, id: string): boolean {
  return graph.byId.has(id) || graph.ghosts.includes(id);
}

/**
 * The chain that is told, and every other open item that cannot slip either; one that only holds others
 * is not told for itself.
 */
function critical(graph: PlanGraph, { answers, items }: PlanSnapshot): Lit {
  const told = chain(graph, answers.criticalPath);
  const tight = items.filter((row) => row.slack === 0 && !row.hasChildren).map((row) => row.id);
  const others = together(graph, [[...told.items, ...tight]]);
  return { items: others.items, edges: new Set([...told.edges, ...others.edges]) };
}

function known(
  graph: PlanGraph,
  examples: readonly { readonly items: readonly string[] }[],
): readonly (readonly string[])[] {
  return examples.map(({ items }) => items.filter((id) => graph.byId.has(id)));
}

/** A phase stays lit around what is lit inside it. */
function lit(graph: PlanGraph, { items, edges }: Lit, start?: string): Focus {
  const shown = new Set(items);
  for (const id of items) for (const holder of ancestorsOf(id, graph.byId)) shown.add(holder);
  const own = start !== undefined && items.has(start) ? 1 : 0;
  return { items: shown, edges, count: items.size - own, own: items };
}

function why(graph: PlanGraph, snapshot: PlanSnapshot, item: string | undefined): Lit {
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
