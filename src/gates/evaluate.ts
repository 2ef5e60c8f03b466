import type { Condition } from '../model/condition.ts';
import type { AuthorisationRuleId, ItemId } from '../model/ids.ts';
import type { Project } from '../model/project-index.ts';
import type { Assumption } from './assumptions.ts';
import { type JudgedDemand, judgeDemands } from './authorisation.ts';
import type { PlanChange } from './change.ts';
import { Engine } from './evaluation.ts';
import type { ConditionResult, EvaluationOptions, Verdicts } from './types.ts';

/**
 * Judges a whole plan at one instant. Pure: the same project and options give the same verdicts,
 * whatever the clock, the locale and the order of the input.
 *
 * Cost is linear in items, dependencies, conditions and the evidence that they look at.
 *
 * @throws RangeError when `options.asOf` is no RFC 3339 instant.
 */
export function evaluate(project: Project, options: EvaluationOptions): Verdicts {
  return new Engine(project, options).judgeAll();
}

/** A plan that has been judged and can be asked again without judging all of it. */
export interface Evaluation {
  /** Of the plan as it is now, with every update so far. */
  readonly verdicts: Verdicts;
  /**
   * What the verdicts would be if something were otherwise. Only what depends on it is judged
   * again. Assumptions of one question hold together; nothing of them is kept.
   */
  readonly whatIf: (assumptions: readonly Assumption[]) => Verdicts;
  /**
   * Takes in a change and judges again what depends on it. The result is that of `evaluate` on the
   * changed plan. The project that was given is not touched.
   */
  readonly update: (change: PlanChange) => Verdicts;
  /** Judges a condition that stands outside the gates: of a contract, or one made up to ask. */
  readonly judge: (condition: Condition) => ConditionResult;
  /** What an authorisation rule itself demands, demand by demand, with every record considered. */
  readonly demands: (rule: AuthorisationRuleId, step?: ItemId) => readonly JudgedDemand[];
}

/** @throws RangeError when `options.asOf` is no RFC 3339 instant. */
export function createEvaluation(project: Project, options: EvaluationOptions): Evaluation {
  const engine = new Engine(project, options);
  let verdicts = engine.judgeAll();
  return {
    get verdicts() {
      return verdicts;
    },
    whatIf: (assumptions) => engine.suppose(assumptions),
    update: (change) => {
      verdicts = engine.update(change);
      return verdicts;
    },
    judge: (condition) => engine.condition(condition),
    demands: (rule, step) => judgeDemands(engine.context, rule, step),
  };
}
