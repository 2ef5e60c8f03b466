import type { GateId, ItemId } from '../model/ids.ts';
import type { DeclaredState } from '../model/plan.ts';
import { judgeRule } from './authorisation.ts';
import { worsePermission, worseReadiness } from './axes.ts';
import { cycleComponent } from './cycles.ts';
import { openConditions } from './gate-judge.ts';
import { byGateId } from './item-completion.ts';
import { hasPassed, isAllowed, isReached } from './item-start.ts';
import { danglingIds, isScopeInDoubt, type Subject } from './item-state.ts';
import type { Axes } from './plan-state.ts';
import { eachOf } from './rows.ts';
import type { CauseRef, GateResult, ItemState, Permission, Readiness } from './types.ts';

/** What stands between an item and its next step. */
export interface Waits {
  readonly items: readonly ItemId[];
  readonly gates: readonly GateId[];
  readonly gateNumbers: readonly number[];
  /** Others hold it, apart from what is wrong with itself. */
  readonly isHeld: boolean;
}

const NO_WAITS: Waits = { items: [], gates: [], gateNumbers: [], isHeld: false };

/**
 * Until an item may be started, what holds its start; from then on what it completes by. An item
 * that was declared complete, and a gate of its own that has failed, matter at once.
 */
export function waitsOf(subject: Subject, named: ItemState): Waits {
  if (named === 'complete' || named === 'deferred') return NO_WAITS;
  const { context, state, item, at, completion } = subject;
  const { graph } = state;
  const items = new Set<number>();
  const gates = new Set<number>();
  let isHeld = cycleComponent(graph, at) !== undefined || danglingIds(subject).length > 0;
  eachOf(graph.dependencies, at, (other) => {
    if (isReached(context, state, item, other)) return;
    isHeld = true;
    if (other >= 0) items.add(other);
  });
  const above = graph.parent[at] ?? -1;
  if (above >= 0 && (state.lawful[above] === 0 || state.halted[above] === 1)) {
    isHeld = true;
    items.add(above);
  }
  eachOf(graph.advanceGates, at, (gate) => {
    if (hasPassed(state, gate)) return;
    isHeld = true;
    gates.add(gate);
  });
  eachOf(graph.startGates, at, (gate) => {
    if (!hasPassed(state, gate)) gates.add(gate);
  });
  const mayStart = state.lawful[at] === 1 && !isHeld;
  if (mayStart || item.declared?.state === 'complete') {
    for (const child of completion.openChildren) items.add(child);
    for (const gate of completion.openGates) gates.add(gate);
  } else for (const gate of completion.failedGates) gates.add(gate);
  const gateNumbers = byGateId(state, [...gates]);
  return {
    items: [...items]
      .map((other) => graph.items[other]?.id)
      .filter(isPresent)
      .sort(),
    gates: gateNumbers.map((gate) => graph.gates[gate]?.id).filter(isPresent),
    gateNumbers,
    isHeld,
  };
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** What is wrong with the item itself, and with the gates that it waits for. */
export function causesOf(subject: Subject, named: ItemState, waits: Waits): readonly CauseRef[] {
  if (named === 'complete' || named === 'deferred') return NO_CAUSES;
  const { context, state, traits, item, at, completion } = subject;
  const { graph } = state;
  const causes: CauseRef[] = [];
  const fault = traits.faulty.get(at);
  // A circle is a cause of its own, below.
  const isFaulty = fault !== undefined && fault.code !== 'item-in-cycle';
  let isOwn = isFaulty || traits.exhausted.has(at) || !isAllowed(context, item);
  if (isScopeInDoubt(subject)) isOwn = true;
  for (const gate of waits.gateNumbers) {
    const result = state.gates[gate];
    const open = result === undefined ? [] : openConditions(result);
    if (result === undefined || open.length === 0) isOwn = true;
    else {
      for (const { id } of open) {
        causes.push({ kind: 'condition', gate: result.id, condition: id });
      }
    }
  }
  const status = state.stopStatus[at];
  if (status !== undefined) {
    const stops = [...status.holding, ...status.latched.keys(), ...status.unknown];
    for (const number of new Set([...stops, ...status.unjudged])) {
      const stop = graph.stops[number];
      if (stop !== undefined) causes.push({ kind: 'stop', stop: stop.id, item: item.id });
    }
  }
  const cycle = cycleComponent(graph, at);
  if (cycle !== undefined) {
    causes.push({ kind: 'cycle', members: traits.cycles.items.get(cycle) ?? [item.id] });
  }
  for (const on of danglingIds(subject)) causes.push({ kind: 'dangling', item: item.id, on });
  eachOf(graph.dependencies, at, (other) => {
    const on = graph.items[other]?.id;
    if (on === undefined || isReached(context, state, item, other)) return;
    // Out of scope, or complete without the proof that is asked for: it will not come by itself.
    if (state.deferred[other] === 1 || state.done[other] === 1) {
      causes.push({ kind: 'item', item: on });
    }
  });
  const declared = item.declared?.state;
  if (declared === 'failed' || declared === 'blocked' || declared === 'stopped') isOwn = true;
  if (declared === 'complete' && completion.unusable !== undefined) isOwn = true;
  const isWrong = named !== 'ready' && named !== 'in-progress';
  const isUnexplained = isWrong && causes.length === 0 && waits.items.length === 0;
  if (isOwn || isUnexplained) causes.push({ kind: 'item', item: item.id });
  return causes;
}

const NO_CAUSES: readonly CauseRef[] = [];

/**
 * Built and proven? Until the item is under way its starting gates answer alone, where they ask for
 * more than permission and other gates: a step can be rehearsed and green long before it is carried
 * out, and what is owed afterwards says nothing of that. From then on all of its own gates count.
 */
export function readinessOf({ state, item, at }: Subject): Readiness {
  const { graph } = state;
  const readiness = (gate: number) => state.axes[gate]?.readiness ?? 'unproven';
  let starting: Axes['readiness'] = 'none';
  if (!UNDER_WAY.has(item.declared?.state ?? 'unknown')) {
    eachOf(graph.startGates, at, (gate) => {
      if (asksOfItself(state.gates[gate])) starting = worseReadiness(starting, readiness(gate));
    });
  }
  if (starting !== 'none') return asReadiness(starting);
  let found: Axes['readiness'] = 'none';
  eachOwnGate(graph, at, (gate) => {
    found = worseReadiness(found, readiness(gate));
  });
  return asReadiness(found);
}

const UNDER_WAY: ReadonlySet<DeclaredState> = new Set<DeclaredState>([
  'in-progress',
  'reopened',
  'complete',
]);

/** The gate asks for something of the item, and not only whether others are done or allow it. */
function asksOfItself(gate: GateResult | undefined): boolean {
  return (gate?.conditions ?? []).some(
    ({ blocking, kind }) => blocking && kind !== 'gate' && kind !== 'authorisation',
  );
}

function asReadiness(found: Axes['readiness']): Readiness {
  return found === 'none' ? 'not-required' : found;
}

/**
 * Allowed? From the gates of the item itself and, for a step, from the rules that stand first: a
 * step needs them whether a gate asks for them or not.
 */
export function permissionOf({ context, state, item, at }: Subject): Permission {
  if (!isAllowed(context, item)) return 'forbidden';
  let found: Axes['permission'] = 'none';
  eachOwnGate(state.graph, at, (gate) => {
    found = worsePermission(found, state.axes[gate]?.permission ?? 'none');
  });
  if (item.forbidden?.unless !== undefined) found = worsePermission(found, 'authorised');
  if (item.kind === 'step') {
    for (const rule of context.masterRules) {
      const { verdict } = judgeRule(context, rule, item.id);
      const allowed =
        verdict === 'passed' ? 'authorised' : verdict === 'stale' ? 'expired' : 'not-authorised';
      found = worsePermission(found, allowed);
    }
  }
  return asPermission(found);
}

function asPermission(found: Axes['permission']): Permission {
  return found === 'none' ? 'not-required' : found;
}

function eachOwnGate(
  graph: Subject['state']['graph'],
  at: number,
  visit: (gate: number) => void,
): void {
  eachOf(graph.startGates, at, visit);
  eachOf(graph.completeGates, at, visit);
}
