import { useQuery } from '@tanstack/react-query';
import { Link, type RouterState, useMatch, useRouterState } from '@tanstack/react-router';
import { type JSX, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { ProjectProvider } from '../parts/project-context.tsx';
import { snapshotQuery } from '../queries/options.ts';
import { AppearanceMenu } from './appearance-menu.tsx';
import { AsOfControl } from './as-of-control.tsx';
import { DropTarget } from './drop-target.tsx';
import { IntegrityClaims } from './integrity-claims.tsx';
import { KeysNoticeOnDemand } from './integrity-claims-keys/keys-notice-on-demand.tsx';
import { Logo } from './logo.tsx';
import { useLostFields } from './notices/use-lost-fields.ts';
import { PageNav } from './page-nav.tsx';
import { PaletteControl, ProjectPaletteControl } from './palette-control.tsx';
import { PrintHead } from './print-head.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';
import { SampleMark } from './sample-mark.tsx';
import { ShareButton } from './share-button.tsx';
import styles from './shell.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/** Only a server has news, and only its readers pay for the bars. */
const SourceNotices = lazy(() =>
  import('./notices/source-notices.tsx').then((module) => ({ default: module.SourceNotices })),
);

/** Most links are read as they stand. */
const LostNotice = lazy(() =>
  import('./notices/lost-notice.tsx').then((module) => ({ default: module.LostNotice })),
);

/** The frame around every page: where one is, what it is, and the way to everything else. */
export function Shell({ children }: { readonly children?: ReactNode }): JSX.Element {
  const words = useShellWords();
  const project = useMatch({ from: '/p/$project', shouldThrow: false })?.loaderData;
  const lost = useLostFields();
  const isComing = useRouterState({ select: isProjectComing }) && project === undefined;
  return (
    <div className={styles.shell} data-project={project !== undefined || isComing}>
      <button type="button" className={styles.skip} onClick={focusPage}>
        {words.skip}
      </button>
      {isComing ? (
        <ComingFrame />
      ) : project === undefined ? (
        <header className={styles.bar}>
          <Home />
          <span className={styles.space} />
          <PaletteControl />
          <AppearanceMenu />
        </header>
      ) : (
        <ProjectProvider project={project}>
          <ProjectFrame project={project} lost={lost} />
        </ProjectProvider>
      )}
      <main id="page" className={styles.page} tabIndex={-1}>
        {children}
      </main>
      <DropTarget />
    </div>
  );
}

/** A project's pages are wanted and nothing has failed yet. */
function isProjectComing({ matches, location }: RouterState): boolean {
  return (
    location.pathname.startsWith('/p/') &&
    matches.every(({ status }) => status === 'pending' || status === 'success')
  );
}

/** Keeps the places of the project's frame, so that nothing moves when it comes. */
function ComingFrame(): ReactNode {
  return (
    <>
      <aside className={styles.side}>
        <Home />
      </aside>
      <header className={styles.bar} />
    </>
  );
}

/** A button and no anchor: the part of the address behind the # holds the place in the app. */
function focusPage(): void {
  document.getElementById('page')?.focus();
}

function Home(): ReactNode {
  return (
    <Link
      to="/"
      search={{ source: undefined, rev: undefined, asOf: undefined, keys: undefined }}
      className={styles.home}
    >
      <Logo />
      Wavegate
    </Link>
  );
}

/** A folder has one thing to tell, that its host is out of reach: what tells it comes behind the page. */
function useNotices(kind: 'static' | 'api' | 'local'): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), 2000);
    return () => clearTimeout(timer);
  }, []);
  return kind === 'api' || (kind === 'static' && isLater);
}

function ProjectFrame({
  project,
  lost,
}: {
  readonly lost: ReturnType<typeof useLostFields>;
  readonly project: Parameters<typeof ProjectProvider>[0]['project'];
}): ReactNode {
  const { data: snapshot } = useQuery(snapshotQuery(project.session, project.request));
  const hasNotices = useNotices(project.request.source.kind);
  return (
    <>
      <aside className={styles.side}>
        <Home />
        <ProjectSwitcher snapshot={snapshot} />
        <PageNav snapshot={snapshot} />
        <span className={styles.space} />
        {snapshot !== undefined && <IntegrityClaims snapshot={snapshot} />}
      </aside>
      <header className={styles.bar}>
        <span className={styles.where}>
          <span className={styles.place}>
            <bdi>{snapshot?.info.title ?? project.request.project}</bdi>
          </span>
          {snapshot?.sample === true && <SampleMark note={snapshot.sampleNote} />}
        </span>
        <span className={styles.space} />
        <ProjectPaletteControl snapshot={snapshot} />
        {snapshot !== undefined && <AsOfControl snapshot={snapshot} />}
        <AppearanceMenu />
        <ShareButton snapshot={snapshot} />
      </header>
      {snapshot !== undefined && <PrintHead snapshot={snapshot} />}
      <div className={styles.notices}>
        {hasNotices && (
          <Suspense fallback={null}>
            <SourceNotices project={project} />
          </Suspense>
        )}
        {lost.length > 0 && (
          <Suspense fallback={null}>
            <LostNotice lost={lost} />
          </Suspense>
        )}
        <KeysNoticeOnDemand snapshot={snapshot} />
      </div>
    </>
  );
}
