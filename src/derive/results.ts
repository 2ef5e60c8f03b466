import type { GateResult, ItemResult } from '../gates/types.ts';
import type { Gate } from '../model/gate.ts';
import type { ItemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import type { DeriveContext } from './context.ts';

/**
 * What the engine says of an item. An item that it says nothing of counts as blocked: a gap in
 * judgement never makes anything greener.
 */
export function itemResult(context: DeriveContext, item: PlanItem): ItemResult {
  return (
    context.verdicts.items.get(item.id) ?? {
      id: item.id,
      state: 'blocked',
      declared: item.declared?.state,
      ownFailure: false,
      held: true,
      readiness: 'unproven',
      permission: 'not-required',
      reason: { code: 'not-judged' },
      waitsFor: [],
      openGates: [],
      ownCauses: [{ kind: 'item', item: item.id }],
    }
  );
}

/** The gates that guard an item: its start, then its completion, then the advance from it. */
export function gatesOf(context: DeriveContext, item: ItemId): readonly Gate[] {
  const { startGates, completeGates, advanceGates } = context.project.index;
  return [
    ...new Set([
      ...(startGates.get(item) ?? []),
      ...(completeGates.get(item) ?? []),
      ...(advanceGates.get(item) ?? []),
    ]),
  ];
}

/** What the engine says of a gate; a gate that it says nothing of is unknown. */
export function gateResult(context: DeriveContext, gate: Gate): GateResult {
  return (
    context.verdicts.gates.get(gate.id) ?? {
      id: gate.id,
      verdict: 'unknown',
      reason: { code: 'not-judged' },
      conditions: [],
      ...(gate.declared === undefined ? {} : { declared: gate.declared }),
      contradicts: false,
    }
  );
}
