import { QueryClient } from '@tanstack/react-query';
import { createHashHistory, createRouter, type RouterHistory } from '@tanstack/react-router';
import { OpenError } from '../queries/options.ts';
import type { BundleSession, OpenRequest } from '../queries/session-types.ts';
import { routeTree } from '../routes/route-tree.ts';
import { parseSearch, stringifySearch } from '../routes/search-fields.ts';
import { useTrustedKeys } from '../state/trusted-keys.ts';
import { ErrorOnDemand, NotFoundOnDemand, PagePending } from './page-pending.tsx';
import { Shell } from './shell.tsx';

export interface RouterOptions {
  readonly session: BundleSession;
  readonly defaultSource: OpenRequest['source'];
  readonly now: string;
  /** Given by tests; the app keeps its place behind the `#`, so any static host will do. */
  readonly history?: RouterHistory;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A bundle's revision never changes and a refusal stays one: sources retry on their own.
        retry: (failures, error) => !(error instanceof OpenError) && failures < 1,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/**
 * Links say `#/p/…` and not `/#/p/…`: they hold wherever the page lies, and nothing takes them for
 * links within one document.
 */
function placeBehindHash(): RouterHistory {
  const history = createHashHistory();
  history.createHref = (href) => `#${href}`;
  return history;
}

/** The app's router, with everything that a loader needs. */
// The type is inferred on purpose: links are checked against it.
export function makeRouter(options: RouterOptions, queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    history: options.history ?? placeBehindHash(),
    context: {
      queryClient,
      session: options.session,
      defaultSource: options.defaultSource,
      now: options.now,
    },
    parseSearch,
    stringifySearch,
    InnerWrap: Shell,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: ErrorOnDemand,
    defaultNotFoundComponent: NotFoundOnDemand,
    defaultPendingMs: 150,
    // The router would otherwise keep what is there from the reader for half a second.
    defaultPendingMinMs: 0,
    defaultPreload: 'intent',
    // Freshness is the query cache's business alone.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
  // What a link with keys means depends on which of them the viewer has.
  useTrustedKeys.subscribe(() => void router.invalidate());
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
