import type { ReactNode } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts';
import { toneColours } from '../../../ui/state.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { valueScale } from '../chart/scale.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './budgets.module.css';
import { burnDown } from './burn-down.ts';
import type { MonthProps } from './month-props.ts';

const axis = {
  stroke: 'var(--text-muted)',
  fontSize: 11,
  axisLine: false,
  tickLine: false,
} as const;
const margin = { top: 10, right: 12, bottom: 0, left: 0 };

/** What is left of the month's cap, and what each day cost. */
export function MonthCharts({ view: { budget }, month, money }: MonthProps): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  const { cap, days, daysOver } = month;
  const tick = (value: number): string => format.number(value) ?? '';
  const amounts = days.map((day) => day.spent ?? 0);
  const scale = valueScale(
    [Math.min(0, ...amounts), Math.max(budget.dailyCap ?? 0, ...amounts)],
    false,
  );
  const dayOf = (day: string): string => String(Number(day.slice(8)));
  return (
    <div className={styles.charts}>
      {cap !== undefined && (
        <figure
          className={styles.figure}
          aria-label={words.burnDownSummary(month.month, money(cap - month.spent), money(cap))}
        >
          <figcaption className={styles.figureTitle}>{words.burnDown}</figcaption>
          <ComposedChart
            responsive
            data={[...burnDown(month, cap)]}
            className={styles.plot ?? ''}
            margin={margin}
            accessibilityLayer={false}
          >
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis {...axis} dataKey="day" tickFormatter={dayOf} minTickGap={16} height={24} />
            <YAxis {...axis} width={58} tickFormatter={tick} />
            <ReferenceLine y={0} stroke="var(--text-muted)" />
            {budget.alertAt !== undefined && (
              <ReferenceLine
                y={cap * (1 - budget.alertAt)}
                stroke={toneColours('missing').fg}
                strokeDasharray="5 4"
                label={{
                  value: words.alertAt,
                  position: 'insideBottomRight',
                  fill: toneColours('missing').fg,
                  fontSize: 11,
                }}
              />
            )}
            <Line
              dataKey="even"
              stroke="var(--control-line)"
              strokeDasharray="2 3"
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="expected"
              stroke="var(--text-muted)"
              strokeDasharray="7 3"
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="left"
              stroke="var(--text)"
              strokeWidth={1.75}
              dot={false}
              connectNulls={false}
              isAnimationActive={false}
            />
          </ComposedChart>
          <ul className={styles.legend}>
            <LegendLine dash="" colour="var(--text)" text={words.remaining} />
            <LegendLine dash="2 3" colour="var(--control-line)" text={words.evenPace} />
            {month.forecast !== undefined && (
              <LegendLine dash="7 3" colour="var(--text-muted)" text={words.expectedCourse} />
            )}
          </ul>
        </figure>
      )}
      <figure
        className={styles.figure}
        aria-label={words.dailySummary(month.month, daysOver.length)}
      >
        <figcaption className={styles.figureTitle}>{words.daily}</figcaption>
        <BarChart
          responsive
          data={days.map(({ day, spent, isOver }) => ({ day, spent: spent ?? null, isOver }))}
          className={styles.plot ?? ''}
          margin={margin}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis {...axis} dataKey="day" tickFormatter={dayOf} minTickGap={16} height={24} />
          <YAxis
            {...axis}
            width={58}
            tickFormatter={tick}
            domain={[scale.low, scale.high]}
            ticks={[...scale.ticks]}
          />
          <Bar dataKey="spent" isAnimationActive={false}>
            {days.map(({ day, isOver }) => (
              <Cell key={day} fill={toneColours(isOver ? 'failed' : 'not-reached').line} />
            ))}
          </Bar>
          {budget.dailyCap !== undefined && (
            <ReferenceLine
              y={budget.dailyCap}
              stroke="var(--text-muted)"
              strokeDasharray="5 4"
              label={{
                value: `${words.dailyCap} ${money(budget.dailyCap)}`,
                position: 'insideBottomRight',
                fill: 'var(--text-muted)',
                fontSize: 11,
              }}
            />
          )}
        </BarChart>
      </figure>
    </div>
  );
}

function LegendLine({
  dash,
  colour,
  text,
}: {
  readonly dash: string;
  readonly colour: string;
  readonly text: string;
}): ReactNode {
  return (
    <li>
      <svg width={28} height={8} viewBox="0 0 28 8" aria-hidden="true">
        <line
          x1={0}
          x2={28}
          y1={4}
          y2={4}
          stroke={colour}
          strokeWidth={1.75}
          strokeDasharray={dash}
        />
      </svg>
      {text}
    </li>
  );
}
