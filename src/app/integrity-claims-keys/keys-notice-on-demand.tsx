import { useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';

const KeysNotice = lazy(() =>
  import('./keys-notice.tsx').then((module) => ({ default: module.KeysNotice })),
);

/** Nothing is loaded while the link names no keys. */
export function KeysNoticeOnDemand({
  snapshot,
}: {
  readonly snapshot: PlanSnapshot | undefined;
}): ReactNode {
  const { keys } = useSearch({ from: '__root__' });
  if (keys === undefined) return null;
  return (
    <Suspense fallback={null}>
      <KeysNotice named={keys} snapshot={snapshot} />
    </Suspense>
  );
}
