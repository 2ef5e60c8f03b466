import type { ConditionResult } from '../gates/types.ts';
import type { BudgetCondition } from '../model/condition.ts';
import { conditionId } from '../model/ids.ts';
import type { Budget } from '../model/metric.ts';
import { type DeriveContext, evaluationOf } from './context.ts';

export interface BudgetDetail {
  readonly budget: Budget;
  /** What the engine makes of each promise that the budget makes. */
  readonly checks: readonly {
    readonly check: BudgetCondition['check'];
    readonly result: ConditionResult;
  }[];
  /**
   * What thirty days at the daily cap cost, in the budget's currency. Above the monthly cap it says
   * that keeping the one does not keep the other.
   */
  readonly thirtyDays?: number;
}

/** Every budget with its promises judged, whether a gate asks for them or not. */
export function budgetDetails(context: DeriveContext): readonly BudgetDetail[] {
  return (context.project.budgets ?? []).map((budget) => ({
    budget,
    checks: promisesOf(budget).map((check) => ({
      check,
      result: evaluationOf(context).judge({
        kind: 'budget',
        id: conditionId(check),
        title: budget.title,
        budget: budget.id,
        check,
      }),
    })),
    ...(budget.dailyCap === undefined ? {} : { thirtyDays: 30 * budget.dailyCap }),
  }));
}

function promisesOf(budget: Budget): readonly BudgetCondition['check'][] {
  const promises: BudgetCondition['check'][] = [];
  if (budget.dailyCap !== undefined) promises.push('daily-cap');
  if (budget.monthlyCap !== undefined) promises.push('monthly-cap');
  if (budget.alertAt !== undefined) promises.push('alert-lead');
  if (budget.statedIn !== undefined) promises.push('consistent');
  return promises;
}
