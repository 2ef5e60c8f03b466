import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { useOpenProject, useSnapshot } from '../../parts/project-context.tsx';
import { PartialBanner } from '../../ui/feedback.tsx';
import { PanelGrid } from '../../ui/panel.tsx';
import { Causes } from './causes.tsx';
import { Changes } from './changes.tsx';
import { Headline } from './headline.tsx';
import { ItemStrip } from './item-strip.tsx';
import { MetricTiles } from './metric-tiles.tsx';
import styles from './overview.module.css';
import { PlanRemarks } from './plan-remarks.tsx';
import { StartNow } from './start-now.tsx';
import { useOverviewWords } from './words/use-overview-words.ts';

/** Few plans are empty, and the others need not wait for what such a page says. */
const EmptyPlan = lazy(() =>
  import('./empty-plan.tsx').then((module) => ({ default: module.EmptyPlan })),
);

/** Can the next phase start? The answer first, then what it rests on. */
export function OverviewView(): ReactNode {
  const snapshot = useSnapshot();
  if (snapshot.answers.headline === 'empty') {
    return (
      <div className={styles.page}>
        <Headline snapshot={snapshot} />
        <Suspense fallback={null}>
          <EmptyPlan />
        </Suspense>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <Headline snapshot={snapshot} />
      <Lacking snapshot={snapshot} />
      <ItemStrip snapshot={snapshot} />
      <PanelGrid columns="wide-first">
        <Causes snapshot={snapshot} />
        <StartNow snapshot={snapshot} />
      </PanelGrid>
      <MetricTiles snapshot={snapshot} />
      <Changes />
      <PlanRemarks snapshot={snapshot} />
    </div>
  );
}

/** The answer counts files that are not there as no proof; that they are not is said beside it. */
function Lacking({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useOverviewWords();
  const { request } = useOpenProject();
  const { digests } = snapshot.bundle;
  const total = Object.values(digests).reduce((sum, count) => sum + count, 0);
  if (digests.absent + digests.unreadable === 0) return null;
  return (
    <PartialBanner
      action={
        <Link
          to="/p/$project/evidence"
          params={{ project: request.project }}
          search={{ digest: digests.unreadable > 0 ? 'unreadable' : 'absent' }}
        >
          {words.lackingFiles}
        </Link>
      }
    >
      {words.lacking(digests.absent, digests.unreadable, total)}
    </PartialBanner>
  );
}
