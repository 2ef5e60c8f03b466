import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { snapshotQuery } from '../../queries/options.ts';
import { type GatesSearch, gateColumns, gateVerdicts } from '../../views/gates/gates-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): GatesSearch {
  return {
    gate: textField(search, 'gate'),
    condition: textField(search, 'condition'),
    q: textField(search, 'q'),
    verdict: wordsField(search, 'verdict', gateVerdicts),
    sort: wordField(search, 'sort', gateColumns),
    order: wordField(search, 'order', ['descending']),
    without: wordsField(search, 'without', gateColumns),
    also: wordsField(search, 'also', gateColumns),
  };
}

export const gatesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/gates',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) =>
    context.queryClient.ensureQueryData(
      snapshotQuery(context.session, openRequest(params.project, deps, context)),
    ),
  component: lazyRouteComponent(() => import('./gates.page.tsx'), 'GatesPage'),
});
