import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { GatesView } from '../../views/gates/gates-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/gates');

export function GatesPage(): ReactNode {
  return <GatesView search={route.useSearch()} setSearch={useSetSearch()} />;
}
