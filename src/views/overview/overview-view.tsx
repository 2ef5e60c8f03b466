import { lazy, type ReactNode, Suspense } from 'react';
import { useSnapshot } from '../../parts/project-context.tsx';
import { PanelGrid } from '../../ui/panel.tsx';
import { Causes } from './causes.tsx';
import { Changes } from './changes.tsx';
import { Headline } from './headline.tsx';
import { ItemStrip } from './item-strip.tsx';
import { MetricTiles } from './metric-tiles.tsx';
import styles from './overview.module.css';
import { PlanRemarks } from './plan-remarks.tsx';
import { StartNow } from './start-now.tsx';

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
