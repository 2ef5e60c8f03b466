import { exactSum, mean } from '../../lib/statistics.ts';
import { z95 } from '../../lib/statistics-normal.ts';
import { formatInstant, parseTimestamp } from '../../lib/timestamp.ts';
import type { EvidenceId } from '../../model/ids.ts';
import type { Budget } from '../../model/metric.ts';
import { type BudgetDetail, budgetDetails } from '../budgets.ts';
import type { DeriveContext } from '../context.ts';
import { type Columns, columnsOf } from './columns.ts';

const DAY = 86_400_000;

export interface BudgetDay {
  /** ISO 8601 date, UTC. */
  readonly day: string;
  /** Absent: no row, or a row without a value. */
  readonly spent?: number;
  /** Known spending of the month up to the end of the day. */
  readonly total: number;
  readonly isOver: boolean;
}

/** What the month would cost if the days to come were like those that are known. */
export interface Forecast {
  /** Mean of the known days of the month. */
  readonly perDay: number;
  readonly knownDays: number;
  /** Days to come and days without a value. */
  readonly openDays: number;
  readonly total: number;
  /** 95 % of such months end inside; absent for fewer than five known days. */
  readonly interval?: readonly [number, number];
  /** The first day on which the monthly cap would be passed. */
  readonly passesCapOn?: string;
  /** The first day on which the alert would be due. */
  readonly alertDueOn?: string;
}

export interface BudgetMonth {
  /** `2026-10`. */
  readonly month: string;
  /** Every day of the month, those to come too. */
  readonly days: readonly BudgetDay[];
  /** Sum of what is known. */
  readonly spent: number;
  readonly cap?: number;
  /** Days that are over at the instant of judgement, from the first known one on, without a value. */
  readonly missingDays: readonly string[];
  readonly daysOver: readonly string[];
  /** Days with a value, of which `daysOver` are over. */
  readonly knownDays: number;
  readonly isOver: boolean;
  /** When the known spending reached the share at which an alert is due. */
  readonly alertDueAt?: string;
  /** The first alert of the month. */
  readonly alert?: { readonly at: string; readonly text?: string };
  readonly capReachedAt?: string;
  /** Seconds from the alert until the cap was reached. */
  readonly lead?: number;
  /** Only for the month that is not over at the instant of judgement. */
  readonly forecast?: Forecast;
}

export interface StatedCap {
  readonly path: string;
  readonly evidence?: EvidenceId;
  readonly dailyCap?: number;
  readonly monthlyCap?: number;
  readonly differs: { readonly daily: boolean; readonly monthly: boolean };
}

export interface BudgetView extends BudgetDetail {
  /** Oldest first; none where no spending is known. */
  readonly months: readonly BudgetMonth[];
  readonly stated: readonly StatedCap[];
  /** Where the spending was read from. */
  readonly spendTitle?: string;
  /** The spending is measured in another unit, so that it is not drawn against the caps. */
  readonly unitDiffers: boolean;
}

/** Every budget with its months, and every place that states a cap beside the budget's own. */
export function budgetViews(context: DeriveContext): readonly BudgetView[] {
  return budgetDetails(context).map((detail) => {
    const { budget } = detail;
    const spend =
      budget.spend === undefined ? undefined : context.project.index.metrics.get(budget.spend);
    const unitDiffers = spend !== undefined && spend.unit !== budget.currency;
    return {
      ...detail,
      months:
        spend === undefined || unitDiffers
          ? []
          : monthsOf(budget, columnsOf(context, spend), parseTimestamp(context.verdicts.asOf)),
      stated: (budget.statedIn ?? []).map(({ source, evidence, dailyCap, monthlyCap }) => ({
        path: source.path,
        ...(evidence === undefined ? {} : { evidence }),
        ...(dailyCap === undefined ? {} : { dailyCap }),
        ...(monthlyCap === undefined ? {} : { monthlyCap }),
        differs: {
          daily: dailyCap !== undefined && dailyCap !== budget.dailyCap,
          monthly: monthlyCap !== undefined && monthlyCap !== budget.monthlyCap,
        },
      })),
      ...(spend === undefined ? {} : { spendTitle: spend.title }),
      unitDiffers,
    };
  });
}

/** Months from the first to the last point, in UTC. */
export function monthsOf(budget: Budget, columns: Columns, asOf: number): readonly BudgetMonth[] {
  const { t } = columns;
  if (t.length === 0) return [];
  const known = spendByDay(columns);
  const firstDay = Math.floor((t[0] ?? 0) / DAY);
  const lastDay = Math.floor((t[t.length - 1] ?? 0) / DAY);
  const months: BudgetMonth[] = [];
  for (let start = monthStart(firstDay); start <= lastDay; start = nextMonth(start)) {
    months.push(monthOf(budget, columns, known, start, { firstDay, asOf }));
  }
  return months;
}

/** Spend of each day that has a value in every row; a row without one leaves the day open. */
function spendByDay({ t, v }: Columns): ReadonlyMap<number, { spent: number; isWhole: boolean }> {
  const rows = new Map<number, number[]>();
  for (let at = 0; at < t.length; at += 1) {
    const day = Math.floor((t[at] ?? 0) / DAY);
    const list = rows.get(day);
    const value = v[at] ?? Number.NaN;
    if (list === undefined) rows.set(day, [value]);
    else list.push(value);
  }
  return new Map(
    [...rows].map(([day, values]) => {
      const numbers = values.filter((value) => !Number.isNaN(value));
      const isWhole = numbers.length === values.length;
      return [day, { spent: exactSum(numbers), isWhole }];
    }),
  );
}

