import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { beginDrawing } from '../../views/graph/begin-drawing.ts';
import { GraphView } from '../../views/graph/graph-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

export { beginDrawing };

const route = getRouteApi('/p/$project/graph');

export function GraphPage(): ReactNode {
  return <GraphView search={route.useSearch()} setSearch={useSetSearch()} />;
}
