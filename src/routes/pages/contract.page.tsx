import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ContractView } from '../../views/contract/contract-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/contract');

export function ContractPage(): ReactNode {
  return <ContractView search={route.useSearch()} setSearch={useSetSearch()} />;
}
