import { namesOf } from '../gates/cycles.ts';
import { reason } from '../gates/reason-codes.ts';
import type {
  CauseRef,
  ConditionResult,
  ConditionVerdict,
  EvidenceUse,
  ItemState,
  Reason,
} from '../gates/types.ts';
import type { Condition } from '../model/condition.ts';
import type { GateId, ItemId } from '../model/ids.ts';
import { causeKey } from './cause-key.ts';
import type { DeriveContext } from './context.ts';
import { type Formula, isSatisfied } from './formula.ts';
import { itemResult } from './results.ts';

/** An atomic cause with all that is said of it, apart from what it holds. */
export interface Cause {
  readonly key: string;
  readonly ref: CauseRef;
  readonly verdict: ConditionVerdict | ItemState;
  readonly title: string;
  readonly item?: ItemId;
  readonly gate?: GateId;
  readonly owner?: string;
  readonly reason: Reason;
  readonly uses: readonly EvidenceUse[];
  /** Something went wrong, as against something still to be done. */
  readonly fault: boolean;
}

/** How deep gates that stand inside alternatives are unfolded before they count as one cause. */
const MAX_NESTED_GATES = 32;

/** Numbers causes in the order in which they are met, each once. */
export class CauseBook {
  readonly causes: Cause[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #context: DeriveContext;

  constructor(context: DeriveContext) {
    this.#context = context;
  }

  number(ref: CauseRef, item: ItemId | undefined): number {
    const key = causeKey(ref);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.causes.length;
    this.#numbers.set(key, number);
    this.causes.push(described(this.#context, key, ref, item));
    return number;
  }

  /**
   * What must be cleared for an unsatisfied condition, down to its parts: one cause for a plain
   * condition, alternatives for `any` and `at-least`. A part that is a gate is unfolded into that
   * gate's conditions.
   */
  formula(
    gate: GateId,
    result: ConditionResult,
    item: ItemId | undefined,
    nested: readonly GateId[] = [],
  ): Formula {
    if (isSatisfied(result)) return { kind: 'all', of: [] };
    const unfolded = this.#parts(gate, result, item, nested);
    if (unfolded !== undefined && !isEmpty(unfolded)) return unfolded;
    const ref = { kind: 'condition', gate, condition: result.id } as const;
    return { kind: 'cause', cause: this.number(ref, item) };
  }

  #parts(
    gate: GateId,
    result: ConditionResult,
    item: ItemId | undefined,
    nested: readonly GateId[],
  ): Formula | undefined {
    const parts = result.parts ?? [];
    const unfold = () => parts.map((part) => this.formula(gate, part, item, nested));
    switch (result.kind) {
      case 'all':
        return { kind: 'all', of: unfold().filter((part) => !isEmpty(part)) };
      case 'any':
        return some(1, parts.length, unfold);
      case 'at-least':
        return some(this.#atLeast(gate, result), parts.length, unfold);
      case 'gate':
        return result.gate === undefined
          ? undefined
          : this.#gate(result.gate, item, [...nested, gate]);
      default:
        return undefined;
    }
  }

  #gate(gate: GateId, item: ItemId | undefined, nested: readonly GateId[]): Formula | undefined {
    if (nested.includes(gate) || nested.length > MAX_NESTED_GATES) return undefined;
    const result = this.#context.verdicts.gates.get(gate);
    const open = (result?.conditions ?? []).filter(
      (condition) => condition.blocking && !isSatisfied(condition),
    );
    return { kind: 'all', of: open.map((part) => this.formula(gate, part, item, nested)) };
  }

  #atLeast(gate: GateId, result: ConditionResult): number {
    const conditions = this.#context.project.index.gates.get(gate)?.conditions ?? [];
    const open: Condition[] = [...conditions];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.id === result.id && next.kind === 'at-least') return next.count;
      if (next.kind === 'not') open.push(next.of);
      else if (next.kind === 'all' || next.kind === 'any' || next.kind === 'at-least') {
        open.push(...next.of);
      }
    }
    return result.parts?.length ?? 1;
  }
}

function isEmpty(formula: Formula): boolean {
  return formula.kind === 'all' && formula.of.length === 0;
}

/** `undefined` where clearing all parts could not be enough, or none of them is open. */
function some(
  count: number,
  available: number,
  unfold: () => readonly Formula[],
): Formula | undefined {
  if (count > available) return undefined;
  const parts = unfold();
  const open = parts.filter((part) => !isEmpty(part));
  const needed = count - (parts.length - open.length);
  if (needed <= 0) return undefined;
  return needed === open.length
    ? { kind: 'all', of: open }
    : { kind: 'some', count: needed, of: open };
}

