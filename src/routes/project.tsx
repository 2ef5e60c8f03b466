import { createRoute, Outlet, redirect } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProjectProvider } from '../parts/project-context.tsx';
import { structureQuery } from '../queries/options.ts';
import { openRequest, rootRoute } from './root.tsx';

/**
 * Everything below is about one bundle. Only the plan's structure is awaited here, so that the
 * graph can be drawn while evidence is still being read.
 */
export const projectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/p/$project',
  loaderDeps: ({ search: { source, rev, asOf, keys } }) => ({ source, rev, asOf, keys }),
  loader: async ({ context, deps, params }) => {
    const request = openRequest(params.project, deps, context);
    await context.queryClient.ensureQueryData(structureQuery(context.session, request));
    return { session: context.session, request };
  },
  component: ProjectLayout,
});

function ProjectLayout(): ReactNode {
  const project = projectRoute.useLoaderData();
  return (
    <ProjectProvider project={project}>
      <Outlet />
    </ProjectProvider>
  );
}

export const projectIndexRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/p/$project/overview', params, search, replace: true });
  },
});
