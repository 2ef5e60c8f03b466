import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { revisionsQuery } from '../../queries/revision-options.ts';
import { type RevisionsSearch, revisionInstants } from '../../views/revisions/revisions-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordField } from '../search-fields.ts';

function validate(search: RawSearch): RevisionsSearch {
  return {
    from: textField(search, 'from'),
    to: textField(search, 'to'),
    each: wordField(search, 'each', revisionInstants),
  };
}

export const historyRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/history',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) =>
    context.queryClient.ensureQueryData(
      revisionsQuery(context.session, openRequest(params.project, deps, context)),
    ),
  component: lazyRouteComponent(() => import('./history.page.tsx'), 'HistoryPage'),
});
