import { formatInstant } from '../lib/timestamp.ts';
import type { DeclaredState, PlanItem } from '../model/plan.ts';
import type { JudgeContext } from './context.ts';
import { cycleComponent, namesOf } from './cycles.ts';
import type { Completion } from './item-completion.ts';
import { hasPassed, type ItemTraits, isAllowed, isReached } from './item-start.ts';
import type { PlanState } from './plan-state.ts';
import { reason } from './reason-codes.ts';
import { eachOf } from './rows.ts';
import type { ItemState, Reason } from './types.ts';

/** Everything about an item that its state is read from. */
export interface Subject {
  readonly context: JudgeContext;
  readonly state: PlanState;
  readonly traits: ItemTraits;
  readonly item: PlanItem;
  readonly at: number;
  readonly completion: Completion;
}

export interface Named {
  readonly state: ItemState;
  readonly why: Reason;
}

/**
 * The state of an item and the first reason for it. Scope comes before everything, a stop before
 * what anybody declared, and a declaration that cannot be true before an own failure.
 */
export function stateOf(subject: Subject, isDone: boolean): Named {
  const { state, traits, item, at, completion } = subject;
  const declared = item.declared?.state;
  if (state.deferred[at] === 1) return { state: 'deferred', why: whyDeferred(subject) };
  const stop = stopReason(subject);
  if (stop !== undefined) return { state: 'stopped', why: stop };
  if (declared === 'stopped') return { state: 'stopped', why: whyDeclared(declared) };
  if (isDone) return { state: 'complete', why: whyComplete(subject) };
  const mayGoOn = state.lawful[at] === 1 && state.halted[at] === 0;
  if (declared === 'complete' || (isBegun(declared) && !mayGoOn)) {
    return { state: 'contradicted', why: whyContradicted(subject, declared) };
  }
  const failed = failedGate(subject);
  if (failed !== undefined) {
    return { state: 'failed', why: reason('item-own-gate-failed', { gate: failed }) };
  }
  if (declared === 'failed') return { state: 'failed', why: whyDeclared(declared) };
  if (traits.exhausted.has(at)) return { state: 'failed', why: whyExhausted(subject) };
  if (!mayGoOn || declared === 'blocked') return { state: 'blocked', why: whyBlocked(subject) };
  const doubtful = graphGate(subject, completion.gateInDoubt);
  if (doubtful !== undefined) {
    return { state: 'blocked', why: reason('item-gate-in-doubt', { gate: doubtful }) };
  }
  if (isBegun(declared)) return { state: 'in-progress', why: reason('item-in-progress') };
  const underWay = childrenUnderWay(subject);
  return underWay > 0
    ? { state: 'in-progress', why: reason('item-children-under-way', { count: underWay }) }
    : { state: 'ready', why: reason('item-ready') };
}

function graphGate({ state }: Subject, gate: number | undefined): string | undefined {
  return gate === undefined ? undefined : state.graph.gates[gate]?.id;
}

/** Work that was reopened is under way again. */
function isBegun(declared: DeclaredState | undefined): declared is 'in-progress' | 'reopened' {
  return declared === 'in-progress' || declared === 'reopened';
}

/** Work on a part is work on the whole, also where the part has gone wrong. */
function childrenUnderWay({ state, at }: Subject): number {
  let count = 0;
  eachOf(state.graph.children, at, (child) => {
    const result = state.items[child];
    if (result === undefined || result.state === 'deferred') return;
    if (result.state === 'in-progress' || result.state === 'complete') count += 1;
    else if (isBegun(result.declared) || result.declared === 'complete') count += 1;
  });
  return count;
}

/** The first failed gate of its own, by id: one that guards its start or its completion. */
export function failedGate({ state, at, completion }: Subject): string | undefined {
  const { graph } = state;
  let found: string | undefined;
  const consider = (gate: number) => {
    const id = graph.gates[gate]?.id;
    if (id === undefined || state.gates[gate]?.verdict !== 'failed') return;
    if (found === undefined || id < found) found = id;
  };
  eachOf(graph.startGates, at, consider);
  for (const gate of completion.failedGates) consider(gate);
  return found;
}

function whyDeclared(state: DeclaredState): Reason {
  return reason('item-declared', { state });
}

function whyDeferred({ state, item, at }: Subject): Reason {
  const above = state.graph.parent[at] ?? -1;
  const parent = above >= 0 && state.deferred[above] === 1 ? state.graph.items[above] : undefined;
  return parent === undefined
    ? reason('item-deferred', { text: item.deferred?.reason ?? null })
    : reason('item-in-deferred', { item: parent.id });
}

