import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { authorisationsQuery, snapshotQuery } from '../../queries/options.ts';
import type { AuthorisationsSearch } from '../../views/authorisations/authorisations-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField } from '../search-fields.ts';

function validate(search: RawSearch): AuthorisationsSearch {
  return {
    step: textField(search, 'step'),
  };
}

export const authorisationsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/authorisations',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) => {
    const request = openRequest(params.project, deps, context);
    return Promise.all([
      context.queryClient.ensureQueryData(snapshotQuery(context.session, request)),
      context.queryClient.ensureQueryData(authorisationsQuery(context.session, request)),
    ]);
  },
  component: lazyRouteComponent(() => import('./authorisations.page.tsx'), 'AuthorisationsPage'),
});
