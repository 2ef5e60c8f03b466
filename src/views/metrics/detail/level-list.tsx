import { memo, type ReactNode } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { MetricStudy } from '../../../derive/metrics/study.ts';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { formatValue } from '../../../parts/quantity.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './detail.module.css';

const mostListed = 12;

/** When the values moved to another level, and by which method that was found. */
export const LevelList = memo(function LevelList({
  picture: { row },
  study: { levels, averaged, samples },
}: {
  readonly picture: MetricPicture;
  readonly study: MetricStudy;
}): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  if (samples < 6) return null;
  const say = (value: number): string => formatValue(value, row.unit, format.locale);
  const changes = levels.slice(1).map((level, at) => {
    const before = levels[at]?.mean ?? level.mean;
    const difference = level.mean - before;
    return { level, before, difference };
  });
  return (
    <Disclosure summary={`${words.changesTitle}: ${changes.length}`}>
      <div className={styles.section}>
        {changes.length === 0 ? (
          <p className={styles.remark}>{words.noChanges}</p>
        ) : (
          <ul className={styles.list}>
            {changes.slice(0, mostListed).map(({ level, before, difference }) => (
              <li key={level.from}>
                {formatMoment(level.from, format.locale)}:{' '}
                {words.changeLine(
                  say(before),
                  say(level.mean),
                  `${difference > 0 ? '+' : ''}${say(difference)}`,
                )}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.note}>{words.changesWhy(averaged)}</p>
      </div>
    </Disclosure>
  );
});
