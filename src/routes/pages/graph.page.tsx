import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { GraphView } from '../../views/graph/graph-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/graph');

export function GraphPage(): ReactNode {
  return <GraphView search={route.useSearch()} setSearch={useSetSearch()} />;
}
