import { describe, expect, it } from 'vitest';
import { goldenLines } from '../../gates/testing/golden.ts';
import { budgetId, evidenceId, metricId } from '../../model/ids.ts';
import type { Budget, Metric } from '../../model/metric.ts';
import { planOf } from '../testing/plan.ts';
import { type BudgetView, budgetViews } from './budget-views.ts';
import { metricPicture } from './metric-picture.ts';
import { metricPoints, metricsCsv } from './rows.ts';
import { metricOutlooks, metricStudy } from './study.ts';
import { targetRows } from './targets.ts';

const HOUR = 3_600_000;
const MAY = Date.UTC(2026, 4, 1);
const day = (at: number) => MAY + at * 24 * HOUR + 12 * HOUR;

const file = {
  id: evidenceId('file'),
  kind: 'metrics',
  name: 'file',
  path: 'metrics/file.csv',
  collectedAt: '2026-06-01T01:00:00Z',
};

const spend = (values: readonly (number | null)[], more: Partial<Metric> = {}): Metric => ({
  id: metricId('spend'),
  title: 'Spend',
  unit: 'EUR',
  better: 'lower',
  evidence: [evidenceId('file')],
  series: { t: values.map((_, at) => day(at)), v: values },
  ...more,
});
const budget = (more: Partial<Budget> = {}): Budget => ({
  id: budgetId('b'),
  title: 'Budget',
  currency: 'EUR',
  dailyCap: 100,
  monthlyCap: 1000,
  alertAt: 0.8,
  minLead: 86_400,
  spend: metricId('spend'),
  ...more,
});

function viewOf(
  values: readonly (number | null)[],
  more: Partial<Budget> = {},
  of: Partial<Metric> = {},
  asOf?: string,
) {
  const plan = planOf({
    items: {},
    evidence: [file],
    content: { metrics: [spend(values, of)], budgets: [budget(more)] },
  });
  const verdicts = asOf === undefined ? plan.verdicts : { ...plan.verdicts, asOf };
  const [view] = budgetViews({ ...plan, verdicts });
  if (view === undefined) throw new Error('no budget');
  return view;
}

const only = ({ months: [first] }: BudgetView) => {
  if (first === undefined) throw new Error('no month');
  return first;
};

describe('a budget, month by month', () => {
  it('adds up the days, and starts anew with each month', () => {
    const even = viewOf(Array.from({ length: 32 }, () => 10));
    goldenLines(even);
    expect(even.months).toHaveLength(2);
    expect(only(even)).toMatchObject({ spent: 310 });
    expect(even).toMatchObject({ unitDiffers: false, spendTitle: 'Spend' });
  });

  it('names the days over their cap, the alert and the day on which the month was over', () => {
    const high = viewOf([50, 100, 100.01, 250, 300, 10, 190, 60, 80]);
    goldenLines(high);
    expect(only(high)).toMatchObject({ spent: 1140.01 });
  });

  it('has no forecast once it is over', () => {
    goldenLines(viewOf(Array.from({ length: 12 }, (_, at) => 30 + at)));
    expect(only(viewOf([30]))).not.toHaveProperty('forecast');
  });

  it('takes a day that is not known for not known, and never for zero', () => {
    const holes = viewOf([10, null, 10, 10]);
    goldenLines(holes);
    expect(only(holes).spent).toBe(30);
    goldenLines(viewOf([10, 20], {}, { series: { t: [day(0), day(9)], v: [10, 20] } }));
  });

  it('adds up several points of one day', () => {
    const t = [day(0), day(0) + HOUR, day(0) + 2 * HOUR, day(1)];
    expect(only(viewOf([], {}, { series: { t, v: [60, 50, 1, 5] } })).spent).toBe(116);
    goldenLines(viewOf([], {}, { series: { t, v: [60, 50, 1, 5] } }));
  });

  it('draws nothing in another currency, and nothing without spending', () => {
    expect(viewOf([10], {}, { unit: 'USD' })).toMatchObject({ months: [], unitDiffers: true });
    expect(viewOf([])).toMatchObject({ months: [], unitDiffers: false });
    const none = planOf({
      items: {},
      content: { budgets: [{ id: budgetId('b'), title: 'B', currency: 'EUR' }] },
    });
    const [bare] = budgetViews(none);
    expect(bare).toMatchObject({ months: [], stated: [], unitDiffers: false });
    expect(bare).not.toHaveProperty('spendTitle');
  });

  it('holds each place that states a cap against the cap', () => {
    const { stated } = viewOf([10], {
      statedIn: [
        { source: { path: 'a.md' }, dailyCap: 100, monthlyCap: 1000 },
        { source: { path: 'b.md' }, evidence: evidenceId('file'), dailyCap: 90 },
        { source: { path: 'c.md' }, monthlyCap: 900 },
      ],
    });
    expect(stated).toEqual([
      { path: 'a.md', dailyCap: 100, monthlyCap: 1000, differs: { daily: false, monthly: false } },
      { path: 'b.md', evidence: 'file', dailyCap: 90, differs: { daily: true, monthly: false } },
      { path: 'c.md', monthlyCap: 900, differs: { daily: false, monthly: true } },
    ]);
  });

  it('judges by the caps that there are', () => {
    goldenLines(
      viewOf([90, 120, 110], { monthlyCap: undefined as never, alertAt: undefined as never }),
    );
    goldenLines(viewOf([90, 120, 700, 400], { dailyCap: undefined as never }));
    goldenLines(
      viewOf([90, 720, 190], {
        alerts: [{ at: '2026-05-02T10:00:00Z' }, { at: '2026-05-01T10:00:00Z' }],
      }),
    );
  });
});

