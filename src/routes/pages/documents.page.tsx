import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DocumentsView } from '../../views/documents/documents-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/documents');

export function DocumentsPage(): ReactNode {
  return <DocumentsView search={route.useSearch()} setSearch={useSetSearch()} />;
}
