import type { ReactNode } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  Line,
  LineChart,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { MetricStudy } from '../../../derive/metrics/study.ts';
import { formatTarget, formatValue } from '../../../parts/quantity.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { toneColours } from '../../../ui/state.ts';
import { HeadCell, WideTable } from '../../../ui/wide-table.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { valueScale } from '../chart/scale.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './detail.module.css';
import { NoPoints } from './no-points.tsx';

interface DistributionProps {
  readonly picture: MetricPicture;
  readonly study: MetricStudy | undefined;
  readonly isBeyond: (value: number) => boolean;
}

/** How often the values occur: as bins, or as the share of samples at most as great. */
export function Distribution({
  view,
  ...props
}: DistributionProps & { readonly view: 'histogram' | 'percentiles' }): ReactNode {
  const { study } = props;
  if (study === undefined) return <SkeletonRows rows={6} rowHeight={48} />;
  if (study.samples === 0) {
    return <NoPoints metric={props.picture.metric} />;
  }
  return view === 'histogram' ? (
    <Histogram {...props} study={study} />
  ) : (
    <Percentiles {...props} study={study} />
  );
}

type Known = DistributionProps & { readonly study: MetricStudy };

const axis = {
  stroke: 'var(--text-muted)',
  fontSize: 11,
  axisLine: false,
  tickLine: false,
} as const;

function Histogram({ picture: { row }, study, isBeyond }: Known): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  const { bins, samples } = study;
  const say = (value: number): string => formatValue(value, row.unit, format.locale);
  const summary = words.histogramSummary(bins.length, samples);
  const data = bins.map((bin) => ({ ...bin, middle: (bin.from + bin.to) / 2 }));
  const [low, high] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const target = row.target?.value;
  return (
    <figure className={styles.figure} aria-label={summary}>
      <BarChart
        responsive
        data={data}
        className={styles.plot ?? ''}
        margin={{ top: 14, right: 16, bottom: 0, left: 0 }}
        barCategoryGap={1}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          {...axis}
          dataKey="middle"
          type="number"
          domain={[
            Math.min(low, target ?? low),
            low === high ? high + 1 : Math.max(high, target ?? high),
          ]}
          tickFormatter={(value: number) => format.number(value) ?? ''}
          height={26}
        />
        <YAxis {...axis} width={58} allowDecimals={false} />
        <Bar dataKey="count" isAnimationActive={false}>
          {data.map((bin) => {
            // A bin that holds the target itself is neutral: it has samples of both sides.
            const tone = isBeyond(bin.from) && isBeyond(bin.to) ? 'failed' : 'not-reached';
            return <Cell key={bin.from} fill={toneColours(tone).line} />;
          })}
        </Bar>
        {target !== undefined && (
          <ReferenceLine
            x={target}
            stroke="var(--text-muted)"
            strokeDasharray="5 4"
            label={{
              value: words.target(
                row.target === undefined ? '' : formatTarget(row.target, row.unit, format.locale),
              ),
              position: 'insideTopRight',
              fill: 'var(--text-muted)',
              fontSize: 11,
            }}
          />
        )}
      </BarChart>
      <WideTable
        label={summary}
        least={280}
        head={
          <>
            <HeadCell>{words.range}</HeadCell>
            <HeadCell end>{words.binCount}</HeadCell>
          </>
        }
      >
        {bins.map((bin) => (
          <tr key={bin.from}>
            <th scope="row">{words.binRange(say(bin.from), say(bin.to))}</th>
            <td className={styles.number}>{format.number(bin.count)}</td>
          </tr>
        ))}
      </WideTable>
      <p className={styles.note}>{words.histogramRule}</p>
    </figure>
  );
}

function Percentiles({ picture: { row }, study }: Known): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  const { percentiles, quantiles } = study;
  const say = (value: number | undefined): string =>
    value === undefined ? words.noValue : formatValue(value, row.unit, format.locale);
  const of = (percent: number): number | undefined =>
    percentiles.find((entry) => entry.percent === percent)?.value;
  const summary = words.percentileSummary(say(of(50)), say(of(95)));
  const target = row.target?.value;
  const ends = [quantiles[0], quantiles.at(-1), target].filter((value) => value !== undefined);
  const scale = valueScale([Math.min(...ends), Math.max(...ends)], false);
  return (
    <figure className={styles.figure} aria-label={summary}>
      <LineChart
        responsive
        data={quantiles.map((value, percent) => ({ percent, value }))}
        className={styles.plot ?? ''}
        margin={{ top: 14, right: 16, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          {...axis}
          dataKey="percent"
          type="number"
          domain={[0, 100]}
          ticks={[0, 25, 50, 75, 90, 95, 100]}
          tickFormatter={(value: number) => `${value}%`}
          height={26}
        />
        <YAxis
          {...axis}
          width={58}
          domain={[scale.low, scale.high]}
          ticks={[...scale.ticks]}
          tickFormatter={(value: number) => format.number(value) ?? ''}
        />
        {[50, 90, 95, 99].map((percent) => (
          <ReferenceLine
            key={percent}
            x={percent}
            stroke="var(--line-strong)"
            strokeDasharray="2 3"
          />
        ))}
        {target !== undefined && (
          <ReferenceLine y={target} stroke="var(--text-muted)" strokeDasharray="5 4" />
        )}
        <Line
          dataKey="value"
          type="stepBefore"
          stroke="var(--text)"
          strokeWidth={1.5}
          dot={false}
          isAnimationActive={false}
        />
      </LineChart>
      <WideTable
        label={summary}
        least={280}
        head={
          <>
            <HeadCell>{words.percent}</HeadCell>
            <HeadCell end>{words.value}</HeadCell>
          </>
        }
      >
        {percentiles.map(({ percent, value }) => (
          <tr key={percent}>
            <th scope="row">{percent}%</th>
            <td className={styles.number}>{say(value)}</td>
          </tr>
        ))}
      </WideTable>
      <p className={styles.note}>{words.percentileRule}</p>
    </figure>
  );
}
