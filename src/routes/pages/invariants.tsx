import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { contentQuery, snapshotQuery } from '../../queries/options.ts';
import {
  type InvariantsSearch,
  invariantVerdicts,
} from '../../views/invariants/invariants-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): InvariantsSearch {
  return {
    rule: textField(search, 'rule'),
    verdict: wordsField(search, 'verdict', invariantVerdicts),
  };
}

export const invariantsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/invariants',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) => {
    const request = openRequest(params.project, deps, context);
    return Promise.all([
      context.queryClient.ensureQueryData(snapshotQuery(context.session, request)),
      context.queryClient.ensureQueryData(contentQuery(context.session, request)),
    ]);
  },
  component: lazyRouteComponent(() => import('./invariants.page.tsx'), 'InvariantsPage'),
});
