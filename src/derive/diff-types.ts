import type { ConditionVerdict, GateVerdict, ItemState } from '../gates/types.ts';
import type { EvidenceId, GateId, ItemId } from '../model/ids.ts';

/** One thing that differs between two evaluations; `undefined` on a side where it does not exist. */
export interface Change<Id, Value> {
  readonly id: Id;
  readonly title: string;
  readonly before?: Value;
  readonly after?: Value;
}

/** A demand that was made easier or harder to meet. `field` is the name in the model. */
export interface DemandChange {
  readonly kind: 'loosened' | 'tightened' | 'changed';
  readonly of: 'metric' | 'condition' | 'gate' | 'deliverable' | 'contract';
  /** The gate, for a condition; the contract, for a deliverable. */
  readonly within?: string;
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly before?: string | number | boolean;
  readonly after?: string | number | boolean;
}

/** What changed from one evaluation to another, in the order of the later plan. */
export interface EvaluationDiff {
  readonly items: readonly Change<ItemId, ItemState>[];
  readonly gates: readonly (Change<GateId, GateVerdict> & {
    /** A pass that is no pass any longer. */
    readonly revoked: boolean;
  })[];
  readonly conditions: readonly (Change<string, ConditionVerdict> & { readonly gate: GateId })[];
  readonly evidence: readonly {
    /** `replaced`: other bytes under the same name. */
    readonly kind: 'added' | 'removed' | 'replaced';
    readonly name: string;
    readonly before?: EvidenceId;
    readonly after?: EvidenceId;
  }[];
  readonly demands: readonly DemandChange[];
}
