import type { ReactNode } from 'react';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { parseTimestamp } from '../../../lib/timestamp.ts';
import { Meter } from '../../../ui/bars.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { type KeyValue, KeyValueList } from '../../../ui/key-values.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Select } from '../../../ui/select.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import styles from './budgets.module.css';
import { MonthCharts } from './month-charts.tsx';
import type { MonthPanelProps, MonthProps } from './month-props.ts';

/** One month of a budget: spent against the cap, day by day, with what is to be expected. */
export function MonthPanel({
  view,
  month,
  money,
  show,
  onMonth,
  onShow,
}: MonthPanelProps): ReactNode {
  const words = useMetricsWords();
  const { budget, months } = view;
  const { spent, cap, isOver } = month;
  const alertAt =
    budget.alertAt === undefined || cap === undefined ? undefined : budget.alertAt * cap;
  return (
    <div className={styles.month}>
      <div className={styles.monthHead}>
        <Select
          label={words.month}
          hideLabel
          value={month.month}
          options={months.map(({ month: name }) => ({ value: name, label: name }))}
          onChange={onMonth}
        />
        <SegmentedControl
          label={words.view}
          value={show}
          onChange={onShow}
          options={[
            { value: 'chart', label: words.asChart },
            { value: 'table', label: words.asTable },
          ]}
        />
      </div>
      {cap === undefined ? (
        <p>{words.spentOnly(money(spent))}</p>
      ) : (
        <Meter
          label={`${words.spending} ${month.month}`}
          value={spent}
          max={cap}
          valueText={`${words.spentOf(money(spent), money(cap))}, ${
            isOver ? words.over(money(spent - cap)) : words.left(money(cap - spent))
          }`}
          tone={
            isOver ? 'failed' : alertAt !== undefined && spent >= alertAt ? 'missing' : 'passed'
          }
          {...(alertAt === undefined ? {} : { mark: alertAt })}
        />
      )}
      {show === 'chart' ? (
        <MonthCharts view={view} month={month} money={money} />
      ) : (
        <Days month={month} money={money} />
      )}
      <MonthFacts view={view} month={month} money={money} />
    </div>
  );
}

function MonthFacts({ view: { budget }, month, money }: MonthProps): ReactNode {
  const words = useMetricsWords();
  const format = useFormat();
  const { daysOver, knownDays, missingDays, alertDueAt, alert, capReachedAt, lead, forecast } =
    month;
  const at = (time: string): string => formatMoment(parseTimestamp(time), format.locale);
  const facts: KeyValue[] = [];
  if (budget.dailyCap !== undefined) {
    facts.push({
      id: 'days',
      name: words.dailyCap,
      value: (
        <>
          {daysOver.length === 0
            ? words.noDaysOver(knownDays)
            : `${words.daysOver(daysOver.length, knownDays)}: ${daysOver.join(', ')}`}
          {missingDays.length > 0 && (
            <span className={styles.quiet}>
              {words.missingDays(missingDays.length)}: {missingDays.join(', ')}
            </span>
          )}
        </>
      ),
    });
  }
  if (budget.alertAt !== undefined) {
    facts.push({
      id: 'due',
      name: words.alertDue,
      value: alertDueAt === undefined ? words.notDue : at(alertDueAt),
    });
    facts.push({
      id: 'came',
      name: words.alertCame,
      value:
        alert === undefined ? (
          words.noAlert
        ) : (
          <>
            {at(alert.at)} {alert.text !== undefined && <SafeText text={`(${alert.text})`} />}
          </>
        ),
    });
  }
  if (month.cap !== undefined) {
    facts.push({
      id: 'reached',
      name: words.capReached,
      value: capReachedAt === undefined ? words.notReached : at(capReachedAt),
    });
  }
  if (lead !== undefined) {
    facts.push({ id: 'lead', name: words.lead, value: format.duration(lead * 1000) ?? '' });
  }
  if (forecast !== undefined) {
    const { total, interval, perDay, passesCapOn, alertDueOn } = forecast;
    const round = (value: number): string => money(Math.round(value));
    facts.push({
      id: 'forecast',
      name: words.forecast,
      value: (
        <>
          {words.forecastText(
            round(total),
            interval === undefined ? undefined : round(interval[0]),
            interval === undefined ? undefined : round(interval[1]),
          )}{' '}
          {month.cap !== undefined &&
            (passesCapOn === undefined ? words.staysUnder : words.passesOn(passesCapOn))}{' '}
          {alertDueOn !== undefined && words.alertDueOn(alertDueOn)}
          <span className={styles.quiet}>
            {words.forecastWhy(money(perDay), forecast.knownDays, forecast.openDays)}
          </span>
        </>
      ),
    });
  }
  return <KeyValueList items={facts} />;
}

/** The twin of the charts for reading. */
function Days({ month, money }: Pick<MonthProps, 'month' | 'money'>): ReactNode {
  const words = useMetricsWords();
  const { cap } = month;
  return (
    <DataTable
      label={`${words.daily} ${month.month}`}
      rows={month.days}
      rowKey={({ day }) => day}
      height={320}
      columns={[
        { id: 'day', header: words.day, cell: ({ day }) => day, sortValue: ({ day }) => day },
        {
          id: 'spent',
          header: words.spent,
          align: 'end',
          cell: ({ spent, isOver }) =>
            spent === undefined
              ? words.unknownDay
              : `${money(spent)}${isOver ? `, ${words.overCap}` : ''}`,
          sortValue: ({ spent }) => spent,
        },
        {
          id: 'left',
          header: words.remaining,
          align: 'end',
          cell: ({ total, spent }) =>
            cap === undefined || spent === undefined ? '–' : money(cap - total),
          sortValue: ({ total }) => -total,
        },
      ]}
    />
  );
}
