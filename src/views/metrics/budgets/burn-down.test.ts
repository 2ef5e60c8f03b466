import { expect, it } from 'vitest';
import { monthsOf } from '../../../derive/metrics/budget-views.ts';
import { makeColumns } from '../../../derive/metrics/columns.ts';
import { budgetId } from '../../../model/ids.ts';
import { burnDown } from './burn-down.ts';

const day = (name: string): number => Date.parse(`${name}T00:00:00Z`);
const budget = {
  id: budgetId('b'),
  title: 'Money',
  currency: 'EUR',
  dailyCap: 100,
  monthlyCap: 1000,
  alertAt: 0.5,
};
const asOf = day('2026-02-05') + 3_600_000;
const columns = (v: readonly (number | null)[]) =>
  makeColumns(
    v.map((_, at) => day('2026-02-01') + at * 86_400_000),
    v,
    undefined,
    asOf,
  );

it('a month burns down by what is known, and goes on at the mean of it', () => {
  const [month] = monthsOf(budget, columns([50, 150, null, 100]), asOf);
  if (month === undefined) throw new Error('no month');
  expect(month).toMatchObject({
    month: '2026-02',
    spent: 300,
    knownDays: 3,
    missingDays: ['2026-02-03'],
    daysOver: ['2026-02-02'],
    isOver: false,
    // Three known days, 25 open ones at 100 each.
    forecast: { perDay: 100, openDays: 25, total: 2800 },
  });
  expect(month.forecast).not.toHaveProperty('interval');
  // Known until the fourth with one open day before it: 400, and a hundred a day from there.
  expect(month.forecast).toMatchObject({ alertDueOn: '2026-02-05', passesCapOn: '2026-02-11' });
  const days = burnDown(month, 1000);
  expect(days).toHaveLength(28);
  expect(days.slice(0, 4).map(({ left }) => left)).toEqual([950, 800, null, 700]);
  expect(days[3]?.expected).toBe(700);
  expect(days.at(-1)).toMatchObject({ even: 0, expected: -1800, left: null });
  expect(days[2]?.expected).toBeNull();
});

it('a month that is over has no forecast, and says what it came to', () => {
  const [january] = monthsOf(
    budget,
    makeColumns([day('2026-01-30'), day('2026-01-31')], [700, 400], undefined, asOf),
    asOf,
  );
  expect(january).toMatchObject({
    spent: 1100,
    isOver: true,
    alertDueAt: '2026-01-30T00:00:00Z',
    capReachedAt: '2026-01-31T00:00:00Z',
    daysOver: ['2026-01-30', '2026-01-31'],
  });
  expect(january).not.toHaveProperty('forecast');
});

it('says how long before the cap the alert came', () => {
  const alerts = [{ at: '2026-01-29T12:00:00Z' }, { at: '2026-01-30T12:00:00Z', text: 'half' }];
  const [january] = monthsOf(
    { ...budget, alerts },
    makeColumns([day('2026-01-30'), day('2026-01-31')], [700, 400], undefined, asOf),
    asOf,
  );
  expect(january?.alert).toEqual(alerts[0]);
  expect(january?.lead).toBe(36 * 3600);
});
