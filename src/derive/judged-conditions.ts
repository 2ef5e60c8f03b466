import type { ConditionResult } from '../gates/types.ts';
import type { Condition } from '../model/condition.ts';
import type { Gate } from '../model/gate.ts';
import { type DeriveContext, remembered } from './context.ts';
import { gateResult } from './results.ts';

/** A condition of a gate, at whatever depth, with what became of it. */
export interface JudgedCondition {
  readonly gate: Gate;
  readonly condition: Condition;
  readonly result: ConditionResult;
}

/** Every condition of every gate with its result, gate by gate, a composition before its parts. */
export const judgedConditions: (context: DeriveContext) => readonly JudgedCondition[] = remembered(
  (context) => {
    const judged: JudgedCondition[] = [];
    for (const gate of context.project.index.gates.values()) {
      const results = new Map<string, ConditionResult>();
      for (const result of withParts(gateResult(context, gate).conditions, partsOfResult)) {
        results.set(result.id, result);
      }
      for (const condition of withParts(gate.conditions, partsOf)) {
        const result = results.get(condition.id);
        if (result !== undefined) judged.push({ gate, condition, result });
      }
    }
    return judged;
  },
);

function withParts<T>(list: readonly T[], parts: (entry: T) => readonly T[]): readonly T[] {
  const found: T[] = [];
  const open = [...list].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...[...parts(next)].reverse());
  }
  return found;
}

function partsOfResult(result: ConditionResult): readonly ConditionResult[] {
  return result.parts ?? [];
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return condition.of;
    case 'not':
      return [condition.of];
    default:
      return [];
  }
}
