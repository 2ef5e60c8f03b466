import { createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import {
  directions,
  type GraphSearch,
  graphFocuses,
  graphShapes,
  graphTabs,
  itemColumns,
  itemSorts,
  itemStates,
} from '../../views/graph/graph-search.ts';
import { MOST_ASSUMPTIONS, readAssumption } from '../../views/graph/scenario/assumption-link.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import { type RawSearch, textField, wordField, wordsField } from '../search-fields.ts';

function validate(search: RawSearch): GraphSearch {
  return {
    item: textField(search, 'item'),
    tab: wordField(search, 'tab', graphTabs),
    show: wordField(search, 'show', graphShapes),
    leftOut: wordsField(search, 'leftOut', itemColumns),
    sortBy: wordField(search, 'sortBy', itemSorts),
    q: textField(search, 'q'),
    hit: textField(search, 'hit'),
    state: wordsField(search, 'state', itemStates),
    focus: wordField(search, 'focus', graphFocuses),
    edges: wordField(search, 'edges', ['all']),
    to: textField(search, 'to'),
    depth: depthField(search),
    rule: textField(search, 'rule'),
    owner: idsField(search, 'owner'),
    group: idsField(search, 'group'),
    towards: wordField(search, 'towards', directions),
    closed: idsField(search, 'closed'),
    assume: assumeField(search),
    against: textField(search, 'against'),
  };
}

/** A whole number from 1 to 999; text in the link, a number once it was read. */
function depthField({ depth }: RawSearch): number | undefined {
  const text = typeof depth === 'number' ? String(depth) : depth;
  return typeof text === 'string' && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;
}

/** Assumptions of a scenario; what is none is left out. */
function assumeField(search: RawSearch): readonly string[] | undefined {
  const known = idsField(search, 'assume')?.filter((text) => readAssumption(text) !== undefined);
  return known === undefined || known.length === 0 ? undefined : known.slice(0, MOST_ASSUMPTIONS);
}

/** More ids than these are no link that this page made. */
const MOST_IDS = 5000;

/** A repeated parameter of ids, each once; what is no text of 1 to 500 characters is left out. */
function idsField(search: RawSearch, name: string): readonly string[] | undefined {
  const value = search[name];
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const ids = new Set<string>();
  for (const id of given) {
    if (typeof id === 'string' && id.length > 0 && id.length <= 500) ids.add(id);
  }
  return ids.size > 0 ? [...ids].slice(0, MOST_IDS) : undefined;
}

export const graphRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/graph',
  validateSearch: validate,
  // A link from one item to another keeps the way in which the plan is looked at.
  search: {
    middlewares: [
      retainSearchParams([
        'show',
        'leftOut',
        'sortBy',
        'focus',
        'edges',
        'closed',
        'towards',
        'depth',
        'to',
        'rule',
        'assume',
        'against',
      ]),
    ],
  },
  loaderDeps: ({ search: { source, rev, asOf, keys, closed, towards } }) => ({
    place: { source, rev, asOf, keys },
    isUsual: closed === undefined && towards === undefined,
  }),
  // With closed groups or another direction, or for a mere glance at a link, there is nothing to begin with.
  loader: async ({ context, deps, params, preload }) => {
    if (preload || !deps.isUsual) return;
    const { beginDrawing } = await import('./graph.page.tsx');
    await beginDrawing(context, openRequest(params.project, deps.place, context));
  },
  component: lazyRouteComponent(() => import('./graph.page.tsx'), 'GraphPage'),
});
