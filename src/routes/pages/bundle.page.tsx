import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BundleView } from '../../views/bundle/bundle-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/bundle');

export function BundlePage(): ReactNode {
  return <BundleView search={route.useSearch()} setSearch={useSetSearch()} />;
}