function described(
  context: DeriveContext,
  key: string,
  ref: CauseRef,
  item: ItemId | undefined,
): Cause {
  switch (ref.kind) {
    case 'condition':
      return describeCondition(context, key, ref, item);
    case 'item':
      return describeItem(context, key, ref, ref.item);
    case 'cycle':
      return describeItem(context, key, ref, ref.members[0] ?? item);
    case 'dangling':
      return describeItem(context, key, ref, ref.item);
    case 'stop':
      return describeStop(context, key, ref);
    case 'invariant':
      return describeInvariant(context, key, ref, item);
  }
}

function describeCondition(
  context: DeriveContext,
  key: string,
  ref: CauseRef & { readonly kind: 'condition' },
  item: ItemId | undefined,
): Cause {
  const gate = context.project.index.gates.get(ref.gate);
  const result = findCondition(context, ref.gate, ref.condition);
  const guarded = item ?? gate?.guards[0]?.item;
  const owner = result?.owner ?? gate?.owner ?? ownerOf(context, guarded);
  return {
    key,
    ref,
    verdict: result?.verdict ?? 'unknown',
    title: result?.title ?? ref.condition,
    ...(guarded === undefined ? {} : { item: guarded }),
    gate: ref.gate,
    ...(owner === undefined ? {} : { owner }),
    reason: causeReason(context, ref),
    uses: result?.uses ?? [],
    fault: result?.verdict !== 'missing',
  };
}

/** States in which there is work or proof to be done, and nothing wrong. */
const LAWFUL: ReadonlySet<ItemState> = new Set(['ready', 'in-progress', 'complete']);

function describeItem(
  context: DeriveContext,
  key: string,
  ref: CauseRef,
  id: ItemId | undefined,
): Cause {
  const item = id === undefined ? undefined : context.project.index.items.get(id);
  if (item === undefined) {
    const title = id ?? '';
    return {
      key,
      ref,
      verdict: 'blocked',
      title,
      reason: causeReason(context, ref),
      uses: [],
      fault: true,
    };
  }
  const result = itemResult(context, item);
  const lawful = LAWFUL.has(result.state);
  return {
    key,
    ref,
    verdict: ref.kind === 'item' ? result.state : 'blocked',
    title: item.title,
    item: item.id,
    ...(item.owner === undefined ? {} : { owner: item.owner }),
    reason: causeReason(context, ref),
    uses: [],
    fault: ref.kind !== 'item' || !lawful || result.ownFailure,
  };
}

function describeStop(
  context: DeriveContext,
  key: string,
  ref: CauseRef & { readonly kind: 'stop' },
): Cause {
  const stop = (context.project.stopConditions ?? []).find((entry) => entry.id === ref.stop);
  const item = describeItem(context, key, ref, ref.item);
  return { ...item, verdict: 'stopped', title: stop?.title ?? ref.stop };
}

function describeInvariant(
  context: DeriveContext,
  key: string,
  ref: CauseRef & { readonly kind: 'invariant' },
  item: ItemId | undefined,
): Cause {
  const result = context.verdicts.invariants.find((entry) => entry.id === ref.invariant);
  const owner = ownerOf(context, item);
  return {
    key,
    ref,
    verdict: result?.verdict === 'violated' ? 'failed' : 'unknown',
    title: result?.title ?? ref.invariant,
    ...(item === undefined ? {} : { item }),
    ...(owner === undefined ? {} : { owner }),
    reason: causeReason(context, ref),
    uses: (result?.counterexamples ?? []).flatMap((example) => example.uses ?? []),
    fault: true,
  };
}

/** Why a cause is one: what was found, or what of the plan makes it impossible. */
export function causeReason(context: DeriveContext, ref: CauseRef): Reason {
  const unjudged = reason('not-judged');
  switch (ref.kind) {
    case 'condition':
      return findCondition(context, ref.gate, ref.condition)?.reason ?? unjudged;
    case 'item': {
      const item = context.project.index.items.get(ref.item);
      return item === undefined ? unjudged : itemResult(context, item).reason;
    }
    case 'cycle':
      return reason('item-in-cycle', {
        members: namesOf(ref.members),
        count: ref.members.length,
      });
    case 'dangling':
      return reason('item-dangling', { on: ref.on });
    case 'stop':
      return reason('item-stopped', { stop: ref.stop });
    case 'invariant':
      return (
        context.verdicts.invariants.find((entry) => entry.id === ref.invariant)?.reason ?? unjudged
      );
  }
}

function ownerOf(context: DeriveContext, item: ItemId | undefined): string | undefined {
  return item === undefined ? undefined : context.project.index.items.get(item)?.owner;
}

/** A condition of a gate by its id, at whatever depth. */
export function findCondition(
  context: DeriveContext,
  gate: GateId,
  condition: string,
): ConditionResult | undefined {
  const open = [...(context.verdicts.gates.get(gate)?.conditions ?? [])].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.id === condition) return next;
    open.push(...[...(next.parts ?? [])].reverse());
  }
  return undefined;
}
