import { columnsOfShown } from './plan-columns.ts';
import { ancestorsOf, edgeKey, type PlanEdge, type PlanGraph, push } from './plan-graph.ts';

/** A plan in which some groups are closed: what is inside them is hidden, and they stand for it. */
export interface ShownPlan {
  readonly graph: PlanGraph;
  /** The id that is shown for an item: its own, or that of the outermost closed group around it. */
  readonly standIn: (id: string) => string;
}

/**
 * Closes groups. A dependency of something hidden becomes one of the group that stands for it, and
 * remembers which dependencies it stands for; what leads from inside a closed group to inside the
 * same one is hidden with it. Ids that are no group close nothing. Linear in the plan times its depth.
 */
export function closeGroups(graph: PlanGraph, closed: readonly string[] | undefined): ShownPlan {
  const chosen = new Set(closed?.filter((id) => graph.children.has(id)));
  if (chosen.size === 0) return { graph, standIn: (id) => id };
  const hiddenBy = new Map<string, string>();
  for (const { id } of graph.items) {
    const outermost = ancestorsOf(id, graph.byId).findLast((holder) => chosen.has(holder));
    if (outermost !== undefined) hiddenBy.set(id, outermost);
  }
  const standIn = (id: string): string => hiddenBy.get(id) ?? id;
  const isShown = (id: string): boolean => !hiddenBy.has(id);
  const shut = new Set([...chosen].filter(isShown));
  const items = graph.items.filter(({ id }) => isShown(id));
  const { edges, before, after } = tie(graph.edges, standIn);
  const children = new Map([...graph.children].filter(([id]) => isShown(id) && !shut.has(id)));
  const { ghosts } = graph;
  return {
    graph: {
      items,
      byId: new Map(items.map((item) => [item.id, item])),
      children,
      edges,
      before,
      after,
      ghosts,
      closed: shut,
      columns: columnsOfShown({ items, ghosts, children, edges }),
    },
    standIn,
  };
}

function tie(
  edges: readonly PlanEdge[],
  standIn: (id: string) => string,
): Pick<PlanGraph, 'edges' | 'before' | 'after'> {
  const tied = new Map<string, PlanEdge & { readonly standsFor: string[] }>();
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const edge of edges) {
    const [item, on] = [standIn(edge.item), standIn(edge.on)];
    if (item === on && edge.item !== edge.on) continue;
    const key = edgeKey(item, on);
    const known = tied.get(key);
    if (known === undefined) {
      tied.set(key, { ...edge, key, item, on, standsFor: [edge.key] });
      push(before, item, on);
      push(after, on, item);
    } else known.standsFor.push(edge.key);
  }
  return { edges: [...tied.values()], before, after };
}

/** Every id that can be closed, in the order of the plan. */
export function groupIds(graph: PlanGraph): readonly string[] {
  return graph.items.filter(({ id }) => graph.children.has(id)).map(({ id }) => id);
}

/** The list with the group opened or closed; `undefined` for an empty one. */
export function toggleClosed(
  closed: readonly string[] | undefined,
  id: string,
): readonly string[] | undefined {
  const list = closed ?? [];
  const next = list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  return next.length === 0 ? undefined : next;
}
