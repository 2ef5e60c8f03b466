import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MetricComparison } from '../../../derive/metrics/compare.ts';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { formatValue } from '../../../parts/quantity.ts';
import { metricComparisonQuery } from '../../../queries/metric-options.ts';
import { SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { HeadCell, WideTable } from '../../../ui/wide-table.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import type { MetricsSearch } from '../metrics-search.ts';
import { pText } from '../words/en-compare.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import { type OtherSeries, spanOf } from './chart-data.ts';
import styles from './detail.module.css';
import { baseSeries } from './use-others.ts';

/** What differs between the metric and each series that is drawn along, in figures and in a test. */
export function ComparisonPanel({
  picture,
  others,
  search,
}: {
  readonly picture: MetricPicture;
  readonly others: readonly OtherSeries[];
  readonly search: MetricsSearch;
}): ReactNode {
  return others.map((other) => (
    <Comparison key={other.id} picture={picture} other={other} search={search} />
  ));
}

function Comparison({
  picture: { metric, row },
  other,
  search,
}: {
  readonly picture: MetricPicture;
  readonly other: OtherSeries;
  readonly search: MetricsSearch;
}): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const isBase = search.base !== undefined && other.id === baseSeries(search.base);
  // The earlier revision comes first: a difference says what changed since.
  const here = { metric: metric.id };
  const there = isBase
    ? { metric: metric.id, revision: search.base ?? '' }
    : { metric: String(other.picture.metric.id) };
  const [first, second] = isBase ? [there, here] : [here, there];
  const titles = isBase ? ([other.title, row.title] as const) : ([row.title, other.title] as const);
  const { data, error } = useQuery(
    metricComparisonQuery(session, request, first, second, spanOf(search)),
  );
  if (error !== null) throw error;
  return (
    <section className={styles.section} aria-label={words.comparison(...titles)}>
      <h3 className={styles.heading}>
        <SafeText text={words.comparison(...titles)} />
      </h3>
      {data === undefined ? (
        <SkeletonRows rows={5} rowHeight={32} />
      ) : (
        <Figures comparison={data} titles={titles} />
      )}
    </section>
  );
}

function Figures({
  comparison,
  titles,
}: {
  readonly comparison: MetricComparison;
  readonly titles: readonly [string, string];
}): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  if (comparison.kind === 'units-differ') {
    return <p className={styles.remark}>{words.unitsDiffer(...comparison.units)}</p>;
  }
  if (comparison.kind !== 'compared') {
    const text = comparison.kind === 'no-metric' ? words.noMetric : words.noSamples;
    return <p className={styles.remark}>{text}</p>;
  }
  const { unit, lines, test } = comparison;
  const say = (value: number): string => formatValue(value, unit, format.locale);
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${say(value)}`;
  return (
    <>
      <WideTable
        label={words.comparison(...titles)}
        least={480}
        framed
        head={
          <>
            <HeadCell>{words.difference}</HeadCell>
            <HeadCell end>
              <SafeText text={titles[0]} />
            </HeadCell>
            <HeadCell end>
              <SafeText text={titles[1]} />
            </HeadCell>
            <HeadCell end>{words.absolute}</HeadCell>
            <HeadCell end>{words.relative}</HeadCell>
          </>
        }
      >
        {lines.map(({ of, first, second, difference, relative }) => (
          <tr key={of}>
            <th scope="row">{words.figures[of]}</th>
            <td className={styles.number}>{say(first)}</td>
            <td className={styles.number}>{say(second)}</td>
            <td className={styles.number}>{signed(difference)}</td>
            <td className={styles.number}>
              {relative === undefined
                ? '–'
                : `${relative > 0 ? '+' : ''}${format.percent(relative, { digits: 1 }) ?? ''}`}
            </td>
          </tr>
        ))}
      </WideTable>
      <p>
        <SafeText
          text={words.statement({
            isDifferent: test.p < 0.05,
            p: pText(test.p, (value) => format.number(value, { digits: 3 })),
            method: test.method,
            sizes: test.sizes,
            u: format.number(test.u, { digits: 1 }) ?? '',
            greater: format.percent(test.greater, { digits: 1 }) ?? '',
            first: titles[0],
            second: titles[1],
          })}
        />{' '}
        {words.shift(
          signed(test.shift),
          test.interval === undefined ? undefined : say(test.interval[0]),
          test.interval === undefined ? undefined : say(test.interval[1]),
        )}
      </p>
      <p className={styles.note}>{words.assumption}</p>
    </>
  );
}
