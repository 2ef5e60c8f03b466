import type { ConditionId, GateId, ItemId, StopConditionId } from '../model/ids.ts';
import type { ConditionVerdict, GateVerdict } from './types.ts';

/** Something taken for granted for the sake of the question. */
export type Assumption =
  | {
      readonly kind: 'condition';
      readonly gate: GateId;
      readonly condition: ConditionId;
      readonly verdict: ConditionVerdict;
    }
  | { readonly kind: 'gate'; readonly gate: GateId; readonly verdict: GateVerdict }
  /** The item is complete, whatever stands against it. */
  | { readonly kind: 'item'; readonly item: ItemId }
  /** The stop does not hold, for any item. */
  | { readonly kind: 'stop'; readonly stop: StopConditionId };

export interface Assumed {
  readonly conditions: ReadonlyMap<GateId, ReadonlyMap<string, ConditionVerdict>>;
  readonly gates: ReadonlyMap<GateId, GateVerdict>;
  readonly items: ReadonlySet<ItemId>;
  readonly stops: ReadonlySet<StopConditionId>;
}

export const NOTHING: Assumed = {
  conditions: new Map(),
  gates: new Map(),
  items: new Set(),
  stops: new Set(),
};

/** What holds together in one question. */
export function assumedIn(assumptions: readonly Assumption[]): Assumed {
  if (assumptions.length === 0) return NOTHING;
  const conditions = new Map<GateId, Map<string, ConditionVerdict>>();
  const gates = new Map<GateId, GateVerdict>();
  const items = new Set<ItemId>();
  const stops = new Set<StopConditionId>();
  for (const assumption of assumptions) {
    switch (assumption.kind) {
      case 'condition': {
        const known = conditions.get(assumption.gate) ?? new Map<string, ConditionVerdict>();
        conditions.set(assumption.gate, known.set(assumption.condition, assumption.verdict));
        break;
      }
      case 'gate':
        gates.set(assumption.gate, assumption.verdict);
        break;
      case 'item':
        items.add(assumption.item);
        break;
      case 'stop':
        stops.add(assumption.stop);
        break;
    }
  }
  return { conditions, gates, items, stops };
}
