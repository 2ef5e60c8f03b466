import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { MetricsView } from '../../views/metrics/metrics-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/metrics');

export function MetricsPage(): ReactNode {
  return <MetricsView search={route.useSearch()} setSearch={useSetSearch()} />;
}
