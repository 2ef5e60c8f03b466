import type { JudgeContext } from './context.ts';
import { completionOf, isComplete, isProven } from './item-completion.ts';
import { findingsOf } from './item-findings.ts';
import { causesOf, permissionOf, readinessOf, waitsOf } from './item-parts.ts';
import type { ItemTraits } from './item-start.ts';
import { failedGate, type Subject, stateOf } from './item-state.ts';
import type { PlanState } from './plan-state.ts';
import { reason } from './reason-codes.ts';
import type { ItemResult } from './types.ts';

/**
 * The result of an item. Its start node and everything that it completes by have been judged.
 * Returns whether anything that others read has changed.
 */
export function judgeItem(
  context: JudgeContext,
  state: PlanState,
  traits: ItemTraits,
  at: number,
  isAssumed: boolean,
): boolean {
  const item = state.graph.items[at];
  if (item === undefined) return false;
  const completion = completionOf(context, state, item, at);
  const subject: Subject = { context, state, traits, item, at, completion };
  const isDone = isAssumed || isComplete(state, item, at, completion);
  const { state: named, why } = isAssumed
    ? { state: 'complete' as const, why: reason('assumed') }
    : stateOf(subject, isDone);
  const waits = waitsOf(subject, named);
  const result: ItemResult = {
    id: item.id,
    state: named,
    declared: item.declared?.state,
    ownFailure: named !== 'deferred' && named !== 'complete' && hasOwnFailure(subject),
    held: waits.isHeld,
    readiness: readinessOf(subject),
    permission: permissionOf(subject),
    reason: why,
    waitsFor: waits.items,
    openGates: waits.gates,
    ownCauses: causesOf(subject, named, waits),
  };
  const done = isDone ? 1 : 0;
  const proven = isDone && (isAssumed || isProven(state, at, completion)) ? 1 : 0;
  const inDoubt = !isDone && (state.startInDoubt[at] === 1 || completion.isInDoubt) ? 1 : 0;
  const hasChanged =
    state.done[at] !== done ||
    state.proven[at] !== proven ||
    state.doneInDoubt[at] !== inDoubt ||
    state.items[at]?.state !== named;
  state.items[at] = result;
  state.itemFindings[at] = findingsOf(subject, named);
  state.done[at] = done;
  state.proven[at] = proven;
  state.doneInDoubt[at] = inDoubt;
  return hasChanged;
}

/** Its own gates and stops are at fault, or somebody said that it failed. */
function hasOwnFailure(subject: Subject): boolean {
  const { state, traits, item, at } = subject;
  const declared = item.declared?.state;
  if (declared === 'failed' || declared === 'stopped' || traits.exhausted.has(at)) return true;
  const status = state.stopStatus[at];
  if (status !== undefined && status.holding.length + status.latched.size > 0) return true;
  return failedGate(subject) !== undefined;
}
