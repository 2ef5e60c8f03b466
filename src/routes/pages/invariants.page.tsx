import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { InvariantsView } from '../../views/invariants/invariants-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/invariants');

export function InvariantsPage(): ReactNode {
  return <InvariantsView search={route.useSearch()} setSearch={useSetSearch()} />;
}
