import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { snapshotQuery } from '../../queries/options.ts';
import {
  type EvidenceSearch,
  evidenceColumns,
  evidenceDigests,
  evidenceShapes,
  evidenceSorts,
  evidenceStates,
  evidenceUses,
} from '../../views/evidence/evidence-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): EvidenceSearch {
  return {
    id: textField(search, 'id'),
    at: textField(search, 'at'),
    as: wordField(search, 'as', evidenceShapes),
    q: textField(search, 'q'),
    kind: textField(search, 'kind'),
    item: textField(search, 'item'),
    gate: textField(search, 'gate'),
    use: wordField(search, 'use', evidenceUses),
    about: wordField(search, 'about', evidenceStates),
    digest: wordField(search, 'digest', evidenceDigests),
    sort: wordField(search, 'sort', evidenceSorts),
    order: wordField(search, 'order', ['desc']),
    without: wordsField(search, 'without', evidenceColumns),
    review: textField(search, 'review'),
    step: textField(search, 'step'),
  };
}

export const evidenceRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/evidence',
  validateSearch: validate,
  loaderDeps: ({ search: { source, rev, asOf } }) => ({ source, rev, asOf }),
  loader: ({ context, deps, params }) =>
    context.queryClient.ensureQueryData(
      snapshotQuery(context.session, openRequest(params.project, deps, context)),
    ),
  component: lazyRouteComponent(() => import('./evidence.page.tsx'), 'EvidencePage'),
});
