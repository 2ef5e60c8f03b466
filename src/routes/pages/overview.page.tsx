import type { ReactNode } from 'react';
import { OverviewView } from '../../views/overview/overview-view.tsx';

export function OverviewPage(): ReactNode {
  return <OverviewView />;
}