function monthOf(
  budget: Budget,
  columns: Columns,
  known: ReturnType<typeof spendByDay>,
  start: number,
  { firstDay, asOf }: { readonly firstDay: number; readonly asOf: number },
): BudgetMonth {
  const { dailyCap, monthlyCap: cap, alertAt } = budget;
  const today = Math.floor(asOf / DAY);
  const end = nextMonth(start);
  const days: BudgetDay[] = [];
  const amounts: number[] = [];
  const missingDays: string[] = [];
  const whole: number[] = [];
  for (let day = start; day < end; day += 1) {
    const found = known.get(day);
    if (found !== undefined) amounts.push(found.spent);
    if (found?.isWhole === true) whole.push(found.spent);
    else if (day >= firstDay && day < today) missingDays.push(dayName(day));
    const isKnown = found !== undefined && (found.isWhole || found.spent !== 0);
    days.push({
      day: dayName(day),
      ...(isKnown ? { spent: found.spent } : {}),
      total: exactSum(amounts),
      isOver: dailyCap !== undefined && found !== undefined && found.spent > dailyCap,
    });
  }
  const spent = exactSum(amounts);
  const daysOver = days.filter(({ isOver }) => isOver).map(({ day }) => day);
  const isRunning = today >= start && today < end;
  const month = dayName(start).slice(0, 7);
  return {
    month,
    days,
    spent,
    ...(cap === undefined ? {} : { cap }),
    missingDays,
    daysOver,
    knownDays: whole.length,
    isOver: cap !== undefined && spent > cap,
    ...alertOf(budget, columns, month, alertAt),
    ...(isRunning && whole.length > 0
      ? { forecast: forecastOf(budget, whole, days, spent, end - start) }
      : {}),
  };
}

function alertOf(
  { monthlyCap, alerts }: Budget,
  { t, v }: Columns,
  month: string,
  alertAt: number | undefined,
) {
  const isOfMonth = (time: number): boolean => formatInstant(time).slice(0, 7) === month;
  const first = (alerts ?? [])
    .filter(({ at }) => isOfMonth(parseTimestamp(at)))
    .sort((a, b) => parseTimestamp(a.at) - parseTimestamp(b.at))[0];
  let due: number | undefined;
  let reached: number | undefined;
  const spent: number[] = [];
  for (let at = 0; at < t.length; at += 1) {
    const time = t[at] ?? 0;
    if (!isOfMonth(time) || Number.isNaN(v[at] ?? Number.NaN)) continue;
    spent.push(v[at] ?? 0);
    if (monthlyCap === undefined) continue;
    const sum = exactSum(spent);
    if (alertAt !== undefined && sum >= alertAt * monthlyCap) due ??= time;
    if (sum >= monthlyCap) reached ??= time;
  }
  const lead =
    first === undefined || reached === undefined
      ? undefined
      : (reached - parseTimestamp(first.at)) / 1000;
  return {
    ...(due === undefined ? {} : { alertDueAt: formatInstant(due) }),
    ...(first === undefined ? {} : { alert: first }),
    ...(reached === undefined ? {} : { capReachedAt: formatInstant(reached) }),
    ...(lead === undefined ? {} : { lead }),
  };
}

const leastForInterval = 5;

/**
 * Known days stand as they are, and each open day costs their mean. The interval is that of a sum of
 * independent days with one mean and one spread, both estimated from the known ones:
 * `k·s² + k²·s²/n` for `k` open days and `n` known ones.
 */
function forecastOf(
  { monthlyCap, alertAt }: Budget,
  whole: readonly number[],
  days: readonly BudgetDay[],
  spent: number,
  length: number,
): Forecast {
  const n = whole.length;
  const k = length - n;
  const perDay = mean(whole) ?? 0;
  // A day that is known in part is an open one: what is known of it is inside its mean.
  const total = exactSum(whole) + k * perDay;
  const square = whole.reduce((sum, value) => sum + (value - perDay) ** 2, 0) / Math.max(1, n - 1);
  const half = z95 * Math.sqrt(k * square + (k * k * square) / n);
  const last = days.findLastIndex((day) => day.spent !== undefined);
  const open = days.slice(0, last + 1).filter((day) => day.spent === undefined).length;
  let running = spent + open * perDay;
  let passesCapOn: string | undefined;
  let alertDueOn: string | undefined;
  for (const { day } of days.slice(last + 1)) {
    running += perDay;
    if (monthlyCap === undefined) continue;
    if (alertAt !== undefined && running >= alertAt * monthlyCap) alertDueOn ??= day;
    if (running > monthlyCap) passesCapOn ??= day;
  }
  const isDue = monthlyCap !== undefined && alertAt !== undefined && spent >= alertAt * monthlyCap;
  return {
    perDay,
    knownDays: n,
    openDays: k,
    total,
    ...(n < leastForInterval ? {} : { interval: [Math.max(spent, total - half), total + half] }),
    ...(passesCapOn === undefined ? {} : { passesCapOn }),
    ...(alertDueOn === undefined || isDue ? {} : { alertDueOn }),
  };
}

function dayName(day: number): string {
  return formatInstant(day * DAY).slice(0, 10);
}

/** The first day of the month of a day. */
function monthStart(day: number): number {
  return dayNumber(`${dayName(day).slice(0, 8)}01`);
}

function nextMonth(start: number): number {
  return monthStart(start + 31);
}

function dayNumber(name: string): number {
  return Math.floor(parseTimestamp(`${name}T00:00:00Z`) / DAY);
}
