import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { expect, type MockInstance, vi } from 'vitest';
import { createSession } from '../../queries/session.ts';
import type { BundleSession, OpenRequest } from '../../queries/session-types.ts';
import { type MemoryFiles, memorySource } from '../../queries/testing/memory-source.ts';
import { InLanguage } from '../in-language.tsx';
import { createQueryClient, makeRouter } from '../router.tsx';
import { type Plan, sourceFiles } from './plans.ts';

/** The clock of every page in these tests. */
export const now = '2026-06-02T00:00:00Z';

export interface AppOptions {
  /** Bundles of the default source by project; one plan is the project `waves`. */
  readonly plans?: Readonly<Record<string, Plan>>;
  /** Sources that links may name, by address; anything else holds `plans`. */
  readonly sources?: Readonly<Record<string, MemoryFiles>>;
  /** Answers that differ from the engine's. */
  readonly session?: Partial<BundleSession>;
}

export interface AppTest extends RenderResult {
  readonly user: UserEvent;
  readonly router: ReturnType<typeof makeRouter>;
  /** Path and search parameters, decoded. */
  readonly url: () => string;
}

/** The whole engine over files in memory, on this thread. */
export function memorySession({ plans = {}, sources = {} }: AppOptions): BundleSession {
  const files = sourceFiles(plans);
  const open = (ref: OpenRequest['source']): MemoryFiles =>
    (ref.kind === 'local' ? sources[`local:${ref.id}`] : sources[ref.url]) ?? files;
  return createSession({ openSource: (ref) => memorySource(open(ref)).source });
}

/** The app at a link, with its real routes and its real engine. */
export function renderApp(at: string, options: AppOptions = {}): AppTest {
  window.scrollTo = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
  const client = createQueryClient();
  const router = makeRouter(
    {
      session: { ...memorySession(options), ...options.session },
      defaultSource: { kind: 'static', url: 'bundles/' },
      now,
      history: createMemoryHistory({ initialEntries: [at] }),
    },
    client,
  );
  const result = render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <InLanguage>
          <RouterProvider router={router} />
        </InLanguage>
      </QueryClientProvider>
    </StrictMode>,
    // The page shows them; whether it does is what a test asks.
    { onCaughtError: () => undefined },
  );
  return {
    ...result,
    user: userEvent.setup(),
    router,
    url: () => decodeURIComponent(router.state.location.href.replaceAll('+', ' ')),
  };
}

/** The router warns of a page that failed; a test that wants one to fail asserts that it did. */
export function routeFailures(): MockInstance<typeof console.warn> {
  return vi.spyOn(console, 'warn').mockImplementation(() => undefined);
}

export const routeFailure: readonly [unknown] = [expect.stringContaining('Error in route match')];

/** The project `waves` at one of its pages. */
export function renderPlan(page: string, plan: Plan, options: AppOptions = {}): AppTest {
  return renderApp(`/p/waves/${page}`, { plans: { waves: plan }, ...options });
}
