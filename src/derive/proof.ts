import type { CauseRef, ConditionResult, ItemResult, Reason } from '../gates/types.ts';
import type { GateId, ItemId } from '../model/ids.ts';
import { causeReason } from './cause-book.ts';
import { causeKey } from './cause-key.ts';
import type { DeriveContext } from './context.ts';
import { isSatisfied } from './formula.ts';
import { gateResult, itemResult } from './results.ts';
import type { ProofNode } from './types.ts';

/** A proof is cut at this many nodes; the nodes that are left out are marked as repeated. */
export const MAX_PROOF_NODES = 2_000;

type Subject = ProofNode['subject'];

interface Draft {
  readonly key: string;
  readonly subject: Subject;
  readonly reason: Reason;
  children: Draft[];
  repeated: boolean;
}

/**
 * Why an item is as it is, from the item down to what decides it: the items that it waits for, its
 * own gates with their open conditions, and its other causes. A subject that occurs again is named
 * and not unfolded again. Breadth first without recursion, so that neither a long chain nor a
 * cycle can exhaust the stack, and a subject is unfolded where it is nearest to the root.
 */
export function proofOfItem(context: DeriveContext, item: ItemId): ProofNode | undefined {
  return context.project.index.items.has(item)
    ? new Proof(context).from(itemSubject(context, item))
    : undefined;
}

/** Why a gate has not passed: its open blocking conditions, down to their parts. */
export function proofOfGate(context: DeriveContext, gate: GateId): ProofNode | undefined {
  return context.project.index.gates.has(gate)
    ? new Proof(context).from(gateSubject(context, gate))
    : undefined;
}

class Proof {
  readonly #context: DeriveContext;
  readonly #unfolded = new Set<string>();

  constructor(context: DeriveContext) {
    this.#context = context;
  }

