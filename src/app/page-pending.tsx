import type { ErrorComponentProps } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './pages.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/** What stands in for a page that is on its way. */
export function PagePending(): ReactNode {
  const words = useShellWords();
  return (
    <div className={styles.page}>
      <SkeletonRows rows={2} rowHeight={40} />
      <SkeletonRows rows={8} />
      <p className={styles.late}>{words.loadingLong}</p>
    </div>
  );
}

const loadPages = () => import('./pages.tsx');
const PageError = lazy(() => loadPages().then((module) => ({ default: module.PageError })));
const NotFoundPage = lazy(() => loadPages().then((module) => ({ default: module.NotFoundPage })));

/** Fetches the pages for failures while the network is there: a failure may be that it is not. */
export function fetchFailurePages(): void {
  void loadPages();
}

export function ErrorOnDemand(props: ErrorComponentProps): ReactNode {
  return (
    <Suspense fallback={<PagePending />}>
      <PageError {...props} />
    </Suspense>
  );
}

export function NotFoundOnDemand(): ReactNode {
  return (
    <Suspense fallback={<PagePending />}>
      <NotFoundPage />
    </Suspense>
  );
}
