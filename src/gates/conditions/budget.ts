import { exactSum } from '../../lib/statistics.ts';
import { formatInstant, parseTimestamp } from '../../lib/timestamp.ts';
import type { BudgetCondition } from '../../model/condition.ts';
import type { Budget } from '../../model/metric.ts';
import { admit, withConsidered } from '../admission.ts';
import { unitMismatch } from '../compare.ts';
import type { JudgeContext } from '../context.ts';
import { type Handler, readMetric } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { type Points, pointsOf } from '../points.ts';
import { reason } from '../reason-codes.ts';
import type { EvidenceUse } from '../types.ts';

const DAY = 86_400_000;

/** Spend of one UTC day; `undefined` where a gap leaves it open. */
type Days = ReadonlyMap<number, { readonly spent: number; readonly isWhole: boolean }>;

/**
 * Spend against its caps, in UTC days and calendar months. A gap, and a day without a row between
 * the first and the last one, leaves the sum open: what is known may break a cap, and it cannot
 * show that one is kept.
 */
export const budget: Handler<BudgetCondition> = {
  judge(condition, context) {
    const { budget: id } = condition;
    const found = context.project.index.budgets.get(id);
    if (found === undefined) {
      return judgement('unknown', reason('unknown-reference', { kind: 'budget', id }));
    }
    if (context.distrusted.has(id)) return judgement('unknown', reason('reading-problem', { id }));
    if (condition.check === 'consistent') return consistent(found, context);
    if (found.spend === undefined) return incomplete('spend');
    const points = pointsOf(context, found.spend, condition);
    if ('verdict' in points) return points;
    return withConsidered(
      context,
      judgePoints(condition, context, found, points),
      points.considered,
    );
  },
  reads(condition, project, sink) {
    const found = project.index.budgets.get(condition.budget);
    if (found?.spend !== undefined) readMetric(project, found.spend, sink);
    for (const place of found?.statedIn ?? []) {
      if (place.evidence !== undefined) sink.evidence(place.evidence);
    }
  },
};

function judgePoints(
  condition: BudgetCondition,
  context: JudgeContext,
  found: Budget,
  points: Points,
): Judgement {
  const uses = points.evidence.map((entry) => context.use(entry));
  if (points.metric.unit !== found.currency) {
    return judgement('unknown', unitMismatch(points.metric.unit, found.currency), uses);
  }
  const days = byDay(points);
  if (days.size === 0) {
    return judgement(
      'missing',
      reason('metric-without-points', { metric: points.metric.id }),
      uses,
    );
  }
  switch (condition.check) {
    case 'daily-cap':
      return daily(found, days, uses);
    case 'monthly-cap':
      return monthly(found, days, uses);
    case 'caps':
      return caps(found, days, uses);
    case 'alert-lead':
      return alertLead(found, points, days, uses, context);
    default:
      return judgement('unknown', reason('unknown-operator', { operator: condition.check }), uses);
  }
}

function incomplete(missing: string, uses: readonly EvidenceUse[] = []): Judgement {
  return judgement('unknown', reason('budget-incomplete', { missing }), uses);
}

function byDay({ t, v }: Points): Days {
  const values = new Map<number, (number | null)[]>();
  for (let at = 0; at < t.length; at += 1) {
    const day = Math.floor((t[at] ?? 0) / DAY);
    const list = values.get(day);
    if (list === undefined) values.set(day, [v[at] ?? null]);
    else list.push(v[at] ?? null);
  }
  const days = new Map<number, { spent: number; isWhole: boolean }>();
  for (const [day, list] of values) {
    const known = list.filter((value) => value !== null);
    days.set(day, { spent: exactSum(known), isWhole: known.length === list.length });
  }
  return days;
}

function daily(budget: Budget, days: Days, uses: readonly EvidenceUse[]): Judgement {
  const cap = budget.dailyCap;
  if (cap === undefined) return incomplete('dailyCap', uses);
  const over = [...days].sort(byNumber).find(([, { spent }]) => spent > cap);
  if (over !== undefined) {
    const [day, { spent }] = over;
    const params = { day: dayName(day), spent, cap };
    return judgement('failed', reason('budget-day-over', params), uses, spend(spent, cap, budget));
  }
  const most = [...days.values()].reduce((high, { spent }) => Math.max(high, spent), 0);
  return gaps(days, uses) ?? kept('daily-cap', most, cap, budget, uses);
}

function monthly(budget: Budget, days: Days, uses: readonly EvidenceUse[]): Judgement {
  const cap = budget.monthlyCap;
  if (cap === undefined) return incomplete('monthlyCap', uses);
  const months = new Map<string, number[]>();
  for (const [day, { spent }] of days) {
    const month = dayName(day).slice(0, 7);
    const list = months.get(month);
    if (list === undefined) months.set(month, [spent]);
    else list.push(spent);
  }
  let most = 0;
  for (const month of [...months.keys()].sort()) {
    const spent = exactSum(months.get(month) ?? []);
    most = Math.max(most, spent);
    if (!(spent > cap)) continue;
    const params = { month, spent, cap };
    const quantities = spend(spent, cap, budget);
    return judgement('failed', reason('budget-month-over', params), uses, quantities);
  }
  return gaps(days, uses) ?? kept('monthly-cap', most, cap, budget, uses);
}

