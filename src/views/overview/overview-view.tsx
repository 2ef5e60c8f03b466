import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpenProject, useSnapshot } from '../../parts/project-context.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
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

/** Can the next phase start? The answer first, then what it rests on. */
export function OverviewView(): ReactNode {
  const words = useOverviewWords();
  const { request } = useOpenProject();
  const snapshot = useSnapshot();
  if (snapshot.answers.headline === 'empty') {
    return (
      <div className={styles.page}>
        <Headline snapshot={snapshot} />
        <EmptyState
          title={words.empty}
          action={
            <Link to="/p/$project/bundle" params={{ project: request.project }}>
              {words.emptyBundle}
            </Link>
          }
        >
          {words.emptyWhy}
        </EmptyState>
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
