import type { Condition } from '../../model/condition.ts';
import type { JudgeContext } from '../context.ts';
import type { PlanGraph } from '../plan-graph.ts';
import type { PlanState } from '../plan-state.ts';
import type { ConditionResult, Counterexample } from '../types.ts';

/** A whole plan as judged: what the rules over it look at. */
export interface JudgedPlan {
  readonly context: JudgeContext;
  readonly state: PlanState;
  readonly graph: PlanGraph;
  readonly condition: (condition: Condition) => ConditionResult;
}

/** What a rule found. */
export interface RuleOutcome {
  /** How many things the rule was held against; none means that it says nothing. */
  readonly checked: number;
  /** Of these, how many could not be judged. */
  readonly open?: number;
  readonly counterexamples: readonly Counterexample[];
}

export type Rule = (plan: JudgedPlan) => RuleOutcome;

/** Gathers what a rule finds. */
export class Outcome implements RuleOutcome {
  checked = 0;
  open = 0;
  readonly counterexamples: Counterexample[] = [];

  against(example: Counterexample): void {
    this.counterexamples.push(example);
  }
}
