import { describe, expect, it } from 'vitest';
import { budgetId, evidenceId, metricId } from '../../model/ids.ts';
import type { Budget, Series } from '../../model/metric.ts';
import { AS_OF, DAY, evidence, judgeGolden } from '../testing/builders.ts';

const file = evidence('file', { path: 'm.csv' });

describe('budget', () => {
  const spend = metricId('spend');
  const base: Budget = {
    id: budgetId('b'),
    title: 'Budget',
    currency: 'EUR',
    dailyCap: 450,
    monthlyCap: 12_000,
    spend,
  };
  const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
  const may = (...values: readonly (number | null)[]): Series => ({
    t: values.map((_, at) => day(`2026-05-${String(at + 1).padStart(2, '0')}`)),
    v: values,
  });
  const askBudget = (check: string, points: Series, more: Partial<Budget> = {}, unit = 'EUR') =>
    judgeGolden(
      // Checks of a newer version arrive at run time.
      { kind: 'budget', budget: budgetId('b'), check: check as 'caps' },
      {
        budgets: [{ ...base, ...more }],
        metrics: [
          {
            id: spend,
            title: 'Spend',
            unit,
            better: 'lower',
            evidence: [file.id],
            series: points,
          },
        ],
        evidence: [file],
      },
    );

  it.each([
    ['passed', 'budget-kept', 'daily-cap', may(450, 450)],
    ['failed', 'budget-day-over', 'daily-cap', may(450, 450.01)],
    ['failed', 'budget-day-over', 'caps', may(450, 450.01)],
    ['passed', 'budget-kept', 'caps', may(450, 450)],
    ['passed', 'budget-kept', 'monthly-cap', may(6000, 6000)],
    ['failed', 'budget-month-over', 'monthly-cap', may(6000, 6000.01)],
    ['unknown', 'budget-days-missing', 'daily-cap', may(1, null, 1)],
    ['unknown', 'budget-days-missing', 'monthly-cap', may(1, null)],
    ['failed', 'budget-day-over', 'daily-cap', may(451, null)],
    ['missing', 'metric-without-points', 'daily-cap', may()],
    ['unknown', 'unknown-operator', 'hourly-cap', may(1)],
    ['missing', 'budget-not-stated', 'consistent', may(1)],
  ])('is %s with %s for %s', (verdict, code, check, points) => {
    expect(askBudget(check, points)).toMatchObject({ verdict, reason: { code } });
  });

  it('adds up what several providers cost on one day', () => {
    const points = { t: [day('2026-05-01'), day('2026-05-01') + 1], v: [300, 200] };
    expect(askBudget('daily-cap', points)).toMatchObject({
      verdict: 'failed',
      reason: { params: { day: '2026-05-01', spent: 500, cap: 450 } },
      expected: { value: 450, unit: 'EUR' },
      actual: { value: 500, unit: 'EUR' },
    });
  });

  it('says the most that was spent where a cap is kept', () => {
    expect(askBudget('daily-cap', may(100, 450, 200))).toMatchObject({
      reason: { params: { check: 'daily-cap' } },
      expected: { value: 450, unit: 'EUR', operator: 'at-most', of: 'spend' },
      actual: { value: 450, unit: 'EUR', of: 'spend' },
    });
    const months = { t: [day('2026-04-30'), day('2026-05-01')], v: [5000, 300] };
    expect(askBudget('monthly-cap', months)).toMatchObject({
      reason: { params: { check: 'monthly-cap' } },
      expected: { value: 12_000, operator: 'at-most' },
      actual: { value: 5000 },
    });
  });

  it('names the first day and the first month that are over, in whatever order they are listed', () => {
    const times = [day('2026-05-09'), day('2026-05-01'), day('2026-05-02'), day('2026-04-02')];
    const points = { t: times, v: [13_000, 500, 500, 12_001] };
    expect(askBudget('daily-cap', points).reason.params).toMatchObject({ day: '2026-04-02' });
    expect(askBudget('monthly-cap', points).reason).toEqual({
      code: 'budget-month-over',
      params: { month: '2026-04', spent: 12_001, cap: 12_000 },
    });
  });

  it('does not let one cap hide the other', () => {
    const broken = { t: [day('2026-05-01'), day('2026-05-03')], v: [1, 12_001] };
    const high = { dailyCap: 99_999 };
    expect(askBudget('caps', broken, high).reason.code).toBe('budget-month-over');
    expect(askBudget('caps', broken).reason.code).toBe('budget-day-over');
    expect(askBudget('caps', may(1, null), { monthlyCap: 0 }).reason.code).toBe(
      'budget-month-over',
    );
    expect(askBudget('caps', may(1, null)).reason.code).toBe('budget-days-missing');
    expect(askBudget('caps', may(1), { monthlyCap: -1 }).verdict).toBe('failed');
    expect(askBudget('caps', may(0), { monthlyCap: Number.NaN }).reason.code).toBe('not-a-number');
    expect(askBudget('caps', may(1)).reason.params).toEqual({ check: 'monthly-cap' });
  });

  it('lets nothing be spent where the cap is zero', () => {
    expect(askBudget('daily-cap', may(0), { dailyCap: 0 }).verdict).toBe('passed');
    expect(askBudget('daily-cap', may(0.01), { dailyCap: 0 }).verdict).toBe('failed');
  });

  it('is unknown where its description could not be read', () => {
    const result = judgeGolden(
      { kind: 'budget', budget: budgetId('b'), check: 'caps' },
      { budgets: [base], evidence: [file] },
      { problems: [{ code: 'x', severity: 'error', affects: ['b'] }] },
    );
    expect(result).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'reading-problem', params: { id: 'b' } },
    });
  });

  it('names the evidence of the spend', () => {
    for (const check of ['daily-cap', 'monthly-cap', 'caps']) {
      expect(askBudget(check, may(1)).uses).toMatchObject([{ evidence: 'file' }]);
    }
    expect(askBudget('daily-cap', may(), {}).uses).toMatchObject([{ evidence: 'file' }]);
    expect(askBudget('alert-lead', may(1)).uses).toMatchObject([{ evidence: 'file' }]);
  });

  it('starts anew with each month', () => {
    const points = { t: [day('2026-04-30'), day('2026-05-01')], v: [12_000, 12_000] };
    expect(askBudget('monthly-cap', points).verdict).toBe('passed');
  });

  it('names the first day that is not known, and how many there are', () => {
    const points = { t: [day('2026-05-01'), day('2026-05-04')], v: [1, 1] };
    expect(askBudget('daily-cap', points).reason.params).toEqual({ count: 2, day: '2026-05-02' });
    expect(askBudget('daily-cap', may(1, null)).reason.params).toEqual({
      count: 1,
      day: '2026-05-02',
    });
  });

  it.each([
    ['daily-cap', { dailyCap: undefined }, 'dailyCap'],
    ['monthly-cap', { monthlyCap: undefined }, 'monthlyCap'],
    ['caps', { dailyCap: undefined, monthlyCap: undefined }, 'dailyCap'],
    ['alert-lead', { monthlyCap: undefined }, 'monthlyCap'],
    ['alert-lead', {}, 'alertAt'],
    ['daily-cap', { spend: undefined }, 'spend'],
  ])('cannot judge %s without what it needs', (check, lacks, missing) => {
    const result = askBudget(check, may(1), lacks as Partial<Budget>);
    expect(result).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'budget-incomplete', params: { missing } },
    });
  });

  it('judges the cap that there is', () => {
    const only = { dailyCap: undefined } as unknown as Partial<Budget>;
    expect(askBudget('caps', may(450, 9000), only).verdict).toBe('passed');
    expect(askBudget('caps', may(450, 12_000), only).verdict).toBe('failed');
  });

  it('refuses another currency', () => {
    expect(askBudget('daily-cap', may(1), {}, 'USD')).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'unit-mismatch', params: { actual: 'USD', expected: 'EUR' } },
    });
  });

  it('refuses a cap that is no number', () => {
    expect(askBudget('daily-cap', may(1), { dailyCap: Number.NaN }).verdict).toBe('unknown');
  });

  describe('alert and lead', () => {
    const alerted = (points: Series, alerts: readonly string[], minLead?: number) =>
      askBudget('alert-lead', points, {
        alertAt: 0.8,
        alerts: alerts.map((at) => ({ at })),
        ...(minLead === undefined ? {} : { minLead }),
      });

    it.each([
      ['passed', 'budget-kept', may(9599), [], undefined],
      ['failed', 'budget-alert-missing', may(9600), [], undefined],
      ['passed', 'budget-kept', may(9600), ['2026-05-01T12:00:00Z'], DAY],
      ['failed', 'budget-alert-missing', may(9600), ['2026-04-30T12:00:00Z'], undefined],
      ['failed', 'budget-alert-missing', may(9600), ['2026-07-01T12:00:00Z'], undefined],
      ['passed', 'budget-kept', may(9600, 2400), ['2026-05-01T12:00:00Z'], DAY],
      ['failed', 'budget-alert-late', may(9600, 2400), ['2026-05-01T12:00:01Z'], DAY],
      ['passed', 'budget-kept', may(9600, 2400), ['2026-05-02T12:00:00Z'], undefined],
      ['unknown', 'budget-days-missing', may(1, null), [], undefined],
    ] as const)('is %s with %s', (verdict, code, points, alerts, lead) => {
      expect(alerted(points, alerts, lead)).toMatchObject({ verdict, reason: { code } });
    });
  });

  describe('alert and lead over several months', () => {
    const lead = (points: Series, alerts: readonly string[], minLead = DAY) =>
      askBudget('alert-lead', points, {
        alertAt: 0.5,
        alerts: alerts.map((at) => ({ at })),
        minLead,
      }).reason;

    it('asks for one alert in each month that comes to the threshold', () => {
      const points = { t: [day('2026-04-30'), day('2026-05-01')], v: [6000, 6000] };
      expect(lead(points, ['2026-04-29T00:00:00Z', '2026-05-01T00:00:00Z']).code).toBe(
        'budget-kept',
      );
      expect(lead(points, ['2026-04-29T00:00:00Z'])).toEqual({
        code: 'budget-alert-missing',
        params: { month: '2026-05', threshold: 6000 },
      });
      const little = { t: points.t, v: [5999, 5999] };
      expect(lead(little, []).code).toBe('budget-kept');
    });

    it('measures from the first alert of the month to the moment at which the cap is reached', () => {
      const points = {
        t: [day('2026-05-03'), day('2026-05-01'), day('2026-05-02')],
        v: [1, 6000, 6000],
      };
      const early = '2026-05-01T00:00:00Z';
      const late = '2026-05-02T11:00:00Z';
      expect(lead(points, [late, early]).code).toBe('budget-kept');
      expect(lead(points, [late])).toEqual({
        code: 'budget-alert-late',
        params: { month: '2026-05', lead: 3600, needed: DAY },
      });
    });

    it('does not count an alert that is still to come', () => {
      const points = { t: [Date.parse('2026-06-01T00:00:00Z')], v: [6000] };
      expect(lead(points, [AS_OF]).code).toBe('budget-kept');
      expect(lead(points, ['2026-06-02T00:00:01Z']).code).toBe('budget-alert-missing');
    });

    it('takes a missed lead in an early month for a failure, whatever follows', () => {
      const points = { t: [day('2026-04-30'), day('2026-05-01')], v: [12_000, 1] };
      expect(lead(points, ['2026-04-30T11:00:00Z']).params).toMatchObject({
        month: '2026-04',
        lead: 3600,
      });
    });
  });

  describe('stated in several places', () => {
    const stated = (
      places: readonly { daily?: number; monthly?: number; evidence?: string }[],
      entries = [file],
    ) =>
      judgeGolden(
        { kind: 'budget', budget: budgetId('b'), check: 'consistent' },
        {
          budgets: [
            {
              ...base,
              statedIn: places.map(({ daily, monthly, evidence: id }) => ({
                source: { path: 'policy.yaml' },
                ...(daily === undefined ? {} : { dailyCap: daily }),
                ...(monthly === undefined ? {} : { monthlyCap: monthly }),
                ...(id === undefined ? {} : { evidence: evidenceId(id) }),
              })),
            },
          ],
          evidence: entries,
        },
      );

    it.each([
      ['passed', 'budget-kept', [{ daily: 450, evidence: 'file' }, { monthly: 12_000 }]],
      ['failed', 'budget-stated-differently', [{ daily: 450 }, { daily: 500 }]],
      ['missing', 'values-without-evidence', [{ daily: 450 }]],
      ['missing', 'budget-not-stated', [{}]],
      ['missing', 'evidence-not-found', [{ daily: 450, evidence: 'lost' }]],
    ])('is %s with %s', (verdict, code, places) => {
      expect(stated(places)).toMatchObject({ verdict, reason: { code } });
    });

    it('shows what differs', () => {
      expect(stated([{ monthly: 9000, evidence: 'file' }])).toMatchObject({
        reason: { params: { path: 'policy.yaml', stated: 9000, cap: 12_000 } },
        expected: { value: 12_000, unit: 'EUR', of: 'monthlyCap' },
        actual: { value: 9000, unit: 'EUR', of: 'monthlyCap' },
        uses: [{ evidence: 'file' }],
      });
    });

    it('shows a cap that the budget itself does not state', () => {
      const result = judgeGolden(
        { kind: 'budget', budget: budgetId('bare'), check: 'consistent' },
        {
          budgets: [
            {
              id: budgetId('bare'),
              title: 'Bare',
              currency: 'EUR',
              statedIn: [{ source: { path: 'p' }, dailyCap: 1 }],
            },
          ],
        },
      );
      expect(result).toMatchObject({
        verdict: 'failed',
        reason: { params: { cap: null } },
        expected: { value: null },
      });
    });

    it('does not read a file whose bytes are others', () => {
      const result = judgeGolden(
        { kind: 'budget', budget: budgetId('b'), check: 'consistent' },
        {
          budgets: [
            { ...base, statedIn: [{ source: { path: 'p' }, dailyCap: 450, evidence: file.id }] },
          ],
          evidence: [file],
        },
        { digests: new Map([[file.id, 'mismatch']]) },
      );
      expect(result).toMatchObject({ verdict: 'unknown', reason: { code: 'digest-mismatch' } });
    });
  });

  it('is unknown for a budget that nobody describes', () => {
    const asked = { kind: 'budget', budget: budgetId('x'), check: 'caps' } as const;
    expect(judgeGolden(asked)).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'unknown-reference' },
    });
  });
});
