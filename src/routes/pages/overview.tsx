import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { snapshotQuery } from '../../queries/options.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';

export const overviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/overview',
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) =>
    context.queryClient.ensureQueryData(
      snapshotQuery(context.session, openRequest(params.project, deps, context)),
    ),
  component: lazyRouteComponent(() => import('./overview.page.tsx'), 'OverviewPage'),
});