describe('the forecast of a running month', () => {
  const { alertAt: _at, ...unwatched } = budget();
  /** Of the morning of the eleventh day. */
  const forecastOf = (
    values: readonly (number | null)[],
    more: Partial<Budget> = {},
    asOf = '2026-05-11T08:00:00Z',
  ) => only(viewOf(values, more, {}, asOf)).forecast;
  const ten = [20, 40, 20, 40, 20, 40, 20, 40, 20, 40];

  it('lets each open day cost the mean of the known ones', () => {
    const forecast = forecastOf(ten);
    expect(forecast).toMatchObject({ perDay: 30, knownDays: 10, openDays: 21, total: 930 });
    // s² is 1000 / 9; the sum of 21 days to come spreads by 21 s² + 21² s² / 10.
    const half = 1.959963984540054 * Math.sqrt((21 + 44.1) * (1000 / 9));
    expect(forecast?.interval?.[0]).toBeCloseTo(930 - half, 9);
    expect(forecast?.interval?.[1]).toBeCloseTo(930 + half, 9);
  });

  it('says when the alert would be due and the cap passed, on the very day', () => {
    // 300 are spent, and 30 a day are to come: 750 are reached with the fifteenth day from the eleventh on.
    expect(forecastOf(ten, { alertAt: 0.75 })).toMatchObject({ alertDueOn: '2026-05-25' });
    expect(forecastOf(ten, { alertAt: 0.75 })).not.toHaveProperty('passesCapOn');
    // A cap that is just reached on the last day is not passed.
    expect(forecastOf(ten, { monthlyCap: 930 })).not.toHaveProperty('passesCapOn');
    expect(forecastOf(ten, { monthlyCap: 929 })).toMatchObject({ passesCapOn: '2026-05-31' });
    expect(forecastOf(ten, { monthlyCap: 600 })).toMatchObject({ passesCapOn: '2026-05-21' });
  });

  it('does not foretell an alert that is due already', () => {
    const spent = Array.from({ length: 10 }, () => 80);
    expect(forecastOf(spent)).toMatchObject({ passesCapOn: '2026-05-13' });
    expect(forecastOf(spent)).not.toHaveProperty('alertDueOn');
    expect(forecastOf(spent.with(0, 79))).toMatchObject({ alertDueOn: '2026-05-11' });
  });

  it('foretells nothing that nobody set a limit to', () => {
    const { monthlyCap: _cap, ...open } = budget();
    const of = (own: Budget) => {
      const plan = planOf({ items: {}, content: { metrics: [spend(ten)], budgets: [own] } });
      const verdicts = { ...plan.verdicts, asOf: '2026-05-11T08:00:00Z' };
      return budgetViews({ ...plan, verdicts })[0]?.months[0]?.forecast;
    };
    const bare = of(open);
    expect(bare?.total).toBe(930);
    expect([bare?.alertDueOn, bare?.passesCapOn]).toEqual([undefined, undefined]);
    expect(of(unwatched)).not.toHaveProperty('alertDueOn');
    expect(of({ ...unwatched, monthlyCap: 600 })).toMatchObject({ passesCapOn: '2026-05-21' });
  });

  it('takes days without a value for open ones, before the last known day too', () => {
    const holes = forecastOf([30, null, 30, 30, null, 30]);
    expect(holes).toMatchObject({ perDay: 30, knownDays: 4, openDays: 27, total: 930 });
    // 120 are known and 60 are likely by the sixth, so that 200 are passed on the seventh.
    expect(forecastOf([30, null, 30, 30, null, 30], { monthlyCap: 200 })).toMatchObject({
      passesCapOn: '2026-05-07',
    });
  });

  it('gives a range from five known days on, that begins no lower than what is spent', () => {
    expect(forecastOf([30, 30, 30, 30])).not.toHaveProperty('interval');
    expect(forecastOf([30, 30, 30, 30, 30])?.interval).toEqual([930, 930]);
    const wild = forecastOf([1000, 0, 0, 0, 0]);
    expect(wild?.interval?.[0]).toBe(1000);
  });

  it('is made from the first instant of the month to the last, and of known days only', () => {
    const day = Array.from({ length: 31 }, () => 10);
    expect(forecastOf(day, {}, '2026-05-31T23:59:59Z')).toMatchObject({ openDays: 0 });
    expect(forecastOf(day, {}, '2026-06-01T00:00:00Z')).toBeUndefined();
    expect(forecastOf([10], {}, '2026-05-01T13:00:00Z')).toMatchObject({ knownDays: 1 });
    expect(forecastOf([null], {}, '2026-05-01T13:00:00Z')).toBeUndefined();
  });

  it('misses the days that are over, from the first known one on', () => {
    const at = { series: { t: [day(2), day(5)], v: [10, 10] } };
    const { missingDays } = only(viewOf([], {}, at, '2026-05-09T00:00:00Z'));
    expect(missingDays).toEqual(['2026-05-04', '2026-05-05', '2026-05-07', '2026-05-08']);
  });
});