function stopReason({ state, at }: Subject): Reason | undefined {
  const status = state.stopStatus[at];
  if (status === undefined) return undefined;
  const name = (number: number) => state.graph.stops[number]?.id ?? '';
  const holding = status.holding.map(name).sort()[0];
  if (holding !== undefined) return reason('item-stopped', { stop: holding });
  const [first] = [...status.latched]
    .map(([number, since]) => ({ stop: name(number), since: formatInstant(since) || null }))
    .sort((a, b) => (a.stop < b.stop ? -1 : 1));
  return first === undefined ? undefined : reason('item-stop-latched', first);
}

function whyComplete({ item, completion }: Subject): Reason {
  if (item.declared?.state === 'complete') return reason('item-complete');
  return completion.gates > 0
    ? reason('item-proven')
    : reason('item-proven-by-children', { count: completion.children });
}

/** The first of: what it may not do at all, what holds its start, what it lacks itself. */
function whyContradicted(subject: Subject, declared: DeclaredState): Reason {
  const { state, at, completion } = subject;
  const named = namedObstacle(subject);
  if (named !== undefined) return named;
  if (state.lawful[at] === 0) return reason('item-not-startable', { declared });
  if (declared !== 'complete') return reason('item-not-startable', { declared });
  const gate = state.graph.gates[completion.failedGates[0] ?? completion.openGates[0] ?? -1];
  if (gate !== undefined) return reason('item-gate-not-passed', { gate: gate.id, declared });
  if (completion.openChildren.length > 0) {
    return reason('item-children-open', { count: completion.openChildren.length, declared });
  }
  if (completion.unusable !== undefined) {
    return reason('item-evidence-unusable', { evidence: completion.unusable, declared });
  }
  return reason('item-without-evidence', { declared });
}

function whyBlocked(subject: Subject): Reason {
  const { context, state, item, at } = subject;
  const { graph } = state;
  const named = namedObstacle(subject);
  if (named !== undefined) return named;
  let items = 0;
  let gates = 0;
  let own = 0;
  eachOf(graph.dependencies, at, (other) => {
    if (!isReached(context, state, item, other)) items += 1;
  });
  const above = graph.parent[at] ?? -1;
  if (above >= 0 && (state.lawful[above] === 0 || state.halted[above] === 1)) items += 1;
  eachOf(graph.startGates, at, (gate) => {
    if (!hasPassed(state, gate)) own += 1;
  });
  eachOf(graph.advanceGates, at, (gate) => {
    if (!hasPassed(state, gate)) gates += 1;
  });
  if (items + gates > 0) return reason('item-waits', { items, gates: gates + own });
  if (own > 0) return reason('item-own-gates-open', { gates: own });
  return whyDeclared(item.declared?.state ?? 'unknown');
}

function whyExhausted({ traits, at }: Subject): Reason {
  const found = traits.exhausted.get(at);
  return reason('item-attempts-exhausted', {
    contract: found?.contract ?? null,
    limit: found?.limit ?? null,
  });
}

/** Obstacles that have a name of their own, the gravest first. */
export function namedObstacle(subject: Subject): Reason | undefined {
  const { context, state, traits, item, at } = subject;
  const { graph } = state;
  const fault = traits.faulty.get(at);
  if (fault !== undefined) return fault;
  if (isScopeInDoubt(subject)) return reason('item-scope-in-doubt');
  const cycle = cycleComponent(graph, at);
  if (cycle !== undefined) {
    const members = traits.cycles.items.get(cycle) ?? [];
    return reason('item-in-cycle', { members: namesOf(members), count: members.length });
  }
  const lost = danglingIds(subject)[0];
  if (lost !== undefined) return reason('item-dangling', { on: lost });
  if (!isAllowed(context, item)) {
    return reason('item-forbidden', { text: item.forbidden?.reason ?? null });
  }
  if (traits.exhausted.has(at)) return whyExhausted(subject);
  const status = state.stopStatus[at];
  if (status === undefined) return undefined;
  const stop = [...status.unknown, ...status.unjudged]
    .map((number) => graph.stops[number]?.id ?? '')
    .sort()[0];
  return stop === undefined ? undefined : reason('item-stop-unjudged', { stop });
}

/** It says of itself that it is out of scope, and a fault hides whether that is still so. */
export function isScopeInDoubt({ state, item, at }: Subject): boolean {
  const says = item.deferred !== undefined || item.declared?.state === 'deferred';
  return says && state.startInDoubt[at] === 1 && state.deferred[at] === 0;
}

/** Ids that the item needs and that nothing in the plan has. */
export function danglingIds({ context, state, item, at }: Subject): readonly string[] {
  const { graph } = state;
  if (graph.dangling[at] !== 1) return NO_IDS;
  const lost = new Set<string>();
  if (graph.parent[at] === -2 && item.parent !== undefined) lost.add(item.parent);
  for (const { on, optional } of context.project.index.dependenciesOf.get(item.id) ?? []) {
    if (optional !== true && !graph.itemAt.has(on)) lost.add(on);
  }
  return [...lost].sort();
}

const NO_IDS: readonly string[] = [];