function caps(budget: Budget, days: Days, uses: readonly EvidenceUse[]): Judgement {
  if (budget.dailyCap === undefined && budget.monthlyCap === undefined) {
    return incomplete('dailyCap', uses);
  }
  const judged = [
    ...(budget.dailyCap === undefined ? [] : [daily(budget, days, uses)]),
    ...(budget.monthlyCap === undefined ? [] : [monthly(budget, days, uses)]),
  ];
  const worst = judged.find((entry) => entry.verdict === 'failed');
  const open = judged.find((entry) => entry.verdict !== 'passed');
  return worst ?? open ?? judged.at(-1) ?? incomplete('dailyCap', uses);
}

function kept(
  check: string,
  spent: number,
  cap: number,
  budget: Budget,
  uses: readonly EvidenceUse[],
): Judgement {
  if (!(cap >= 0)) return judgement('unknown', reason('not-a-number', { what: 'cap' }), uses);
  const why = reason('budget-kept', { check });
  return judgement('passed', why, uses, spend(spent, cap, budget));
}

function spend(spent: number, cap: number, { currency }: Budget) {
  return {
    expected: { value: cap, unit: currency, operator: 'at-most', of: 'spend' },
    actual: { value: spent, unit: currency, of: 'spend' },
  };
}

/** Days that are not known, between the first and the last one that is. */
function gaps(days: Days, uses: readonly EvidenceUse[]): Judgement | undefined {
  let expected: number | undefined;
  let hole: number | undefined;
  let count = 0;
  for (const [day, { isWhole }] of [...days].sort(byNumber)) {
    const skipped = day - (expected ?? day);
    if (skipped > 0) hole ??= expected;
    if (!isWhole) hole ??= day;
    count += skipped + (isWhole ? 0 : 1);
    expected = day + 1;
  }
  if (hole === undefined) return undefined;
  return judgement('unknown', reason('budget-days-missing', { count, day: dayName(hole) }), uses);
}

/**
 * Once the share `alertAt` of the monthly cap is spent, an alert of that month must exist, and
 * when the cap is reached, it must have come at least `minLead` before.
 */
function alertLead(
  budget: Budget,
  points: Points,
  days: Days,
  uses: readonly EvidenceUse[],
  context: JudgeContext,
): Judgement {
  const { monthlyCap, alertAt, minLead = 0 } = budget;
  if (monthlyCap === undefined) return incomplete('monthlyCap', uses);
  if (alertAt === undefined) return incomplete('alertAt', uses);
  const order = points.t.map((_, at) => at).sort((a, b) => (points.t[a] ?? 0) - (points.t[b] ?? 0));
  const alerts = (budget.alerts ?? [])
    .map(({ at }) => parseTimestamp(at))
    .filter((at) => at <= context.asOf)
    .sort((a, b) => a - b);
  let month = '';
  let spent: number[] = [];
  let due = false;
  let reachedCap = false;
  for (const index of order) {
    const time = points.t[index] ?? 0;
    const name = dayName(Math.floor(time / DAY)).slice(0, 7);
    if (name !== month) {
      month = name;
      spent = [];
      due = false;
      reachedCap = false;
    }
    spent.push(points.v[index] ?? 0);
    const sum = exactSum(spent);
    const alert = alerts.find((at) => dayName(Math.floor(at / DAY)).slice(0, 7) === month);
    if (!due && sum >= alertAt * monthlyCap) {
      due = true;
      if (alert === undefined) {
        const params = { month, threshold: alertAt * monthlyCap };
        return judgement('failed', reason('budget-alert-missing', params), uses);
      }
    }
    if (!reachedCap && sum >= monthlyCap && alert !== undefined) {
      reachedCap = true;
      const lead = (time - alert) / 1000;
      if (lead < minLead) {
        const params = { month, lead, needed: minLead };
        return judgement('failed', reason('budget-alert-late', params), uses);
      }
    }
  }
  return (
    gaps(days, uses) ?? judgement('passed', reason('budget-kept', { check: 'alert-lead' }), uses)
  );
}

/** Every place that states a cap states the same one. */
function consistent(budget: Budget, context: JudgeContext): Judgement {
  const places = budget.statedIn ?? [];
  const uses: EvidenceUse[] = [];
  let compared = 0;
  for (const place of places) {
    if (place.evidence !== undefined) {
      const evidence = context.project.index.evidence.get(place.evidence);
      if (evidence === undefined) {
        const why = reason('evidence-not-found', { evidence: place.evidence });
        return judgement('missing', why, uses);
      }
      const { obstacle } = admit(context, [evidence], {});
      if (obstacle !== undefined) return obstacle;
      uses.push(context.use(evidence));
    }
    for (const name of ['dailyCap', 'monthlyCap'] as const) {
      const stated = place[name];
      if (stated === undefined) continue;
      compared += 1;
      const cap = budget[name];
      if (stated === cap) continue;
      const params = { path: place.source.path, stated, cap: cap ?? null };
      return judgement('failed', reason('budget-stated-differently', params), uses, {
        expected: { value: cap ?? null, unit: budget.currency, of: name },
        actual: { value: stated, unit: budget.currency, of: name },
      });
    }
  }
  if (compared === 0) return judgement('missing', reason('budget-not-stated'), uses);
  if (uses.length === 0) return judgement('missing', reason('values-without-evidence'), uses);
  return judgement('passed', reason('budget-kept', { check: 'consistent' }), uses);
}

function byNumber(a: readonly [number, unknown], b: readonly [number, unknown]): number {
  return a[0] - b[0];
}

/** ISO 8601 date of a day counted from 1970-01-01. */
function dayName(day: number): string {
  return formatInstant(day * DAY).slice(0, 10);
}