describe('the alert of a month', () => {
  const values = [50, 400, 350, 200, 5];
  const at = (...times: readonly string[]) =>
    only(viewOf(values, { alerts: times.map((time) => ({ at: time })) }));

  it('is the first of that month, and leads until the cap was reached', () => {
    const month = at('2026-06-01T00:00:00Z', '2026-05-03T12:00:00Z', '2026-05-02T12:00:00Z');
    expect(month).toMatchObject({
      alertDueAt: '2026-05-03T12:00:00Z',
      capReachedAt: '2026-05-04T12:00:00Z',
      alert: { at: '2026-05-02T12:00:00Z' },
      lead: 2 * 86_400,
    });
    expect(at('2026-04-30T23:59:59Z')).not.toHaveProperty('alert');
    expect(at('2026-04-30T23:59:59Z')).not.toHaveProperty('lead');
  });

  it('is due when the share is just reached', () => {
    const month = only(viewOf([500, 300, 200]));
    expect(month).toMatchObject({
      alertDueAt: '2026-05-02T12:00:00Z',
      capReachedAt: '2026-05-03T12:00:00Z',
      isOver: false,
    });
    expect(month).not.toHaveProperty('lead');
  });
});

describe('a metric, figure by figure', () => {
  const values = Array.from({ length: 60 }, (_, at) =>
    at % 13 === 12 ? null : 20 + ((at * 7) % 17) + (at > 40 ? 15 : 0),
  );
  const latency: Metric = {
    id: metricId('latency'),
    title: 'Latency',
    unit: 'ms',
    better: 'lower',
    evidence: [evidenceId('file')],
    target: { operator: 'at-most', value: 40, aggregate: 'p95', minSamples: 5 },
    series: {
      t: values.map((_, at) => MAY + at * HOUR),
      v: values,
      category: values.map((_, at) => (at % 3 === 0 ? 'eu' : 'us')),
    },
  };
  const share: Metric = {
    id: metricId('share'),
    title: 'Share',
    unit: 'ratio',
    better: 'higher',
    target: { operator: 'at-least', value: 0.9, aggregate: 'rate' },
    series: {
      t: values.map((_, at) => MAY + at * HOUR),
      v: values.map((_, at) => (at % 9 ? 1 : 0)),
    },
  };
  const context = planOf({
    items: {},
    evidence: [file],
    content: {
      metrics: [latency, share, spend([1, 2, 3])],
      contracts: [
        {
          id: 'k',
          title: 'Contract',
          categories: [],
          deliverables: [],
          targets: [
            {
              id: 't',
              title: 'Latency',
              metric: metricId('latency'),
              aggregate: 'p95',
              operator: 'at-most',
              value: 40,
              unit: 'ms',
              evidencePath: 'metrics/file.csv',
              statedIn: 'summary',
              minSamples: 100,
            },
            {
              id: 'u',
              title: 'Unmeasured',
              operator: 'at-least',
              value: 3,
              unit: 'count',
              evidenceNote: 'counted by hand',
              statedIn: 'section',
            },
            {
              id: 'v',
              title: 'Undelivered',
              metric: metricId('share'),
              aggregate: 'rate',
              operator: 'at-least',
              value: 0.99,
              unit: 'ratio',
              evidencePath: 'metrics/lost.csv',
              statedIn: 'summary',
            },
          ],
        },
      ],
    },
  });
  const part = { from: MAY + 10 * HOUR, to: MAY + 45 * HOUR };

  it.each(['latency', 'share', 'spend'])('studies %s, whole and in part', (id) => {
    goldenLines(metricStudy(context, id, {}));
    goldenLines(metricStudy(context, id, part));
    expect(metricStudy(context, 'none', {})).toBeUndefined();
  });

  it.each([4, 16, 200])('draws it in %i stretches', (buckets) => {
    goldenLines(metricPicture(context, 'latency', {}, buckets));
    goldenLines(metricPicture(context, 'share', part, buckets)?.drawn);
    expect(metricPicture(context, 'none', {}, buckets)).toBeUndefined();
  });

  it('tells how every metric stands', () => {
    goldenLines(metricOutlooks(context));
    goldenLines(targetRows(context));
    expect(targetRows(context).map(({ title }) => title)).toContain('Undelivered');
  });

  it('lists the points', () => {
    goldenLines(metricPoints(context, 'latency', part, 3, 4));
    goldenLines(
      metricsCsv(context, ['latency', 'none', 'share'], { from: MAY, to: MAY + 3 * HOUR }),
    );
  });
});
