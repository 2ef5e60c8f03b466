import { createContext, useContext } from 'react';
import type { SearchProps } from '../../parts/search-props.ts';
import type { GraphSearch } from './graph-search.ts';

type SetSearch = SearchProps<GraphSearch>['setSearch'];

const GraphLinkContext = createContext<SetSearch | undefined>(undefined);

export const GraphLinkProvider = GraphLinkContext.Provider;

/**
 * The way to change the link of the graph's page, for what lies deep inside the drawing.
 *
 * @throws outside the graph's page, which is a fault of the program.
 */
export function useGraphLink(): SetSearch {
  const setSearch = useContext(GraphLinkContext);
  if (setSearch === undefined) throw new Error('useGraphLink needs a GraphLinkProvider above it.');
  return setSearch;
}
