import { authorisationRuleId, type GateId, type StopConditionId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { judgeRule } from './authorisation.ts';
import { ConditionJudge } from './condition-judge.ts';
import type { JudgeContext } from './context.ts';
import { type Cycles, cycleComponent } from './cycles.ts';
import { isConditionInDoubt, isFault } from './doubt.ts';
import { isSatisfied } from './judgement.ts';
import { doneNode, type PlanGraph, startNode } from './plan-graph.ts';
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
  const scope = scopeOf(context, state, item, at);
  const deferred = scope === 'out' ? 1 : 0;
  const status = stopsOf(context, state, item, at, clearedStops);
  state.stopStatus[at] = status;
  const above = parentOutside(graph, at);
  const halted = status !== undefined || (above >= 0 && state.halted[above] === 1) ? 1 : 0;
  const isIn = scope !== 'in-doubt' && isLawful(context, state, traits, item, at);
  const lawful = isIn ? 1 : 0;
  const startInDoubt =
    scope === 'in-doubt' || (status?.unknown.length ?? 0) > 0
      ? 1
      : lawful === 0 && isStartInDoubt(context, state, traits, item, at)
        ? 1
        : 0;
  const hasChanged =
    state.deferred[at] !== deferred ||
    state.halted[at] !== halted ||
    state.lawful[at] !== lawful ||
    state.startInDoubt[at] !== startInDoubt;
  state.deferred[at] = deferred;
  state.halted[at] = halted;
  state.lawful[at] = lawful;
  state.startInDoubt[at] = startInDoubt;
  return hasChanged;
}

/** Whether a fault keeps the item from being lawful, or may, here or in what it waits for. */
function isStartInDoubt(
  context: JudgeContext,
  state: PlanState,
  traits: ItemTraits,
  item: PlanItem,
  at: number,
): boolean {
  const { graph } = state;
  if (traits.faulty.has(at) || isAllowanceInDoubt(context, item)) return true;
  const above = parentOutside(graph, at);
  let found = above >= 0 && state.startInDoubt[above] === 1;
  eachOf(graph.dependencies, at, (other) => {
    if (other < 0 || graph.component[doneNode(graph, other)] === graph.component[at]) return;
    if (state.doneInDoubt[other] === 1) found = true;
  });
  const look = (gate: number) => {
    if (state.axes[gate]?.isInDoubt === true) found = true;
  };
  eachOf(graph.startGates, at, look);
  eachOf(graph.advanceGates, at, look);
  return found;
}

function isAllowanceInDoubt(context: JudgeContext, { id, forbidden }: PlanItem): boolean {
  if (forbidden?.unless === undefined) return false;
  return isFault(judgeRule(context, authorisationRuleId(forbidden.unless), id).reason);
}

/**
 * The nearest of the items that it is part of that is in no ring with it: inside a ring nothing can
 * be inherited, because nobody stands above anybody. `-1` or `-2` for none.
 */
function parentOutside(graph: PlanGraph, at: number): number {
  const ring = graph.component[startNode(at)];
  let above = graph.parent[at] ?? -1;
  if (above < 0 || graph.component[startNode(above)] !== ring) return above;
  const inside = new Set([at]);
  while (above >= 0 && graph.component[startNode(above)] === ring) {
    if (inside.has(above)) return -1;
    inside.add(above);
    above = graph.parent[above] ?? -1;
  }
  return above;
}

/**
 * Out of scope by its own statement or by that of what it is part of, until a rule brings it back.
 * Where a fault hides what the rule would say, the item is neither: it does not leave the plan
 * because a file cannot be read, and it may not be begun either.
 */
function scopeOf(
  context: JudgeContext,
  state: PlanState,
  item: PlanItem,
  at: number,
): 'in' | 'out' | 'in-doubt' {
  const above = parentOutside(state.graph, at);
  if (above >= 0 && state.deferred[above] === 1) return 'out';
  if (item.deferred === undefined && item.declared?.state !== 'deferred') return 'in';
  const rule = item.deferred?.reactivatedWhen;
  if (rule === undefined) return 'out';
  const result = new ConditionJudge(context).part(rule);
  if (isSatisfied(result.verdict)) return 'in';
  const isOtherInDoubt = (id: GateId) => {
    const gate = state.graph.gateAt.get(id);
    return gate !== undefined && state.axes[gate]?.isInDoubt === true;
  };
  return isConditionInDoubt(result, isOtherInDoubt) ? 'in-doubt' : 'out';
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
