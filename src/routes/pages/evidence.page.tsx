import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EvidenceView } from '../../views/evidence/evidence-view.tsx';
import { useSetSearch } from '../use-set-search.ts';

const route = getRouteApi('/p/$project/evidence');

export function EvidencePage(): ReactNode {
  return <EvidenceView search={route.useSearch()} setSearch={useSetSearch()} />;
}
