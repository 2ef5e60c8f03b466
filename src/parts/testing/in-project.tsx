import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createSession } from '../../queries/session.ts';
import { memorySource, request } from '../../queries/testing/memory-source.ts';
import { UiProvider } from '../../ui/ui-provider.tsx';
import { ProjectProvider } from '../project-context.tsx';

/** Renders something that links inside the project `waves`, without any page. */
export function renderInProject(children: ReactNode): RenderResult {
  const router = createRouter({
    routeTree: createRootRoute(),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  const session = createSession({ openSource: () => memorySource(new Map()).source });
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <UiProvider>
        {/* The app registers its own router's type; here links only need to be written. */}
        <RouterContextProvider router={router as never}>
          <ProjectProvider project={{ session, request: request('waves') }}>
            {children}
          </ProjectProvider>
        </RouterContextProvider>
      </UiProvider>
    </QueryClientProvider>,
  );
}
