import { describe, expect, it } from 'vitest';
import { budgetId, projectId, revisionId } from '../model/ids.ts';
import type { Budget } from '../model/metric.ts';
import { budgetDetails } from './budgets.ts';
import { judged } from './testing/generated.ts';

function detailsOf(...budgets: readonly Budget[]) {
  const project = { id: projectId('plan'), title: 'Plan' };
  const revision = { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z' };
  return budgetDetails(judged({ project, revision, items: [], dependencies: [], budgets }));
}

const budget = (own: Partial<Budget>): Budget => ({
  id: budgetId('b'),
  title: 'Money',
  currency: 'EUR',
  ...own,
});

describe('a budget', () => {
  it('that promises nothing has nothing to check', () => {
    expect(detailsOf(budget({}))).toEqual([{ budget: budget({}), checks: [] }]);
    expect(detailsOf()).toEqual([]);
  });

  it.each<[string, Partial<Budget>]>([
    ['daily-cap', { dailyCap: 10 }],
    ['monthly-cap', { monthlyCap: 200 }],
    ['alert-lead', { alertAt: 0.8 }],
    ['consistent', { statedIn: [] }],
  ])('is checked for what it promises: %s', (check, own) => {
    const [detail] = detailsOf(budget(own));
    expect(detail?.checks.map((entry) => [entry.check, entry.result.id])).toEqual([[check, check]]);
    expect(detail?.checks[0]?.result).toMatchObject({ kind: 'budget', title: 'Money' });
    expect(detail?.checks[0]?.result.verdict).not.toBe('passed');
  });

  it('with a daily cap says what thirty days of it cost', () => {
    expect(detailsOf(budget({ dailyCap: 10, monthlyCap: 200 }))[0]).toMatchObject({
      thirtyDays: 300,
      checks: [{ check: 'daily-cap' }, { check: 'monthly-cap' }],
    });
    expect(detailsOf(budget({ monthlyCap: 200 }))[0]).not.toHaveProperty('thirtyDays');
  });
});
