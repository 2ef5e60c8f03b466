import type { Assumption } from '../gates/assumptions.ts';
import type { CauseRef } from '../gates/types.ts';
import type { ConditionId, GateId, ItemId } from '../model/ids.ts';
import { findCondition } from './cause-book.ts';
import { type DeriveContext, evaluationOf } from './context.ts';
import { diffEvaluations } from './diff.ts';
import type { EvaluationDiff } from './diff-types.ts';
import { isSatisfied } from './formula.ts';
import { isHeld, obstacles } from './obstacles.ts';

/** What would be otherwise under assumptions. */
export interface WhatIf {
  readonly diff: EvaluationDiff;
  /** Items that would wait no longer, and those that would begin to wait, in plan order. */
  readonly released: readonly ItemId[];
  readonly caught: readonly ItemId[];
  /** The plan as it would be, for every further question. */
  readonly context: DeriveContext;
}

/**
 * Judges the plan under assumptions and shows the difference. Nothing of the assumptions is kept;
 * assumptions of one question hold together. Only what depends on them is judged again.
 */
export function whatIf(context: DeriveContext, assumptions: readonly Assumption[]): WhatIf {
  const verdicts = evaluationOf(context).whatIf(assumptions);
  // Without its evaluation, which belongs to the plan as it is.
  const after: DeriveContext = { project: context.project, verdicts };
  const before = heldItems(context);
  const now = heldItems(after);
  return {
    diff: diffEvaluations(context, after),
    released: [...before].filter((id) => !now.has(id)),
    caught: [...now].filter((id) => !before.has(id)),
    context: after,
  };
}

function heldItems({ verdicts }: DeriveContext): ReadonlySet<ItemId> {
  return new Set([...verdicts.items.values()].filter(isHeld).map((result) => result.id));
}

/**
 * What to assume so that causes count as cleared: conditions pass, stops do not hold, and items are
 * complete, which includes the members of a cycle and the item that waits for nobody known. A rule
 * of the plan cannot be assumed away; keys that name nothing are left out.
 */
export function assumeCleared(
  context: DeriveContext,
  keys: Iterable<string>,
): readonly Assumption[] {
  const wanted = new Set(keys);
  return obstacles(context).causes.flatMap((cause) =>
    wanted.has(cause.key) ? assumptionsFor(context, cause.ref) : [],
  );
}

function assumptionsFor(context: DeriveContext, cause: CauseRef): readonly Assumption[] {
  switch (cause.kind) {
    case 'condition':
      return [
        { kind: 'condition', gate: cause.gate, condition: cause.condition, verdict: 'passed' },
        ...ringOfGates(context, cause.gate, cause.condition),
      ];
    case 'item':
    case 'dangling':
      return [{ kind: 'item', item: cause.item }, ...muteGates(context, cause.item)];
    case 'cycle':
      return cause.members.map((item) => ({ kind: 'item', item }));
    case 'stop':
      return [{ kind: 'stop', stop: cause.stop }];
    case 'invariant':
      return [];
  }
}

/** A condition that asks for a gate is a cause of its own only where gates ask for each other. */
function ringOfGates(
  context: DeriveContext,
  gate: GateId,
  condition: ConditionId,
): readonly Assumption[] {
  const asked = findCondition(context, gate, condition)?.gate;
  return asked === undefined ? [] : [{ kind: 'gate', gate: asked, verdict: 'passed' }];
}

/**
 * Gates of an item that have not passed although no condition of theirs is open: the item stands
 * for them among the causes.
 */
function muteGates({ verdicts }: DeriveContext, item: ItemId): readonly Assumption[] {
  return (verdicts.items.get(item)?.openGates ?? []).flatMap((gate): readonly Assumption[] => {
    const conditions = verdicts.gates.get(gate)?.conditions ?? [];
    const speaks = conditions.some((entry) => entry.blocking && !isSatisfied(entry));
    return speaks ? [] : [{ kind: 'gate', gate, verdict: 'passed' }];
  });
}