  from(subject: Subject): ProofNode {
    const root = draft(this.#context, subject);
    const order: Draft[] = [root];
    for (const node of order) {
      if (this.#unfolded.has(node.key) || order.length > MAX_PROOF_NODES) {
        node.repeated = this.#children(node.subject).length > 0;
        continue;
      }
      this.#unfolded.add(node.key);
      node.children = this.#children(node.subject).map((child) => draft(this.#context, child));
      order.push(...node.children);
    }
    return finished(order);
  }

  #children(subject: Subject): readonly Subject[] {
    const byKey = new Map<string, Subject>();
    for (const child of this.#allChildren(subject)) byKey.set(subjectKey(child), child);
    return [...byKey.values()];
  }

  #allChildren(subject: Subject): readonly Subject[] {
    switch (subject.kind) {
      case 'item':
        return this.#ofItem(subject.id);
      case 'gate':
        return gateSubject(this.#context, subject.id).verdict === 'passed'
          ? []
          : openConditions(this.#context, subject.id);
      case 'condition':
        return this.#ofCondition(subject.gate, subject.result);
      case 'cause':
        return [];
    }
  }

  #ofItem(id: ItemId): readonly Subject[] {
    const item = this.#context.project.index.items.get(id);
    if (item === undefined) return [];
    const result = itemResult(this.#context, item);
    if (result.state === 'complete') return [];
    const below = this.#waitsFor(result);
    const gates = result.openGates.map((gate) => gateSubject(this.#context, gate));
    const shown = new Set<GateId>(result.openGates);
    const causes = result.ownCauses.flatMap((cause) => this.#ofCause(id, cause, shown));
    return [...below, ...gates, ...causes];
  }

  #waitsFor(result: ItemResult): readonly Subject[] {
    const ids = new Set(result.waitsFor);
    for (const child of this.#context.project.index.children.get(result.id) ?? []) {
      const { state } = itemResult(this.#context, child);
      if (state !== 'complete' && state !== 'deferred' && result.state !== 'ready') {
        ids.add(child.id);
      }
    }
    return [...ids].map((id) =>
      this.#context.project.index.items.has(id)
        ? itemSubject(this.#context, id)
        : { kind: 'cause', cause: { kind: 'dangling', item: result.id, on: id } },
    );
  }

  /** Conditions of gates that are shown already stand below their gate. */
  #ofCause(item: ItemId, cause: CauseRef, shown: ReadonlySet<GateId>): readonly Subject[] {
    if (cause.kind === 'condition') {
      return shown.has(cause.gate) ? [] : [gateSubject(this.#context, cause.gate)];
    }
    return cause.kind === 'item' && cause.item !== item && this.#isItem(cause.item)
      ? [itemSubject(this.#context, cause.item)]
      : [{ kind: 'cause', cause }];
  }

  #isItem(id: ItemId): boolean {
    return this.#context.project.index.items.has(id);
  }

  #ofCondition(gate: GateId, result: ConditionResult): readonly Subject[] {
    if (isSatisfied(result)) return [];
    if (result.gate !== undefined && this.#context.project.index.gates.has(result.gate)) {
      return [gateSubject(this.#context, result.gate)];
    }
    const parts = result.parts ?? [];
    const open = parts.filter((part) => !isSatisfied(part));
    // A `not` fails because its part holds, so a condition without open parts shows all of them.
    return (open.length > 0 ? open : parts).map((part) => ({
      kind: 'condition',
      gate,
      result: part,
    }));
  }
}

/** Built from the leaves up: `order` has every child after its parent. */
function finished(order: readonly Draft[]): ProofNode {
  const done = new Map<Draft, ProofNode>();
  let last: ProofNode | undefined;
  for (const node of order.toReversed()) {
    last = {
      key: node.key,
      subject: node.subject,
      reason: node.reason,
      children: node.children.flatMap((child) => done.get(child) ?? []),
      ...(node.repeated ? { repeated: true } : {}),
    };
    done.set(node, last);
  }
  if (last === undefined) throw new Error('A proof has at least its root');
  return last;
}

function openConditions(context: DeriveContext, gate: GateId): readonly Subject[] {
  const conditions = context.verdicts.gates.get(gate)?.conditions ?? [];
  return conditions
    .filter((condition) => condition.blocking && !isSatisfied(condition))
    .map((result) => ({ kind: 'condition', gate, result }));
}

function itemSubject(context: DeriveContext, id: ItemId): Subject & { readonly kind: 'item' } {
  const item = context.project.index.items.get(id);
  return {
    kind: 'item',
    id,
    title: item?.title ?? id,
    state: item === undefined ? 'blocked' : itemResult(context, item).state,
  };
}

function gateSubject(context: DeriveContext, id: GateId): Subject & { readonly kind: 'gate' } {
  const gate = context.project.index.gates.get(id);
  return {
    kind: 'gate',
    id,
    title: gate?.title ?? id,
    verdict: gate === undefined ? 'unknown' : gateResult(context, gate).verdict,
  };
}

function draft(context: DeriveContext, subject: Subject): Draft {
  return {
    key: subjectKey(subject),
    subject,
    reason: reasonOf(context, subject),
    children: [],
    repeated: false,
  };
}

/** Unambiguous: the kind stands first and a condition is written like its cause. */
function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'item':
      return `item:${subject.id}`;
    case 'gate':
      return `gate:${subject.id}`;
    case 'condition':
      return causeKey({ kind: 'condition', gate: subject.gate, condition: subject.result.id });
    case 'cause':
      return causeKey(subject.cause);
  }
}

function reasonOf(context: DeriveContext, subject: Subject): Reason {
  switch (subject.kind) {
    case 'item': {
      const item = context.project.index.items.get(subject.id);
      return item === undefined ? { code: 'not-judged' } : itemResult(context, item).reason;
    }
    case 'gate': {
      const gate = context.project.index.gates.get(subject.id);
      return gate === undefined ? { code: 'not-judged' } : gateResult(context, gate).reason;
    }
    case 'condition':
      return subject.result.reason;
    case 'cause':
      return causeReason(context, subject.cause);
  }
}
