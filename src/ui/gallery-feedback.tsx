import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Banner, EmptyState, ErrorState, PartialBanner, StaleBanner } from './feedback.tsx';
import styles from './gallery.module.css';
import { Panel, PanelGrid } from './panel.tsx';
import { CodeRef } from './safe-text.tsx';
import { Skeleton, SkeletonRows } from './skeleton.tsx';

/** Loading, empty, partial, failed and stale. */
export function GalleryFeedback(): ReactNode {
  return (
    <>
      <Panel title="Banners">
        <div className={styles.stack}>
          <PartialBanner action={<Button size="small">Show problems</Button>}>
            3 of 126 files could not be read.
          </PartialBanner>
          <StaleBanner
            lastGood="2026-11-21T11:40:00Z"
            now="2026-11-21T14:02:00Z"
            action={<Button size="small">Reload</Button>}
          >
            The server answered 503.
          </StaleBanner>
          <Banner tone="contradicted" title="Declared and computed differ">
            2 items are declared complete and are not.
          </Banner>
          <Banner title="Sample data">This bundle came with the app.</Banner>
        </div>
      </Panel>
      <PanelGrid>
        <Panel title="Empty" padding="none">
          <EmptyState title="No evidence yet" action={<Button>Open a bundle</Button>}>
            Collect reports with the command line, or drop files here.
          </EmptyState>
        </Panel>
        <Panel title="Filtered" padding="none">
          <EmptyState
            kind="filtered"
            title="No row matches"
            action={<Button>Clear filters</Button>}
          >
            126 rows are hidden by 2 filters.
          </EmptyState>
        </Panel>
        <Panel title="Loading" padding="none">
          <SkeletonRows rows={4} />
          <div className={styles.pad}>
            <Skeleton width={180} height={20} />
          </div>
        </Panel>
      </PanelGrid>
      <ErrorState
        what="The bundle could not be read."
        where={<CodeRef code="bundles/alpha/bundle.json · /items/4/dependsOn" />}
        remedy="Check that the file is complete, then reload."
        action={<Button>Reload</Button>}
        details={<CodeRef code="expected an array, found a number" />}
      />
    </>
  );
}
