import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { snapshotQuery } from '../../queries/options.ts';
import { type MetricsSearch, metricVerdicts } from '../../views/metrics/metrics-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): MetricsSearch {
  return {
    metric: textField(search, 'metric'),
    q: textField(search, 'q'),
    verdict: wordsField(search, 'verdict', metricVerdicts),
  };
}

export const metricsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/metrics',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) =>
    context.queryClient.ensureQueryData(
      snapshotQuery(context.session, openRequest(params.project, deps, context)),
    ),
  component: lazyRouteComponent(() => import('./metrics.page.tsx'), 'MetricsPage'),
});
