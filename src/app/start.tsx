import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OpenError } from '../queries/options.ts';
import type { OpenRequest } from '../queries/session-types.ts';
import { connectSession } from '../queries/worker-client.ts';
import { fetchWords } from '../ui/wording/later.ts';
import { type Configuration, configuredPlace, readConfiguration } from './configuration.ts';
import { chosenLanguage, InLanguage } from './in-language.tsx';
import { leaveProjects } from './leave-projects.ts';
import { keepForOffline } from './offline.ts';
import { fetchFailurePages } from './page-pending.tsx';
import { fetchPalette } from './palette-control.tsx';
import { createQueryClient, makeRouter } from './router.tsx';

/**
 * Mounts the app into the element.
 * @param source where bundles are; absent, the deployment's configuration says so
 */
export async function start(element: HTMLElement, source?: OpenRequest['source']): Promise<void> {
  const queryClient = createQueryClient();
  const configuration: Configuration =
    source === undefined ? await readConfiguration(fetch) : { source };
  const place = configuredPlace(configuration, window.location.hash);
  if (place !== undefined) window.history.replaceState(null, '', place);
  const session = connectSession();
  if (configuration.token !== undefined) {
    await session.signIn(configuration.source, configuration.token);
  }
  const router = makeRouter(
    {
      session,
      defaultSource: configuration.source,
      now: new Date().toISOString(),
    },
    queryClient,
  );
  leaveProjects(router, session, configuration.source);
  // Words that cannot be fetched are read in English.
  await fetchWords(chosenLanguage()).catch(() => undefined);
  createRoot(element, {
    // A bundle that cannot be opened is an answer of the page, not a fault of the program.
    onCaughtError: (error) => {
      if (!(error instanceof OpenError)) reportError(error);
    },
  }).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <InLanguage>
          <RouterProvider router={router} />
        </InLanguage>
      </QueryClientProvider>
    </StrictMode>,
  );
  // Once the first page stands: nothing here may hold it up.
  const stop = router.subscribe('onResolved', () => {
    stop();
    setTimeout(() => {
      fetchFailurePages();
      // The mocked server has a service worker of its own at the same place.
      if (source === undefined && import.meta.env.PROD) void keepForOffline();
      fetchPalette();
    }, 2000);
  });
}
