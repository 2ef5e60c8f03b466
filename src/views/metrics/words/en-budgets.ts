import { formatCount } from '../../../lib/format/list.ts';
import type { BudgetCondition } from '../../../model/condition.ts';

export interface BudgetWords {
  readonly noBudgets: string;
  readonly noBudgetsWhy: string;
  readonly dailyCap: string;
  readonly monthlyCap: string;
  readonly phase: string;
  readonly alertAt: string;
  readonly alertAtText: (share: string, amount: string) => string;
  readonly leadWanted: string;
  readonly leadText: (length: string) => string;
  readonly channels: string;
  readonly variance: string;
  readonly varianceText: (share: string) => string;
  readonly ceilings: string;
  readonly provider: string;
  readonly tokens: string;
  readonly models: string;
  readonly anyModel: string;
  readonly ceilingsUnmeasured: string;
  readonly promises: string;
  readonly checks: Readonly<Record<BudgetCondition['check'], string>>;
  readonly thirtyDays: (thirty: string, cap: string) => string;
  readonly months: string;
  readonly month: string;
  readonly noSpending: string;
  readonly unitDiffers: string;
  readonly spentOf: (spent: string, cap: string) => string;
  readonly spentOnly: (spent: string) => string;
  readonly left: (amount: string) => string;
  readonly over: (amount: string) => string;
  readonly daysOver: (days: number, known: number) => string;
  readonly noDaysOver: (known: number) => string;
  readonly missingDays: (count: number) => string;
  readonly alertDue: string;
  readonly alertCame: string;
  readonly noAlert: string;
  readonly notDue: string;
  readonly capReached: string;
  readonly notReached: string;
  readonly lead: string;
  readonly forecast: string;
  readonly forecastText: (
    total: string,
    low: string | undefined,
    high: string | undefined,
  ) => string;
  readonly forecastWhy: (perDay: string, known: number, open: number) => string;
  readonly passesOn: (day: string) => string;
  readonly staysUnder: string;
  readonly alertDueOn: (day: string) => string;
  readonly burnDown: string;
  readonly burnDownSummary: (month: string, left: string, cap: string) => string;
  readonly daily: string;
  readonly dailySummary: (month: string, over: number) => string;
  readonly remaining: string;
  readonly evenPace: string;
  readonly expectedCourse: string;
  readonly day: string;
  readonly spent: string;
  readonly unknownDay: string;
  readonly overCap: string;
  readonly asTable: string;
  readonly asChart: string;
  readonly statedCaps: string;
  readonly place: string;
  readonly ofBudget: string;
  readonly differs: string;
  readonly agrees: string;
  readonly notStated: string;
  readonly spending: string;
  readonly highestSpend: (cap: string) => string;
}

const days = (count: number): string => formatCount(count, { one: 'day', other: 'days' });

export const budgetWords: BudgetWords = {
  noBudgets: 'This plan has no budget',
  noBudgetsWhy: 'No cap on spending stands in the bundle.',
  dailyCap: 'Daily cap',
  monthlyCap: 'Monthly cap',
  phase: 'Phase',
  alertAt: 'Alert',
  alertAtText: (share, amount) => `due at ${share} of the monthly cap, ${amount}`,
  leadWanted: 'Lead time',
  leadText: (length) => `at least ${length} before the cap is reached`,
  channels: 'Alert goes to',
  variance: 'Deviation of a day',
  varianceText: (share) => `at most ${share} from plan; no plan by day stands in the bundle`,
  ceilings: 'Token ceilings',
  provider: 'Provider',
  tokens: 'Tokens at most',
  models: 'Models',
  anyModel: 'any',
  ceilingsUnmeasured: 'No use of tokens is measured, so that nothing shows that these are kept.',
  promises: 'Promises',
  checks: {
    'daily-cap': 'No day over its cap',
    'monthly-cap': 'No month over its cap',
    caps: 'Both caps kept',
    'alert-lead': 'Alert in time',
    consistent: 'Caps stated alike everywhere',
  },
  thirtyDays: (thirty, cap) =>
    `Thirty days at the daily cap are ${thirty}, more than the monthly cap of ${cap}: keeping the one does not keep the other.`,
  months: 'Months',
  month: 'Month',
  noSpending: 'No spending is known for this budget.',
  unitDiffers: 'The spending is measured in another unit than the caps.',
  spentOf: (spent, cap) => `${spent} of ${cap} spent`,
  spentOnly: (spent) => `${spent} spent`,
  left: (amount) => `${amount} left`,
  over: (amount) => `${amount} over`,
  daysOver: (count, known) => `${days(count)} of ${known} over the daily cap`,
  noDaysOver: (known) => `none of ${days(known)} over the daily cap`,
  missingDays: (count) => `${days(count)} without a value`,
  alertDue: 'Alert due',
  alertCame: 'Alert came',
  noAlert: 'none',
  notDue: 'not due',
  capReached: 'Cap reached',
  notReached: 'not reached',
  lead: 'Lead time',
  forecast: 'Forecast',
  forecastText: (total, low, high) =>
    `${total} by the end of the month${low === undefined || high === undefined ? '' : `, 95% interval ${low} to ${high}`}`,
  forecastWhy: (perDay, known, open) =>
    `Assumes that each of the ${days(open)} to come or without a value costs ${perDay}, the mean of the ${days(known)} that are known, and that days do not depend on one another.`,
  passesOn: (day) => `The monthly cap would be passed on ${day}.`,
  staysUnder: 'The month would stay under its cap.',
  alertDueOn: (day) => `The alert would be due on ${day}.`,
  burnDown: 'Burn-down',
  burnDownSummary: (month, left, cap) => `Burn-down of ${month}: ${left} left of ${cap}`,
  daily: 'Spending a day',
  dailySummary: (month, over) =>
    `Spending a day in ${month}: ${over === 0 ? 'no day' : days(over)} over the daily cap`,
  remaining: 'Left',
  evenPace: 'Even pace',
  expectedCourse: 'Forecast',
  day: 'Day',
  spent: 'Spent',
  unknownDay: 'no value',
  overCap: 'over the cap',
  asTable: 'Table',
  asChart: 'Chart',
  statedCaps: 'Where the caps are stated',
  place: 'Place',
  ofBudget: 'The budget itself',
  differs: 'differs',
  agrees: 'agrees',
  notStated: 'not stated',
  spending: 'Spending',
  highestSpend: (cap) => `highest spending, cap ${cap}`,
};
