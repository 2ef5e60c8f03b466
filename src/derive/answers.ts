import type { ItemState } from '../gates/types.ts';
import type { ItemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { confidence } from './confidence.ts';
import { type DeriveContext, remembered } from './context.ts';
import { criticalPath } from './critical-path.ts';
import { isHeld } from './obstacles.ts';
import { itemResult } from './results.ts';
import { causeTable, listedCauses } from './root-causes.ts';
import type { Answers } from './types.ts';
import { oneStepAway, unblockingAll } from './unblocking.ts';

/**
 * The answers of the first page. In scope is every item that is neither deferred nor of a class
 * that is left out of progress; an item with children counts as an item like any other.
 */
export const answers: (context: DeriveContext) => Answers = remembered((context) => {
  const items = [...context.project.index.items.values()];
  const scope = items.filter((item) => isInScope(context, item));
  const path = criticalPath(context);
  return {
    headline: headline(context, items, scope),
    inScope: scope.length,
    complete: countIn(context, scope, 'complete'),
    held: scope.filter((item) => isHeld(itemResult(context, item))).length,
    contradicted: idsIn(context, items, 'contradicted'),
    stopped: idsIn(context, items, 'stopped'),
    causes: listedCauses(context),
    causeCount: causeTable(context).ranked.length,
    unblocking: unblockingAll(context),
    ready: startable(context, items),
    inProgress: idsIn(context, items, 'in-progress'),
    oneStepAway: oneStepAway(context),
    criticalPath: path.path,
    critical: path.measure,
    confidence: confidence(context),
    progress: progress(context, items),
  };
});

function isInScope(context: DeriveContext, item: PlanItem): boolean {
  const itemClass =
    item.class === undefined ? undefined : context.project.index.classes.get(item.class);
  return itemClass?.outOfProgress !== true && itemResult(context, item).state !== 'deferred';
}

function countIn(context: DeriveContext, items: readonly PlanItem[], state: ItemState): number {
  return idsIn(context, items, state).length;
}

function idsIn(
  context: DeriveContext,
  items: readonly PlanItem[],
  state: ItemState,
): readonly ItemId[] {
  return items.filter((item) => itemResult(context, item).state === state).map((item) => item.id);
}

/** The frontier. An item made of others starts by one of them, so it is not listed itself. */
function startable(context: DeriveContext, items: readonly PlanItem[]): readonly ItemId[] {
  const { children } = context.project.index;
  return idsIn(context, items, 'ready').filter((id) => (children.get(id) ?? []).length === 0);
}

/** The worst that is true comes first: a stop, a contradiction, then what holds items back. */
function headline(
  context: DeriveContext,
  items: readonly PlanItem[],
  scope: readonly PlanItem[],
): Answers['headline'] {
  if (items.length === 0) return 'empty';
  const count = (state: ItemState) => countIn(context, items, state);
  if (count('stopped') > 0) return 'halted';
  if (count('contradicted') > 0 || contradictingGates(context)) return 'contradicted';
  if (scope.length > 0 && countIn(context, scope, 'complete') === scope.length)
    return 'all-complete';
  const begun = count('complete') + count('in-progress') + count('failed');
  const ready = startable(context, items).length;
  if (begun === 0 && ready > 0) return 'not-begun';
  const { obstacles, ranked } = causeTable(context);
  const atFault = ranked.some((cause) => {
    const found = obstacles.causes[cause];
    return found !== undefined && (found.fault || found.ref.kind !== 'item');
  });
  return !atFault && ready + count('in-progress') > 0 ? 'may-advance' : 'held';
}

/** A pass that was recorded and does not hold when recomputed. */
function contradictingGates(context: DeriveContext): boolean {
  for (const result of context.verdicts.gates.values()) {
    if (result.contradicts && result.declared?.verdict === 'passed') return true;
  }
  return false;
}

/**
 * For every group of classes that is counted alone, how many of its items are complete with their
 * proof; items that owe no proof count when complete. Deferred items stay in the total: the plan
 * states it.
 */
function progress(context: DeriveContext, items: readonly PlanItem[]): Answers['progress'] {
  const groups = new Map<string, { done: number; of: number }>();
  for (const item of items) {
    const itemClass =
      item.class === undefined ? undefined : context.project.index.classes.get(item.class);
    if (itemClass?.countedAs === undefined) continue;
    const group = groups.get(itemClass.countedAs) ?? { done: 0, of: 0 };
    const { state, readiness } = itemResult(context, item);
    const proven = readiness === 'proven' || readiness === 'not-required';
    group.of += 1;
    group.done += state === 'complete' && proven ? 1 : 0;
    groups.set(itemClass.countedAs, group);
  }
  return [...groups].map(([label, group]) => ({ label, ...group }));
}
