import type { BudgetMonth } from '../../../derive/metrics/budget-views.ts';

export interface BurnDownDay {
  readonly day: string;
  /** What is left at the end of the day; `null` for a day without a value. */
  readonly left: number | null;
  /** What would be left if every day cost the same and the cap lasted exactly. */
  readonly even: number;
  /** What will be left by the forecast; `null` before it begins. */
  readonly expected: number | null;
}

/** What is left of the cap day by day, beside an even pace and the forecast. */
export function burnDown(
  { days, forecast, spent }: BudgetMonth,
  cap: number,
): readonly BurnDownDay[] {
  const last = days.findLastIndex((day) => day.spent !== undefined);
  const end = forecast === undefined ? undefined : cap - forecast.total;
  const rest = days.length - 1 - last;
  return days.map(({ day, total, spent: own }, at) => ({
    day,
    left: own === undefined ? null : cap - total,
    even: cap * (1 - (at + 1) / days.length),
    expected:
      end === undefined || at < last || rest <= 0
        ? null
        : cap - spent + ((end - (cap - spent)) * (at - last)) / rest,
  }));
}
