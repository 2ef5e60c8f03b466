import type { CauseRef, ConditionResult, ItemResult } from '../gates/types.ts';
import { buildCsr, type Csr } from '../lib/graph/csr.ts';
import { type Condensation, condense } from '../lib/graph/order.ts';
import type { ConditionId, GateId, ItemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { type Cause, CauseBook } from './cause-book.ts';
import { type DeriveContext, remembered } from './context.ts';
import { type Formula, isSatisfied } from './formula.ts';
import { itemResult } from './results.ts';

/**
 * What stands in the way of what. Each item has two nodes: its start (`2·i`) and its completion
 * (`2·i + 1`), each gate that is asked for by another gate has one more. An edge leads from a node
 * to what it needs; a node's formulas are the causes of its own.
 *
 * Work that has not been reached is no cause: the conditions for completing an item count once the
 * item may be worked on. Until then whatever holds its start is the cause.
 */
export interface Obstacles {
  readonly items: readonly PlanItem[];
  readonly indexOf: ReadonlyMap<ItemId, number>;
  readonly causes: readonly Cause[];
  /** From a node to what it needs. */
  readonly needs: Csr;
  readonly condensed: Condensation;
  readonly formulas: readonly (readonly Formula[])[];
  /** 1 for items that wait: blocked, or begun although something upstream is open. */
  readonly held: Uint8Array;
}

export const startNode = (item: number): number => 2 * item;
export const doneNode = (item: number): number => 2 * item + 1;

export const obstacles: (context: DeriveContext) => Obstacles = remembered((context) =>
  new Builder(context).build(),
);

class Builder {
  readonly #context: DeriveContext;
  readonly #items: readonly PlanItem[];
  readonly #results: readonly ItemResult[];
  readonly #indexOf = new Map<ItemId, number>();
  readonly #book: CauseBook;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #formulas: Formula[][];
  readonly #gateNodes = new Map<GateId, number>();
  readonly #openGates: GateId[] = [];

  constructor(context: DeriveContext) {
    this.#context = context;
    this.#items = [...context.project.index.items.values()];
    for (const [at, item] of this.#items.entries()) this.#indexOf.set(item.id, at);
    this.#results = this.#items.map((item) => itemResult(context, item));
    this.#book = new CauseBook(context);
    this.#formulas = this.#items.flatMap(() => [[], []]);
  }

  build(): Obstacles {
    for (const [at, result] of this.#results.entries()) this.#item(at, result);
    this.#unfoldGates();
    const needs = buildCsr(this.#formulas.length, this.#from, this.#to);
    const condensed = condense(needs);
    this.#nameRings(condensed);
    this.#nameTheNameless(condensed);
    return {
      items: this.#items,
      indexOf: this.#indexOf,
      causes: this.#book.causes,
      needs,
      condensed,
      formulas: this.#formulas,
      held: Uint8Array.from(this.#results, (result) => (isHeld(result) ? 1 : 0)),
    };
  }

  #item(at: number, result: ItemResult): void {
    if (result.state === 'complete' || result.state === 'deferred') return;
    this.#need(doneNode(at), startNode(at));
    for (const id of result.waitsFor) this.#waitFor(at, result.id, id);
    const parent = this.#items[at]?.parent;
    const above = parent === undefined ? undefined : this.#indexOf.get(parent);
    if (above !== undefined && isHeld(result)) this.#need(startNode(at), startNode(above));
    for (const child of this.#context.project.index.children.get(result.id) ?? []) {
      const below = this.#indexOf.get(child.id);
      if (below !== undefined && this.#isOpen(below)) this.#need(doneNode(at), doneNode(below));
    }
    for (const cause of result.ownCauses) this.#ownCause(at, result, cause);
  }

  #waitFor(at: number, item: ItemId, id: ItemId): void {
    const other = this.#indexOf.get(id);
    if (other === undefined) {
      this.#add(startNode(at), this.#cause({ kind: 'dangling', item, on: id }, item));
    } else if (this.#results[other]?.state === 'complete') {
      // Complete, and still waited for: its proof is what the class of the waiting item demands.
      this.#add(startNode(at), this.#cause({ kind: 'item', item: id }, id));
    } else if (this.#isAbove(other, at)) {
      this.#need(startNode(at), startNode(other));
    } else if (this.#isAbove(at, other)) {
      this.#need(doneNode(at), doneNode(other));
    } else {
      this.#need(startNode(at), doneNode(other));
    }
  }

  #isOpen(at: number): boolean {
    const state = this.#results[at]?.state;
    return state !== 'complete' && state !== 'deferred';
  }

  #isAbove(above: number, below: number): boolean {
    const seen = new Set<number>([below]);
    let at: number | undefined = below;
    while (at !== undefined) {
      const parent: ItemId | undefined = this.#items[at]?.parent;
      at = parent === undefined ? undefined : this.#indexOf.get(parent);
      if (at === above) return true;
      if (at === undefined || seen.has(at)) return false;
      seen.add(at);
    }
    return false;
  }

  #ownCause(at: number, result: ItemResult, cause: CauseRef): void {
    if (cause.kind === 'condition') {
      this.#ownCondition(at, result, cause.gate, cause.condition);
      return;
    }
    const holdsStart =
      cause.kind !== 'item' || result.state === 'blocked' || this.#hasMuteStartGate(result);
    if (cause.kind === 'item' && cause.item !== result.id) {
      this.#waitFor(at, result.id, cause.item);
      return;
    }
    const node = holdsStart ? startNode(at) : doneNode(at);
    this.#add(node, this.#cause(cause, result.id));
  }

  #ownCondition(at: number, result: ItemResult, gate: GateId, condition: ConditionId): void {
    const top = (this.#context.verdicts.gates.get(gate)?.conditions ?? []).find((entry) =>
      contains(entry, condition),
    );
    const atStart = this.#guardsStart(gate, result.id);
    const notReached = result.state === 'ready' || (isHeld(result) && !hasBegun(result));
    if (!atStart && notReached && !result.ownFailure) return;
    const node = atStart ? startNode(at) : doneNode(at);
    if (top === undefined)
      this.#add(node, this.#cause({ kind: 'condition', gate, condition }, result.id));
    else this.#condition(node, gate, top, result.id);
  }

  /** Its start, or as the gate of something earlier the way to it. */
  #guardsStart(gate: GateId, item: ItemId): boolean {
    const guards = this.#context.project.index.gates.get(gate)?.guards ?? [];
    const own = guards.filter((guard) => guard.item === item);
    return own.length === 0 || own.some((guard) => guard.effect === 'start');
  }

  /** A gate before its start is not passed and has no condition that could be named instead. */
  #hasMuteStartGate(result: ItemResult): boolean {
    return result.openGates.some(
      (gate) => this.#guardsStart(gate, result.id) && !this.#hasOpenConditions(gate),
    );
  }

  #condition(node: number, gate: GateId, result: ConditionResult, item: ItemId | undefined): void {
    const asked = result.kind === 'gate' ? result.gate : undefined;
    if (asked !== undefined && this.#hasOpenConditions(asked)) {
      this.#need(node, this.#gateNode(asked));
      return;
    }
    const formula = this.#book.formula(gate, result, item);
    if (formula.kind !== 'all' || formula.of.length > 0) this.#add(node, formula);
  }

  #hasOpenConditions(gate: GateId): boolean {
    const result = this.#context.verdicts.gates.get(gate);
    return (result?.conditions ?? []).some((entry) => entry.blocking && !isSatisfied(entry));
  }

  #gateNode(gate: GateId): number {
    const known = this.#gateNodes.get(gate);
    if (known !== undefined) return known;
    const node = this.#formulas.length;
    this.#gateNodes.set(gate, node);
    this.#formulas.push([]);
    this.#openGates.push(gate);
    return node;
  }

  /** A loop over a growing list instead of a recursion: chains of gates may be long. */
  #unfoldGates(): void {
    for (const gate of this.#openGates) {
      const node = this.#gateNode(gate);
      const item = this.#context.project.index.gates.get(gate)?.guards[0]?.item;
      for (const entry of this.#context.verdicts.gates.get(gate)?.conditions ?? []) {
        if (entry.blocking && !isSatisfied(entry)) this.#condition(node, gate, entry, item);
      }
    }
  }

  /**
   * Whatever is not as it should be has a cause that can be named: a cycle by its members, and
   * everything else by the item that is to be done.
   */
  #nameTheNameless(condensed: Condensation): void {
    const named = new Uint8Array(condensed.count);
    for (let at = 0; at < condensed.count; at += 1) {
      const members = condensed.members.subarray(
        condensed.memberOffsets[at],
        condensed.memberOffsets[at + 1],
      );
      const targets = condensed.graph.targets.subarray(
        condensed.graph.offsets[at],
        condensed.graph.offsets[at + 1],
      );
      const has =
        members.some((node) => (this.#formulas[node] ?? []).length > 0) ||
        targets.some((target) => named[target] === 1);
      named[at] = has || this.#nameComponent(members) ? 1 : 0;
    }
  }

  #nameComponent(members: Int32Array): boolean {
    const first = members[0] ?? 0;
    const inside = [...new Set(Array.from(members, (node) => node >> 1))];
    if (inside.length > 1) {
      const ids = inside.flatMap((at) => this.#items[at]?.id ?? []);
      this.#add(first, this.#cause({ kind: 'cycle', members: ids }, ids[0]));
      return true;
    }
    const item = this.#results[inside[0] ?? -1];
    if (item === undefined || item.state === 'complete') return false;
    const isStart = members.length === 1 && first % 2 === 0;
    if (isStart && !isHeld(item)) return false;
    this.#add(first, this.#cause({ kind: 'item', item: item.id }, item.id));
    return true;
  }

  /**
   * Gates that ask for each other in a ring: no condition but the asking itself can be named, and
   * clearing the others would not open the ring.
   */
  #nameRings({ component }: Condensation): void {
    for (const [gate, node] of this.#gateNodes) {
      for (const entry of this.#context.verdicts.gates.get(gate)?.conditions ?? []) {
        if (!entry.blocking || isSatisfied(entry) || entry.gate === undefined) continue;
        const asked = this.#gateNodes.get(entry.gate);
        if (asked === undefined || component[asked] !== component[node]) continue;
        this.#add(node, this.#cause({ kind: 'condition', gate, condition: entry.id }, undefined));
      }
    }
  }

  #need(node: number, other: number): void {
    this.#from.push(node);
    this.#to.push(other);
  }

  #add(node: number, formula: Formula): void {
    this.#formulas[node]?.push(formula);
  }

  #cause(ref: CauseRef, item: ItemId | undefined): Formula {
    return { kind: 'cause', cause: this.#book.number(ref, item) };
  }
}

/** The item waits for something that is not its own fault. */
export function isHeld(result: ItemResult): boolean {
  if (result.state === 'complete' || result.state === 'deferred') return false;
  return result.held || result.state === 'blocked';
}

function hasBegun(result: ItemResult): boolean {
  return result.declared === 'in-progress' || result.declared === 'complete';
}

function contains(result: ConditionResult, id: string): boolean {
  const open = [result];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.id === id) return true;
    open.push(...(next.parts ?? []));
  }
  return false;
}
