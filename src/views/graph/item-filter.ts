import type { ItemRow } from '../../derive/types.ts';
import type { ItemState } from '../../gates/types.ts';
import { descendantsOf, type PlanGraph } from './plan-graph.ts';

/** What a filter can look at; before the snapshot only id, title and kind are there. */
export type Filterable = Readonly<Record<'id' | 'title' | 'kind', string>> &
  Partial<Pick<ItemRow, 'state' | 'owner' | 'classTitle' | 'numbers'>>;

/** Stands for no owner in a link. An owner of this name is found together with those without one. */
export const NOBODY = '-';

export type ItemFilter = (item: Filterable) => boolean;

/**
 * The filter of the link: every word of the text occurs somewhere in what names the item, and its
 * state is one of those chosen, its owner too, and it stands among the ids. `undefined` when nothing is
 * filtered.
 */
export function itemFilter(
  q: string | undefined,
  states: readonly ItemState[] | undefined,
  owners?: readonly string[],
  within?: ReadonlySet<string>,
): ItemFilter | undefined {
  const words = (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const isAll =
    words.length === 0 && states === undefined && owners === undefined && within === undefined;
  if (isAll) return undefined;
  return (item) => {
    if (within !== undefined && !within.has(item.id)) return false;
    if (owners !== undefined && !owners.includes(item.owner ?? NOBODY)) return false;
    if (states !== undefined && (item.state === undefined || !states.includes(item.state))) {
      return false;
    }
    const text = [
      item.id,
      item.title,
      item.kind,
      item.owner,
      item.classTitle,
      ...(item.numbers ?? []),
    ]
      .filter((part) => part !== undefined)
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/** Ids that the text names come first: the whole id, then its beginning. */
export function bestFirst(ids: readonly string[], q: string): readonly string[] {
  const text = q.trim().toLowerCase();
  const rank = (id: string): number => {
    const own = id.toLowerCase();
    return own === text ? 0 : own.startsWith(text) ? 1 : 2;
  };
  return ids.toSorted((a, b) => rank(a) - rank(b));
}

/** The groups and everything inside them. */
export function inside(
  graph: PlanGraph,
  groups: readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  return groups && new Set(groups.flatMap((id) => [id, ...descendantsOf(id, graph.children)]));
}
