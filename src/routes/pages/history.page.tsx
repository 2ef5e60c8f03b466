import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RevisionsView } from '../../views/revisions/revisions-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/history');

export function HistoryPage(): ReactNode {
  return <RevisionsView search={route.useSearch()} setSearch={useSetSearch()} />;
}
