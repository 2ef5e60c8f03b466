import type { PlanGraph } from './plan-graph.ts';
import type {
  ConditionResult,
  Finding,
  GateResult,
  ItemResult,
  Permission,
  Readiness,
} from './types.ts';

/** What the conditions of a gate say on the two axes. `none`: nothing on this axis. */
export interface Axes {
  readonly readiness: Exclude<Readiness, 'not-required'> | 'none';
  readonly permission: Exclude<Permission, 'not-required' | 'forbidden'> | 'none';
  /** A blocking condition was passed, and not only waived or not applicable. */
  readonly isProven: boolean;
  /** A fault keeps the gate from passing, or may. */
  readonly isInDoubt: boolean;
}

/** What is known of the stops of an item. */
export interface StopStatus {
  /** Stops that hold, as positions in the list of stops. */
  readonly holding: readonly number[];
  /** Raised by something that was seen and has not been lifted. Milliseconds, by stop. */
  readonly latched: ReadonlyMap<number, number>;
  /** Nothing can be said, because of a fault. */
  readonly unknown: readonly number[];
  /** Nothing has been shown, or not recently. */
  readonly unjudged: readonly number[];
}

/** Everything computed so far, by node. Written by the judges, in the order of the graph. */
export class PlanState {
  readonly graph: PlanGraph;
  readonly gates: (GateResult | undefined)[];
  readonly axes: (Axes | undefined)[];
  readonly stops: (ConditionResult | undefined)[];
  readonly invariants: (ConditionResult | undefined)[];
  readonly items: (ItemResult | undefined)[];
  /** What is to be reported about the item beside its result. */
  readonly itemFindings: (readonly Finding[] | undefined)[];
  readonly stopStatus: (StopStatus | undefined)[];
  /** 1: everything that an item needs before its start is there. */
  readonly lawful: Uint8Array;
  /** 1: a stop of the item, or of one above it, holds or cannot be judged. */
  readonly halted: Uint8Array;
  readonly deferred: Uint8Array;
  readonly done: Uint8Array;
  /** 1: done, and every completing gate has passed, of which there is one at least. */
  readonly proven: Uint8Array;
  /** 1: a fault keeps the item from being lawful, or may. */
  readonly startInDoubt: Uint8Array;
  /** 1: a fault keeps the item from being complete, or may. */
  readonly doneInDoubt: Uint8Array;

  /** An empty state, or a copy that can be changed without the other one. */
  constructor(graph: PlanGraph, from?: PlanState) {
    this.graph = graph;
    if (from !== undefined) {
      this.gates = [...from.gates];
      this.axes = [...from.axes];
      this.stops = [...from.stops];
      this.invariants = [...from.invariants];
      this.items = [...from.items];
      this.itemFindings = [...from.itemFindings];
      this.stopStatus = [...from.stopStatus];
      this.lawful = from.lawful.slice();
      this.halted = from.halted.slice();
      this.deferred = from.deferred.slice();
      this.done = from.done.slice();
      this.proven = from.proven.slice();
      this.startInDoubt = from.startInDoubt.slice();
      this.doneInDoubt = from.doneInDoubt.slice();
      return;
    }
    const count = graph.items.length;
    this.gates = new Array(graph.gates.length).fill(undefined);
    this.axes = new Array(graph.gates.length).fill(undefined);
    this.stops = new Array(graph.stops.length).fill(undefined);
    this.invariants = new Array(graph.invariants.length).fill(undefined);
    this.items = new Array(count).fill(undefined);
    this.itemFindings = new Array(count).fill(undefined);
    this.stopStatus = new Array(count).fill(undefined);
    this.lawful = new Uint8Array(count);
    this.halted = new Uint8Array(count);
    this.deferred = new Uint8Array(count);
    this.done = new Uint8Array(count);
    this.proven = new Uint8Array(count);
    this.startInDoubt = new Uint8Array(count);
    this.doneInDoubt = new Uint8Array(count);
  }
}
