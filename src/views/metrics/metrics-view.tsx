import type { ReactNode } from 'react';
import type { MetricRow, PlanSnapshot } from '../../derive/types.ts';
import { useSnapshot } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { metricTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { SearchField } from '../../ui/field.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { type SegmentOption, ToggleSet } from '../../ui/segmented-control.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { MetricPanel } from './metric-panel.tsx';
import { MetricTile } from './metric-tile.tsx';
import styles from './metrics.module.css';
import { type MetricsSearch, metricVerdicts } from './metrics-search.ts';
import { useMetricsWords } from './words.tsx';

/** Are we on target? Every metric small, the chosen one whole. */
export function MetricsView({ search, setSearch }: SearchProps<MetricsSearch>): ReactNode {
  const words = useMetricsWords();
  const snapshot = useSnapshot();
  const shown = snapshot.metrics.filter((metric) => matches(metric, search));
  return (
    <div className={styles.page}>
      <PageHeading question={words.question} answer={<Answer snapshot={snapshot} />} />
      {snapshot.metrics.length === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        <>
          {search.metric !== undefined && (
            <MetricPanel
              key={search.metric}
              metric={search.metric}
              onClose={() => setSearch({ metric: undefined })}
            />
          )}
          <Filters metrics={snapshot.metrics} search={search} setSearch={setSearch} />
          {shown.length === 0 && (
            <EmptyState
              kind="filtered"
              title={words.nothingMatches}
              action={
                <Button onClick={() => setSearch({ q: undefined, verdict: undefined })}>
                  {words.showAll}
                </Button>
              }
            />
          )}
          {groups(shown).map(([group, metrics]) => (
            <section key={group} className={styles.group}>
              <h2 className={styles.groupTitle}>
                <bdi>{group === '' ? words.ungrouped : group}</bdi>
              </h2>
              <ul className={styles.tiles}>
                {metrics.map((metric) => (
                  <li key={metric.id}>
                    <MetricTile metric={metric} chosen={metric.id === search.metric} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </div>
  );
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

function Filters({
  metrics,
  search,
  setSearch,
}: SearchProps<MetricsSearch> & { readonly metrics: readonly MetricRow[] }): ReactNode {
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
  return (
    <div className={styles.filters}>
      <SearchField
        label={words.filter}
        value={search.q ?? ''}
        onChange={(q) => setSearch({ q: q === '' ? undefined : q }, { replace: true })}
      />
      {options.length > 1 && (
        <ToggleSet
          label={words.byVerdict}
          options={options}
          value={search.verdict ?? []}
          onChange={(verdict) =>
            setSearch({ verdict: verdict.length === 0 ? undefined : verdict }, { replace: true })
          }
        />
      )}
    </div>
  );
}

function matches(metric: MetricRow, { q, verdict }: MetricsSearch): boolean {
  if (verdict !== undefined && !verdict.some((wanted) => wanted === metric.verdict)) return false;
  const text = q?.toLowerCase();
  return (
    text === undefined ||
    [metric.id, metric.title, metric.group ?? ''].some((candidate) =>
      candidate.toLowerCase().includes(text),
    )
  );
}

/** Groups in the order of the bundle, nameless the one without a group; inside a group what is nearest to its target or beyond first. */
function groups(metrics: readonly MetricRow[]): [string, readonly MetricRow[]][] {
  const byGroup = Map.groupBy(metrics, (metric) => metric.group ?? '');
  return [...byGroup].map(([group, members]) => [
    group,
    members.toSorted(
      (a, b) =>
        (a.headroom ?? Number.POSITIVE_INFINITY) - (b.headroom ?? Number.POSITIVE_INFINITY) || 0,
    ),
  ]);
}
