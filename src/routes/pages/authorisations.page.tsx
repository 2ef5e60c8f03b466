import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AuthorisationsView } from '../../views/authorisations/authorisations-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/authorisations');

export function AuthorisationsPage(): ReactNode {
  return <AuthorisationsView search={route.useSearch()} setSearch={useSetSearch()} />;
}
