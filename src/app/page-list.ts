import {
  Activity,
  FileCheck2,
  Handshake,
  History,
  LayoutDashboard,
  Library,
  type LucideIcon,
  Package,
  Scale,
  ShieldCheck,
  Stamp,
  Workflow,
} from 'lucide-react';
import type { PlanSnapshot } from '../derive/types.ts';

/**
 * The pages of a project in the order of the navigation. `main` pages stand in the bar of narrow
 * windows; the others wait behind one button there. `key` follows the letter g.
 */
export const pages = [
  { page: 'overview', to: '/p/$project/overview', icon: LayoutDashboard, main: true, key: 'o' },
  { page: 'graph', to: '/p/$project/graph', icon: Workflow, main: true, key: 'r' },
  { page: 'gates', to: '/p/$project/gates', icon: ShieldCheck, main: true, key: 't' },
  {
    page: 'authorisations',
    to: '/p/$project/authorisations',
    icon: Stamp,
    main: false,
    key: 'a',
  },
  { page: 'evidence', to: '/p/$project/evidence', icon: FileCheck2, main: true, key: 'e' },
  { page: 'metrics', to: '/p/$project/metrics', icon: Activity, main: false, key: 'm' },
  { page: 'contract', to: '/p/$project/contract', icon: Handshake, main: false, key: 'c' },
  { page: 'documents', to: '/p/$project/documents', icon: Library, main: false, key: 'd' },
  { page: 'invariants', to: '/p/$project/invariants', icon: Scale, main: false, key: 'i' },
  { page: 'history', to: '/p/$project/history', icon: History, main: false, key: 'h' },
  { page: 'bundle', to: '/p/$project/bundle', icon: Package, main: false, key: 'b' },
] as const satisfies readonly {
  page: string;
  to: string;
  icon: LucideIcon;
  main: boolean;
  key: string;
}[];

export type PageEntry = (typeof pages)[number];
export type Page = PageEntry['page'];

/** Pages that a plan may have no use for wait until it is known that it has. */
export function hasContent(page: Page, snapshot: PlanSnapshot | undefined): boolean {
  switch (page) {
    case 'authorisations':
      return (snapshot?.bundle.counts.authorisationRules ?? 0) > 0;
    case 'contract':
      return (snapshot?.bundle.counts.deliverables ?? 0) > 0;
    case 'documents':
      return (snapshot?.bundle.counts.documents ?? 0) > 0;
    case 'invariants':
      return (snapshot?.invariants.length ?? 0) + (snapshot?.findings.length ?? 0) > 0;
    default:
      return true;
  }
}
