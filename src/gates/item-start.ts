import { authorisationRuleId, type StopConditionId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { judgeRule } from './authorisation.ts';
import { ConditionJudge } from './condition-judge.ts';
import type { JudgeContext } from './context.ts';
import { type Cycles, cycleComponent } from './cycles.ts';
import { isSatisfied } from './judgement.ts';
import type { PlanState, StopStatus } from './plan-state.ts';
import { eachOf } from './rows.ts';
import { judgeStop } from './stop-judge.ts';
import type { Reason } from './types.ts';

/** Facts about items that no verdict changes, by position. */
export interface ItemTraits {
  /** Its id stands twice, or reading it went wrong. */
  readonly faulty: ReadonlyMap<number, Reason>;
  /** The attempts that a contract of the item allows are used up. */
  readonly exhausted: ReadonlyMap<number, { readonly contract: string; readonly limit: number }>;
  readonly cycles: Cycles;
}

const NO_STOPS: ReadonlySet<StopConditionId> = new Set();

/**
 * Whether an item is in scope, may lawfully be started, and is not held by a stop. Returns whether
 * any of what others read has changed.
 */
export function judgeStart(
  context: JudgeContext,
  state: PlanState,
  traits: ItemTraits,
  at: number,
  clearedStops: ReadonlySet<StopConditionId> = NO_STOPS,
): boolean {
  const { graph } = state;
  const item = graph.items[at];
  if (item === undefined) return false;
  const deferred = isDeferred(context, state, item, at) ? 1 : 0;
  const status = stopsOf(context, state, item, at, clearedStops);
  state.stopStatus[at] = status;
  const above = graph.parent[at] ?? -1;
  const halted = status !== undefined || (above >= 0 && state.halted[above] === 1) ? 1 : 0;
  const lawful = isLawful(context, state, traits, item, at) ? 1 : 0;
  const hasChanged =
    state.deferred[at] !== deferred || state.halted[at] !== halted || state.lawful[at] !== lawful;
  state.deferred[at] = deferred;
  state.halted[at] = halted;
  state.lawful[at] = lawful;
  return hasChanged;
}

/**
 * Out of scope by its own statement or by that of what it is part of. A rule that brings it back
 * does so when it passes, and also when nothing can be said of it because of a fault: an item must
 * not leave the plan because a file cannot be read.
 */
function isDeferred(context: JudgeContext, state: PlanState, item: PlanItem, at: number): boolean {
  const above = state.graph.parent[at] ?? -1;
  if (above >= 0 && state.deferred[above] === 1) return true;
  if (item.deferred === undefined && item.declared?.state !== 'deferred') return false;
  const rule = item.deferred?.reactivatedWhen;
  if (rule === undefined) return true;
  const { verdict } = new ConditionJudge(context).part(rule);
  return !(isSatisfied(verdict) || verdict === 'unknown');
}

function isLawful(
  context: JudgeContext,
  state: PlanState,
  traits: ItemTraits,
  item: PlanItem,
  at: number,
): boolean {
  const { graph } = state;
  if (cycleComponent(graph, at) !== undefined || traits.faulty.has(at)) return false;
  if (traits.exhausted.has(at) || !isAllowed(context, item)) return false;
  const above = graph.parent[at] ?? -1;
  if (above === -2 || (above >= 0 && state.lawful[above] === 0)) return false;
  let holds = true;
  eachOf(graph.dependencies, at, (other) => {
    if (!isReached(context, state, item, other)) holds = false;
  });
  eachOf(graph.startGates, at, (gate) => {
    if (!hasPassed(state, gate)) holds = false;
  });
  eachOf(graph.advanceGates, at, (gate) => {
    if (!hasPassed(state, gate)) holds = false;
  });
  return holds;
}

export function hasPassed(state: PlanState, gate: number): boolean {
  return state.gates[gate]?.verdict === 'passed';
}

/** What the class of the waiting item demands of the one it waits for. */
export function isReached(
  context: JudgeContext,
  state: PlanState,
  item: PlanItem,
  other: number,
): boolean {
  if (other < 0 || state.done[other] === 0) return false;
  if (item.class === undefined) return true;
  const itemClass = context.project.index.classes.get(item.class);
  // Of a class that nobody describes the stricter demand is made.
  const demand = itemClass === undefined ? 'proven' : (itemClass.startsAfter ?? 'complete');
  return demand === 'complete' || state.proven[other] === 1;
}

/** Not forbidden, or allowed by the one rule that can allow it. */
export function isAllowed(context: JudgeContext, item: PlanItem): boolean {
  const { forbidden } = item;
  if (forbidden === undefined) return true;
  if (forbidden.unless === undefined) return false;
  return judgeRule(context, authorisationRuleId(forbidden.unless), item.id).verdict === 'passed';
}

function stopsOf(
  context: JudgeContext,
  state: PlanState,
  item: PlanItem,
  at: number,
  cleared: ReadonlySet<StopConditionId>,
): StopStatus | undefined {
  const { graph } = state;
  const from = graph.stopsOf.offsets[at] ?? 0;
  const end = graph.stopsOf.offsets[at + 1] ?? 0;
  if (from === end) return undefined;
  const holding: number[] = [];
  const latched = new Map<number, number>();
  const unknown: number[] = [];
  const unjudged: number[] = [];
  for (const number of new Set(graph.stopsOf.targets.subarray(from, end))) {
    const stop = graph.stops[number];
    if (stop === undefined || cleared.has(stop.id)) continue;
    const standing = judgeStop(context, stop, item.id, state.stops[number]);
    if (standing.is === 'holding') holding.push(number);
    if (standing.is === 'latched') latched.set(number, standing.since);
    if (standing.is === 'unknown') unknown.push(number);
    if (standing.is === 'unjudged') unjudged.push(number);
  }
  const isClear = holding.length + latched.size + unknown.length + unjudged.length === 0;
  return isClear ? undefined : { holding, latched, unknown, unjudged };
}
