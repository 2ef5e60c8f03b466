import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { contentQuery, snapshotQuery } from '../../queries/options.ts';
import {
  type DocumentsSearch,
  documentColumns,
  documentRemarks,
} from '../../views/documents/documents-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): DocumentsSearch {
  return {
    q: textField(search, 'q'),
    phase: textField(search, 'phase'),
    status: textField(search, 'status'),
    ownedBy: textField(search, 'ownedBy'),
    problem: wordsField(search, 'problem', documentRemarks),
    sort: wordField(search, 'sort', documentColumns),
    order: wordField(search, 'order', ['descending']),
    without: wordsField(search, 'without', documentColumns),
  };
}

export const documentsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/documents',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) => {
    const request = openRequest(params.project, deps, context);
    return Promise.all([
      context.queryClient.ensureQueryData(snapshotQuery(context.session, request)),
      context.queryClient.ensureQueryData(contentQuery(context.session, request)),
    ]);
  },
  component: lazyRouteComponent(() => import('./documents.page.tsx'), 'DocumentsPage'),
});
