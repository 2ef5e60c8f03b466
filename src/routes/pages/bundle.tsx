import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { snapshotQuery } from '../../queries/options.ts';
import { type BundleSearch, severities } from '../../views/bundle/bundle-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, wordField } from '../search-fields.ts';

function validate(search: RawSearch): BundleSearch {
  return {
    severity: wordField(search, 'severity', severities),
  };
}

export const bundleRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/bundle',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) =>
    context.queryClient.ensureQueryData(
      snapshotQuery(context.session, openRequest(params.project, deps, context)),
    ),
  component: lazyRouteComponent(() => import('./bundle.page.tsx'), 'BundlePage'),
});
