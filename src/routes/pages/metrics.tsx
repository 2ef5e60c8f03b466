import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { snapshotQuery } from '../../queries/options.ts';
import {
  layers,
  type MetricsSearch,
  metricPages,
  metricSorts,
  metricVerdicts,
  metricViews,
  pointColumns,
} from '../../views/metrics/metrics-search.ts';
import { projectRoute } from '../project.tsx';
import { openRequest } from '../root.tsx';
import {
  instantField,
  type RawSearch,
  textField,
  wordField,
  wordsField,
} from '../search-fields.ts';

function validate(search: RawSearch): MetricsSearch {
  return {
    part: wordField(search, 'part', metricPages),
    metric: textField(search, 'metric'),
    q: textField(search, 'q'),
    verdict: wordsField(search, 'verdict', metricVerdicts),
    set: textField(search, 'set'),
    sort: wordField(search, 'sort', metricSorts),
    view: wordField(search, 'view', metricViews),
    from: instantField(search, 'from'),
    to: instantField(search, 'to'),
    scale: wordField(search, 'scale', ['log']),
    with: textsField(search, 'with'),
    base: textField(search, 'base'),
    hide: textsField(search, 'hide'),
    also: wordsField(search, 'also', layers),
    page: pageField(search, 'page'),
    without: wordsField(search, 'without', pointColumns),
    budget: textField(search, 'budget'),
    month: monthField(search, 'month'),
  };
}

/** At most this many series are drawn together. */
const mostTexts = 12;

/** A repeated parameter: different texts, each of 1 to 500 characters. */
function textsField(search: RawSearch, name: string): readonly string[] | undefined {
  const value = search[name];
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = given.flatMap((text) => textField({ text }, 'text') ?? []);
  return texts.length > 0 ? [...new Set(texts)].slice(0, mostTexts) : undefined;
}

/** A page after the first. */
function pageField(search: RawSearch, name: string): number | undefined {
  const text = textField(search, name) ?? '';
  return /^[1-9]\d{0,6}$/.test(text) && text !== '1' ? Number(text) : undefined;
}

function monthField(search: RawSearch, name: string): string | undefined {
  const text = textField(search, name) ?? '';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
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
