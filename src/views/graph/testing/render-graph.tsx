import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { type RenderResult, render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { layoutGraph } from '../../../derive/layout/layout.ts';
import type { PlanSnapshot } from '../../../derive/types.ts';
import { ProjectProvider } from '../../../parts/project-context.tsx';
import type { LayoutEngine } from '../../../queries/layout.ts';
import type { BundleSession, OpenRequest } from '../../../queries/session-types.ts';
import { noFiles } from '../../../queries/testing/no-files.ts';
import { UiProvider } from '../../../ui/ui-provider.tsx';
import type { GraphSearch } from '../graph-search.ts';
import { GraphView } from '../graph-view.tsx';
import { LayoutEngineProvider } from '../layout-engine.ts';
import { sampleDetail, sampleSnapshot, sampleStructure } from './sample-plan.ts';

const request: OpenRequest = {
  source: { kind: 'static', url: 'bundles/' },
  project: 'waves',
  now: '2026-11-21T12:00:00Z',
};

/** A session that knows one plan. What a test does not need rejects, so that nothing hides. */
export function fakeSession(answers: Partial<BundleSession> = {}): BundleSession {
  const refuse = (): Promise<never> => Promise.reject(new Error('not part of this test'));
  return {
    listProjects: refuse,
    structure: async () => ({ ok: true, value: sampleStructure }),
    snapshot: async () => ({ ok: true, value: sampleSnapshot }),
    problems: refuse,
    itemDetail: async (_, item) => sampleDetail(item),
    gateDetail: refuse,
    evidencePage: refuse,
    files: noFiles,
    evidenceDetail: refuse,
    evidenceContent: refuse,
    leaveEvidence: refuse,
    readTrustedKey: refuse,
    integrityReport: refuse,
    integrityProgress: refuse,
    metricPicture: refuse,
    metricStudy: refuse,
    metricPoints: refuse,
    metricOutlooks: refuse,
    compareMetrics: refuse,
    metricsCsv: refuse,
    budgets: refuse,
    targets: refuse,
    content: refuse,
    authorisations: refuse,
    stepAuthorisation: refuse,
    news: refuse,
    unfollow: refuse,
    signIn: refuse,
    moveOn: refuse,
    leave: refuse,
    revisions: refuse,
    revisionAnswer: refuse,
    compareRevisions: refuse,
    changesSincePrevious: refuse,
    gateHistory: refuse,
    scenario: refuse,
    clearing: refuse,
    forget: refuse,
    ...answers,
  };
}

/** The real layout, without its worker. */
export const directLayout: LayoutEngine = { layout: async (input) => layoutGraph(input) };

function Other(): ReactNode {
  return <p>another page</p>;
}

function Page(): ReactNode {
  const search: GraphSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <GraphView
      search={search}
      setSearch={(change, options) => {
        void navigate({
          to: '.',
          search: (before: GraphSearch) => ({ ...before, ...change }),
          replace: options?.replace ?? false,
        });
      }}
    />
  );
}

export interface GraphTest extends RenderResult {
  /** What the link says now. */
  readonly search: () => GraphSearch;
}

/** What jsdom announces as missing; nothing here is painted or scrolled. */
function quietBrowser(): void {
  window.scrollTo = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
}

/** The graph page at a link, inside a router of its own that keeps the search as it is. */
export function renderGraph(
  search: GraphSearch = {},
  given: {
    readonly session?: BundleSession;
    readonly layout?: LayoutEngine;
    readonly snapshot?: PlanSnapshot;
  } = {},
): GraphTest {
  const session =
    given.session ??
    fakeSession(
      given.snapshot && {
        snapshot: async () => ({ ok: true, value: given.snapshot ?? sampleSnapshot }),
      },
    );
  quietBrowser();
  const rootRoute = createRootRoute({ component: Outlet });
  const pages = ['graph', 'gates', 'evidence', 'metrics'].map((page) =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: `/p/$project/${page}`,
      validateSearch: (raw: Record<string, unknown>) => raw,
      component: page === 'graph' ? Page : Other,
    }),
  );
  const router = createRouter({
    routeTree: rootRoute.addChildren(pages),
    history: createMemoryHistory({
      initialEntries: [`/p/waves/graph?${query(search)}`],
    }),
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const result = render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <UiProvider>
          <LayoutEngineProvider value={given.layout ?? directLayout}>
            <ProjectProvider project={{ session, request }}>
              {/* The app registers its own router's type; this one has the same pages. */}
              <RouterProvider router={router as never} />
            </ProjectProvider>
          </LayoutEngineProvider>
        </UiProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
  return { ...result, search: () => router.state.location.search };
}

/** As the default search format of the router writes it: values that are no plain words as JSON. */
function query(search: GraphSearch): string {
  return new URLSearchParams(
    Object.entries(search).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();
}
