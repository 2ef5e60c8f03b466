import { useQuery } from '@tanstack/react-query';
import { lazy, memo, type ReactNode, Suspense, useMemo } from 'react';
import type { MetricOutlook } from '../../derive/metrics/study.ts';
import type { MetricRow, PlanSnapshot } from '../../derive/types.ts';
import { useOpenProject, useSnapshot } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { metricTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { metricOutlooksQuery } from '../../queries/metric-options.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl, type SegmentOption, ToggleSet } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { MetricDetail } from './detail/metric-detail.tsx';
import { matches, orderedGroups } from './metric-order.ts';
import { MetricTile } from './metric-tile.tsx';
import styles from './metrics.module.css';
import { type MetricsSearch, metricSorts, metricVerdicts } from './metrics-search.ts';
import { useMetricsWords } from './words/use-metrics-words.ts';

const TargetsPage = lazy(() =>
  import('./targets/targets-page.tsx').then((module) => ({ default: module.TargetsPage })),
);
const BudgetsPage = lazy(() =>
  import('./budgets/budgets-page.tsx').then((module) => ({ default: module.BudgetsPage })),
);

/** Are we on target? Every metric small, the chosen one whole; the targets and the budgets beside. */
export function MetricsView({ search, setSearch }: SearchProps<MetricsSearch>): ReactNode {
  const words = useMetricsWords();
  const snapshot = useSnapshot();
  return (
    <div className={styles.page}>
      <PageHeading question={words.question} answer={<Answer snapshot={snapshot} />} />
      {snapshot.metrics.length === 0 && search.part !== 'budgets' ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        <>
          <div>
            <SegmentedControl
              label={words.pages}
              value={search.part ?? 'metrics'}
              onChange={(part) =>
                setSearch({
                  part: part === 'metrics' ? undefined : part,
                  // A table of days is no wish for a table of points.
                  ...(search.part === 'budgets' && { view: undefined }),
                })
              }
              options={[
                { value: 'metrics', label: words.metricsPage },
                { value: 'targets', label: words.targetsPage },
                { value: 'budgets', label: words.budgetsPage },
              ]}
            />
          </div>
          <Suspense fallback={<SkeletonRows rows={8} rowHeight={32} />}>
            {search.part === 'targets' ? (
              <TargetsPage search={search} setSearch={setSearch} />
            ) : search.part === 'budgets' ? (
              <BudgetsPage search={search} setSearch={setSearch} />
            ) : (
              <Metrics snapshot={snapshot} search={search} setSearch={setSearch} />
            )}
          </Suspense>
        </>
      )}
    </div>
  );
}

