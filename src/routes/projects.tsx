import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { projectsQuery } from '../queries/options.ts';
import { rootRoute, sourceOf } from './root.tsx';

export const projectsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loaderDeps: ({ search }) => ({ source: search.source }),
  loader: async ({ context, deps }) => {
    const projects = await context.queryClient.ensureQueryData(
      projectsQuery(context.session, sourceOf(deps, context)),
    );
    const [only, ...others] = projects;
    // Whoever names or drops a single bundle wants to see it, not a list of one.
    if (deps.source !== undefined && only !== undefined && others.length === 0) {
      throw redirect({ to: '/p/$project/overview', params: { project: only.id }, replace: true });
    }
    return projects;
  },
  component: lazyRouteComponent(() => import('./projects.page.tsx'), 'ProjectsRoute'),
});
