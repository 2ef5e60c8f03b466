import type { ReactNode } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { CategoryRow, MetricStudy } from '../../../derive/metrics/study.ts';
import { formatValue } from '../../../parts/quantity.ts';
import { SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { HeadCell, WideTable } from '../../../ui/wide-table.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import bars from './category-table.module.css';
import styles from './detail.module.css';

/** The samples by category: how many, how they are spread, and how many succeed. */
export function CategoryTable({
  picture: { row },
  study,
}: {
  readonly picture: MetricPicture;
  readonly study: MetricStudy | undefined;
}): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  if (study === undefined) return <SkeletonRows rows={6} rowHeight={32} />;
  const { categories, categoriesLeftOut } = study;
  const hasRates = categories.some(({ rate }) => rate !== undefined);
  const say = (value: number): string => formatValue(value, row.unit, format.locale);
  const most = Math.max(...categories.map(({ share }) => share), 0);
  return (
    <div className={styles.section}>
      <WideTable
        label={words.categoriesTitle}
        least={560}
        framed
        head={
          <>
            <HeadCell>{words.category}</HeadCell>
            <HeadCell end>{words.binCount}</HeadCell>
            <HeadCell>{words.categoryShare}</HeadCell>
            {hasRates ? (
              <>
                <HeadCell end>{words.success}</HeadCell>
                <HeadCell end>{words.interval}</HeadCell>
              </>
            ) : (
              <>
                <HeadCell end>{words.median}</HeadCell>
                <HeadCell end>p95</HeadCell>
                <HeadCell end>{words.beyondShort}</HeadCell>
              </>
            )}
          </>
        }
      >
        {categories.map((category) => (
          <tr key={category.name}>
            <th scope="row">
              <SafeText text={category.name} />
            </th>
            <td className={styles.number}>{format.number(category.samples)}</td>
            <td>
              <span className={bars.bar} style={{ width: `${(category.share / most) * 60}%` }} />{' '}
              {format.percent(category.share, { digits: 1 })}
            </td>
            {hasRates ? (
              <Rate category={category} />
            ) : (
              <>
                <td className={styles.number}>{say(category.median)}</td>
                <td className={styles.number}>{say(category.p95)}</td>
                <td className={styles.number}>
                  {category.beyond === undefined ? '–' : format.number(category.beyond)}
                </td>
              </>
            )}
          </tr>
        ))}
      </WideTable>
      {categoriesLeftOut > 0 && (
        <p className={styles.note}>{words.categoriesMore(categoriesLeftOut)}</p>
      )}
      {hasRates && <p className={styles.note}>{words.wilsonRule}</p>}
    </div>
  );
}

function Rate({ category: { rate } }: { readonly category: CategoryRow }): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  if (rate === undefined) {
    return (
      <>
        <td className={styles.number}>–</td>
        <td className={styles.number}>–</td>
      </>
    );
  }
  const share = (value: number): string => format.percent(value, { digits: 1 }) ?? '';
  return (
    <>
      <td className={styles.number}>
        {words.rateText(share(rate.share), rate.successes, rate.of)}
      </td>
      <td className={styles.number}>{words.binRange(share(rate.low), share(rate.high))}</td>
    </>
  );
}
