import type { ReactNode } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { GateLink } from '../../../parts/links.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { metricTone } from '../../../parts/tones.ts';
import { SafeText } from '../../../ui/safe-text.tsx';
import { toneColours } from '../../../ui/state.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { type ChartModel, seriesFaces } from '../chart/chart-model.ts';
import { Sample } from '../chart/sample.tsx';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import type { OtherSeries } from './chart-data.ts';
import styles from './detail.module.css';

/** Which line is which, with a switch for each where there are several; then what is marked. */
export function Legend({
  picture,
  others,
  model,
  search,
  setSearch,
}: SearchProps<MetricsSearch> & {
  readonly picture: MetricPicture;
  readonly others: readonly OtherSeries[];
  readonly model: ChartModel;
}): ReactNode {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const { metric, row } = picture;
  const all = [{ id: String(metric.id), title: row.title }, ...others];
  const hidden = search.hide ?? [];
  const shown = model.marks.filter(({ t }) => t >= model.from && t <= model.to);
  const toggle = (id: string): void => {
    const next = hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id];
    setSearch({ hide: next.length === 0 ? undefined : next }, { replace: true });
  };
  return (
    <>
      {others.length > 0 && (
        <fieldset className={styles.legend}>
          <legend className={styles.legendTitle}>{words.legend}</legend>
          {all.map(({ id, title }, at) => (
            <label key={id} className={styles.legendItem}>
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                aria-label={words.showSeries(title)}
                onChange={() => toggle(id)}
              />
              <Sample
                face={seriesFaces[at % seriesFaces.length]}
                colour={at === 0 ? toneColours(metricTone[row.verdict]).fg : 'var(--text-muted)'}
              />
              <SafeText text={title} />
            </label>
          ))}
        </fieldset>
      )}
      {shown.length > 0 && (
        <p className={styles.note}>
          {words.marksTitle}:{' '}
          {shown.map(({ id, t, title }, at) => {
            const gate = picture.marks[Number(id)]?.gate;
            const text = <SafeText text={title} />;
            return (
              <span key={id}>
                {at > 0 && ' · '}
                {gate === undefined ? text : <GateLink gate={gate}>{text}</GateLink>},{' '}
                {formatMoment(t, locale)}
              </span>
            );
          })}
        </p>
      )}
    </>
  );
}
