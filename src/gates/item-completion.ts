import { parseTimestamp } from '../lib/timestamp.ts';
import type { EvidenceId } from '../model/ids.ts';
import type { DeclaredState, PlanItem } from '../model/plan.ts';
import { doubt, timeOf } from './admission.ts';
import type { JudgeContext } from './context.ts';
import { hasPassed } from './item-start.ts';
import { doneNode } from './plan-graph.ts';
import type { PlanState } from './plan-state.ts';
import { eachOf } from './rows.ts';

/** What completes an item, as far as it goes. */
export interface Completion {
  readonly gates: number;
  readonly openGates: readonly number[];
  readonly failedGates: readonly number[];
  /** In scope. */
  readonly children: number;
  readonly openChildren: readonly number[];
  /** A passed completing gate names evidence. */
  readonly hasProof: boolean;
  /** Linked evidence that is absent or cannot be believed. */
  readonly unusable: EvidenceId | undefined;
  readonly linked: number;
  /** The first completing gate that a fault keeps open, or may. */
  readonly gateInDoubt: number | undefined;
  /** A fault keeps the item from being complete, or may, apart from its start. */
  readonly isInDoubt: boolean;
}

/** What somebody declared and a proof does not outweigh. */
const AGAINST_COMPLETION: ReadonlySet<DeclaredState> = new Set<DeclaredState>([
  'failed',
  'reopened',
  'blocked',
  'stopped',
]);

const NO_NUMBERS: readonly number[] = [];

export function completionOf(
  context: JudgeContext,
  state: PlanState,
  item: PlanItem,
  at: number,
): Completion {
  const { graph } = state;
  const openGates: number[] = [];
  const failedGates: number[] = [];
  let gates = 0;
  let hasProof = false;
  let gateInDoubt: number | undefined;
  eachOf(graph.completeGates, at, (gate) => {
    gates += 1;
    if (hasPassed(state, gate)) {
      if (state.axes[gate]?.isProven === true) hasProof = true;
      return;
    }
    openGates.push(gate);
    if (state.axes[gate]?.isInDoubt === true) gateInDoubt ??= gate;
    if (state.gates[gate]?.verdict === 'failed') failedGates.push(gate);
  });
  let children = 0;
  const openChildren: number[] = [];
  let isInDoubt = gateInDoubt !== undefined;
  eachOf(graph.children, at, (child) => {
    if (state.deferred[child] === 1) return;
    children += 1;
    if (state.done[child] === 1) return;
    openChildren.push(child);
    const isOfRing =
      graph.component[doneNode(graph, child)] === graph.component[doneNode(graph, at)];
    if (!isOfRing && state.doneInDoubt[child] === 1) isInDoubt = true;
  });
  const declared = item.declared?.evidence ?? [];
  const own = item.evidence ?? [];
  if (own.some((id) => isDoubtful(context, id)) || declared.some((id) => isDoubtful(context, id))) {
    isInDoubt = true;
  }
  return {
    gateInDoubt,
    isInDoubt,
    gates,
    openGates: byGateId(state, openGates),
    failedGates: byGateId(state, failedGates),
    children,
    openChildren,
    hasProof,
    unusable: firstUnusable(context, own) ?? firstUnusable(context, declared),
    linked: own.length + declared.length,
  };
}

/** In the order of ids, so that the order of the input never shows. */
export function byGateId(state: PlanState, gates: readonly number[]): readonly number[] {
  if (gates.length < 2) return gates.length === 0 ? NO_NUMBERS : gates;
  const id = (gate: number): string => state.graph.gates[gate]?.id ?? '';
  return [...gates].sort((a, b) => (id(a) < id(b) ? -1 : 1));
}

function firstUnusable(context: JudgeContext, ids: readonly EvidenceId[]): EvidenceId | undefined {
  let found: EvidenceId | undefined;
  for (const id of ids) {
    if (!isUsable(context, id) && (found === undefined || id < found)) found = id;
  }
  return found;
}

function isDoubtful(context: JudgeContext, id: EvidenceId): boolean {
  const evidence = context.project.index.evidence.get(id);
  return evidence !== undefined && doubt(context, evidence) !== undefined;
}

/** There, not rejected, not from the future, and fit to be believed. */
export function isUsable(context: JudgeContext, id: EvidenceId): boolean {
  const evidence = context.project.index.evidence.get(id);
  if (evidence === undefined || evidence.inadmissible !== undefined) return false;
  const time = timeOf(evidence);
  const isPast = time === undefined || parseTimestamp(time) <= context.asOf;
  return isPast && doubt(context, evidence) === undefined;
}

/**
 * Complete: declared so or shown to be, and nothing speaks against it. No declaration alone
 * completes anything: a file, a proven gate or finished children must stand behind it.
 */
export function isComplete(
  state: PlanState,
  item: PlanItem,
  at: number,
  completion: Completion,
): boolean {
  if (state.deferred[at] === 1 || state.lawful[at] === 0 || isStopped(state, at)) return false;
  const declared = item.declared?.state;
  if (declared !== undefined && AGAINST_COMPLETION.has(declared)) return false;
  if (completion.openGates.length > 0 || completion.openChildren.length > 0) return false;
  if (completion.unusable !== undefined) return false;
  return declared === 'complete' ? hasEvidence(completion) : isShown(completion);
}

function hasEvidence({ linked, hasProof, children }: Completion): boolean {
  return linked > 0 || hasProof || children > 0;
}

/** Shown by completing gates, or by children that are all complete. */
function isShown({ gates, hasProof, children }: Completion): boolean {
  return gates > 0 ? hasProof : children > 0;
}

/** A stop that holds, or of which nothing can be said because of a fault. */
function isStopped(state: PlanState, at: number): boolean {
  const status = state.stopStatus[at];
  if (status === undefined) return false;
  return status.holding.length + status.latched.size + status.unknown.length > 0;
}

/** Of a complete item: a gate of its own has shown it, or the same holds of all its children. */
export function isProven(state: PlanState, at: number, completion: Completion): boolean {
  if (completion.gates > 0) return completion.hasProof;
  let all = completion.children > 0;
  eachOf(state.graph.children, at, (child) => {
    if (state.deferred[child] === 0 && state.proven[child] === 0) all = false;
  });
  return all;
}
