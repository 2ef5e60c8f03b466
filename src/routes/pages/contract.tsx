import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { contentQuery, snapshotQuery } from '../../queries/options.ts';
import { type ContractSearch, deliverableColumns } from '../../views/contract/contract-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): ContractSearch {
  return {
    deliverable: textField(search, 'deliverable'),
    category: textField(search, 'category'),
    verdict: textField(search, 'verdict'),
    sort: wordField(search, 'sort', deliverableColumns),
    order: wordField(search, 'order', ['descending']),
    without: wordsField(search, 'without', deliverableColumns),
  };
}

export const contractRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/contract',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) => {
    const request = openRequest(params.project, deps, context);
    return Promise.all([
      context.queryClient.ensureQueryData(snapshotQuery(context.session, request)),
      context.queryClient.ensureQueryData(contentQuery(context.session, request)),
    ]);
  },
  component: lazyRouteComponent(() => import('./contract.page.tsx'), 'ContractPage'),
});
