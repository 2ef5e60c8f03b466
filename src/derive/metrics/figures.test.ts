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
) {
  const context = planOf({
    items: {},
    evidence: [file],
    content: { metrics: [spend(values, of)], budgets: [budget(more)] },
  });
  const [view] = budgetViews(context);
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

  it('forecasts from its own days, and says nothing without enough of them', () => {
    goldenLines(viewOf(Array.from({ length: 12 }, (_, at) => 30 + at)));
    goldenLines(viewOf([30]));
    goldenLines(viewOf([null, 30, null, 40, 40, 40, 40, 40, 40, 40]));
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
