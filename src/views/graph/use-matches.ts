import { useEffect, useMemo } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { PluralForms } from '../../lib/format/list.ts';
import type { SearchProps } from '../../parts/search-props.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { GraphSearch } from './graph-search.ts';
import { bestFirst, type ItemFilter, inside, itemFilter } from './item-filter.ts';
import type { PlanGraph } from './plan-graph.ts';
import { useGraphWords } from './words.tsx';

/** What the filters of the link let through. */
export interface Matches {
  readonly filter: ItemFilter | undefined;
  /** Ids in the order of the plan; `undefined`: nothing is filtered. */
  readonly ids: readonly string[] | undefined;
  /** How many out of how many; `undefined` while nothing is filtered. */
  readonly says: string | undefined;
  /** At which of them one stands: `2/49`. */
  readonly at: string | undefined;
  /** The match that is shown: the best one of a text, or the one that was gone to. */
  readonly found: string | undefined;
  /** How many can be gone through. */
  readonly count: number;
  /** Goes to the next match, or back, and says which it is. */
  readonly go: (step: 1 | -1) => void;
}

export function useMatches(
  { search, setSearch }: SearchProps<GraphSearch>,
  graph: PlanGraph,
  snapshot: PlanSnapshot | undefined,
  forms: PluralForms,
): Matches {
  const words = useGraphWords();
  const announce = useAnnounce();
  const { q, state, owner, group, hit } = search;
  const filter = useMemo(
    () => itemFilter(q, state, owner, inside(graph, group)),
    [q, state, owner, group, graph],
  );
  const ids = useMemo(() => {
    if (filter === undefined) return undefined;
    return (snapshot?.items ?? graph.items).filter(filter).map((item): string => item.id);
  }, [filter, snapshot, graph]);
  const hits = useMemo(
    () => (ids === undefined ? [] : q === undefined ? ids : bestFirst(ids, q)),
    [ids, q],
  );
  const gone = hit === undefined ? -1 : hits.indexOf(hit);
  // A text leads to what it names best; other filters name nothing, and lead nowhere by themselves.
  const at = gone < 0 && q !== undefined && hits.length > 0 ? 0 : gone;
  const counted = ids && words.matches(ids.length, graph.items.length, forms);
  useEffect(() => {
    if (counted !== undefined) announce(counted);
  }, [counted, announce]);
  const go = (step: 1 | -1): void => {
    const { length } = hits;
    if (length === 0) return;
    const next = at < 0 ? (step === 1 ? 0 : length - 1) : (at + step + length) % length;
    const id = hits[next];
    if (id === undefined) return;
    setSearch({ hit: id }, { replace: true });
    announce(words.matchIs(next + 1, length, `${id} ${graph.byId.get(id)?.title ?? ''}`));
  };
  return {
    filter,
    ids,
    says: counted,
    at: at < 0 ? undefined : `${at + 1}/${hits.length}`,
    found: hits[at],
    count: hits.length,
    go,
  };
}
