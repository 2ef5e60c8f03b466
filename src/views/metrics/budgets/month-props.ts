import type { BudgetMonth, BudgetView } from '../../../derive/metrics/budget-views.ts';

/** A month of a budget, and how its money is written. */
export interface MonthProps {
  readonly view: BudgetView;
  readonly month: BudgetMonth;
  readonly money: (value: number) => string;
}

export interface MonthPanelProps extends MonthProps {
  readonly show: 'chart' | 'table';
  readonly onMonth: (month: string) => void;
  readonly onShow: (show: 'chart' | 'table') => void;
}
