import { createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import {
  type GraphSearch,
  graphFocuses,
  graphShapes,
  graphTabs,
  itemStates,
} from '../../views/graph/graph-search.ts';
import { projectRoute } from '../project.tsx';
import { type RawSearch, textField, wordField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): GraphSearch {
  return {
    item: textField(search, 'item'),
    tab: wordField(search, 'tab', graphTabs),
    show: wordField(search, 'show', graphShapes),
    q: textField(search, 'q'),
    state: wordsField(search, 'state', itemStates),
    focus: wordField(search, 'focus', graphFocuses),
    edges: wordField(search, 'edges', ['all']),
  };
}

export const graphRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/graph',
  validateSearch: validate,
  // A link from one item to another keeps the way in which the plan is looked at.
  search: { middlewares: [retainSearchParams(['show', 'focus', 'edges'])] },
  component: lazyRouteComponent(() => import('./graph.page.tsx'), 'GraphPage'),
});
