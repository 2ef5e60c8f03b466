import type { BudgetMonth, BudgetView } from '../../../derive/metrics/budget-views.ts';

/** A month of a budget, and how its money is written. */
export interface MonthPanelProps {
  readonly view: BudgetView;
  readonly month: BudgetMonth;
  readonly money: (value: number) => string;
  readonly onMonth: (month: string) => void;
}