function Metrics({
  snapshot,
  search,
  setSearch,
}: SearchProps<MetricsSearch> & { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const { data: outlooks } = useQuery(metricOutlooksQuery(session, request));
  const byId = useMemo(
    () => new Map((outlooks ?? []).map((outlook) => [outlook.id, outlook])),
    [outlooks],
  );
  const { q, verdict, set } = search;
  const shown = useMemo(
    () => snapshot.metrics.filter((metric) => matches(metric, { q, verdict, set })),
    [snapshot, q, verdict, set],
  );
  const chosen = snapshot.metrics.find(({ id }) => id === search.metric);
  return (
    <>
      {search.metric !== undefined && (
        <MetricDetail
          key={search.metric}
          metric={search.metric}
          samples={chosen?.samples ?? 0}
          search={search}
          setSearch={setSearch}
        />
      )}
      <Filters
        metrics={snapshot.metrics}
        q={q}
        verdict={verdict}
        set={set}
        sort={search.sort}
        setSearch={setSearch}
      />
      {shown.length === 0 && (
        <EmptyState
          kind="filtered"
          title={words.nothingMatches}
          action={
            <Button onClick={() => setSearch({ q: undefined, verdict: undefined, set: undefined })}>
              {words.showAll}
            </Button>
          }
        />
      )}
      <Groups metrics={shown} sort={search.sort} chosen={search.metric} outlooks={byId} />
    </>
  );
}

/** Every metric small, in groups; a change of the chart above is no concern of theirs. */
const Groups = memo(function Groups({
  metrics: all,
  sort,
  chosen,
  outlooks,
}: {
  readonly metrics: readonly MetricRow[];
  readonly sort: MetricsSearch['sort'];
  readonly chosen: string | undefined;
  readonly outlooks: ReadonlyMap<string, MetricOutlook>;
}): ReactNode {
  const words = useMetricsWords();
  const groups = orderedGroups(all, sort).map(([group, metrics]) => (
    <section key={group} className={styles.group} data-single={metrics.length === 1}>
      <header className={styles.groupHead}>
        <h2 className={styles.groupTitle}>
          <bdi>{group === '' ? words.ungrouped : group}</bdi>
        </h2>
        <span className={styles.groupNote}>{groupNote(metrics, words)}</span>
      </header>
      <ul className={styles.tiles}>
        {metrics.map((metric) => (
          <li key={metric.id} className={styles.cell}>
            <MetricTile
              metric={metric}
              outlook={outlooks.get(metric.id)}
              chosen={metric.id === chosen}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
  return <div className={styles.groups}>{groups}</div>;
});

function groupNote(
  metrics: readonly MetricRow[],
  words: ReturnType<typeof useMetricsWords>,
): string {
  const promised = metrics.filter(({ verdict }) => verdict !== 'no-target');
  if (promised.length === 0) return words.noTarget;
  const open = promised.filter(({ verdict }) => verdict !== 'passed').length;
  return words.groupCount(open, promised.length);
}

function Answer({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useMetricsWords();
  if (snapshot.metrics.length === 0) return words.none;
  const promised = snapshot.metrics.filter((metric) => metric.verdict !== 'no-target');
  if (promised.length === 0) return words.noTargets;
  const open = promised.filter((metric) => metric.verdict !== 'passed').length;
  return open === 0
    ? words.allMet(promised.length)
    : words.someMet(open, promised.length, (text) => <ToneText tone="failed">{text}</ToneText>);
}

/** Stands for every group in the choice; no group can be called so. */
const everyGroup = JSON.stringify(null);

type Filter = Pick<MetricsSearch, 'q' | 'verdict' | 'set' | 'sort'>;

const Filters = memo(function Filters({
  metrics,
  setSearch,
  ...search
}: Filter &
  Pick<SearchProps<MetricsSearch>, 'setSearch'> & {
    readonly metrics: readonly MetricRow[];
  }): ReactNode {
  const words = useMetricsWords();
  const states = useStateWords();
  const options = metricVerdicts
    .map((verdict): SegmentOption<(typeof metricVerdicts)[number]> & { count: number } => {
      const count = metrics.filter((metric) => metric.verdict === verdict).length;
      const word = verdict === 'no-target' ? words.withoutTarget : states.condition[verdict];
      return {
        value: verdict,
        count,
        label: `${word} ${count}`,
        icon: <StateGlyph tone={metricTone[verdict]} size={14} />,
      };
    })
    .filter((option) => option.count > 0);
  const groups = [...new Set(metrics.map(({ group }) => group ?? ''))];
  return (
    <div className={styles.filters}>
      <SearchField
        label={words.filter}
        value={search.q ?? ''}
        onChange={(q) => setSearch({ q: q === '' ? undefined : q }, { replace: true })}
      />
      {options.length > 1 && (
        <div className={styles.verdicts}>
          <ToggleSet
            label={words.byVerdict}
            options={options}
            value={search.verdict ?? []}
            onChange={(verdict) =>
              setSearch({ verdict: verdict.length === 0 ? undefined : verdict }, { replace: true })
            }
          />
        </div>
      )}
      {groups.length > 1 && (
        <Select
          label={words.byGroup}
          hideLabel
          value={search.set === undefined ? everyGroup : JSON.stringify(search.set)}
          options={[
            { value: everyGroup, label: words.allGroups },
            ...groups
              .filter((group) => group !== '')
              .map((group) => ({ value: JSON.stringify(group), label: group })),
          ]}
          onChange={(value) =>
            setSearch(
              { set: groups.find((group) => JSON.stringify(group) === value) },
              { replace: true },
            )
          }
        />
      )}
      <Select
        label={words.sortBy}
        hideLabel
        value={search.sort ?? 'risk'}
        options={(['risk', ...metricSorts] as const).map((value) => ({
          value,
          label: words.sorts[value],
        }))}
        onChange={(sort) =>
          setSearch({ sort: sort === 'risk' ? undefined : sort }, { replace: true })
        }
      />
    </div>
  );
});
