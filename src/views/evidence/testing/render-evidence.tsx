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
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { type ReactNode, StrictMode, Suspense } from 'react';
import { ProjectProvider } from '../../../parts/project-context.tsx';
import type { BundleSession, OpenRequest } from '../../../queries/session-types.ts';
import { UiProvider } from '../../../ui/ui-provider.tsx';
import type { EvidenceSearch } from '../evidence-search.ts';
import { EvidenceView } from '../evidence-view.tsx';
import { type Piece, sessionOf } from './sample-evidence.ts';

const request: OpenRequest = {
  source: { kind: 'static', url: 'bundles/' },
  project: 'waves',
  now: '2026-11-21T12:00:00Z',
};

function Page(): ReactNode {
  const search: EvidenceSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <Suspense fallback="loading">
      <EvidenceView
        search={search}
        setSearch={(change, options) => {
          void navigate({
            to: '.',
            // Pages share names of fields; what the others mean by them is not this test's matter.
            search: ((before: EvidenceSearch) => ({ ...before, ...change })) as never,
            replace: options?.replace ?? false,
          });
        }}
      />
    </Suspense>
  );
}

export interface EvidenceTest extends RenderResult {
  readonly user: UserEvent;
  /** What the link says now. */
  readonly search: () => EvidenceSearch;
  readonly pathname: () => string;
}

/** Whether the window is wide enough for list and detail beside each other. */
export function setWide(isWide: boolean): void {
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: isWide && media.includes('min-width'),
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
}

/** The evidence page at a link, inside a router of its own that keeps the search as it is. */
export function renderEvidence(
  pieces: readonly Piece[],
  search: EvidenceSearch = {},
  session: BundleSession = sessionOf(pieces),
): EvidenceTest {
  window.scrollTo = () => undefined;
  const rootRoute = createRootRoute({ component: Outlet });
  const pages = ['graph', 'gates', 'evidence', 'metrics'].map((page) =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: `/p/$project/${page}`,
      validateSearch: (raw: Record<string, unknown>) => raw,
      component: page === 'evidence' ? Page : () => <p>another page</p>,
    }),
  );
  const router = createRouter({
    routeTree: rootRoute.addChildren(pages),
    history: createMemoryHistory({
      initialEntries: [`/p/waves/evidence?${new URLSearchParams(Object.entries(search))}`],
    }),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (fields) => {
      const params = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        if (value !== undefined) params.set(name, String(value));
      }
      return `?${params}`;
    },
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const result = render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <UiProvider>
          <ProjectProvider project={{ session, request }}>
            {/* The app registers its own router's type; this one has the same pages. */}
            <RouterProvider router={router as never} />
          </ProjectProvider>
        </UiProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
  return {
    ...result,
    user: userEvent.setup(),
    search: () => router.state.location.search,
    pathname: () => router.state.location.pathname,
  };
}
