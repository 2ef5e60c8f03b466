import type { ConditionResult, EvidenceUse } from '../gates/types.ts';
import type { EvidenceId, GateId, ItemId } from '../model/ids.ts';
import { type DeriveContext, remembered } from './context.ts';
import { gatesOf } from './results.ts';
import type { EvidenceReference } from './types.ts';

/**
 * Which conditions rely on a piece of evidence, in the order of gates and conditions. A condition
 * made of parts is named by the part that looks at the evidence. Evidence that is absent here is
 * an orphan: nothing in the plan depends on it.
 */
export const evidenceReferences: (
  context: DeriveContext,
) => ReadonlyMap<EvidenceId, readonly EvidenceReference[]> = remembered((context) => {
  const references = new Map<EvidenceId, EvidenceReference[]>();
  for (const result of context.verdicts.gates.values()) {
    const gateTitle = context.project.index.gates.get(result.id)?.title ?? result.id;
    for (const condition of leavesOf(result.conditions)) {
      const seen = new Set<EvidenceId>();
      for (const use of condition.uses) {
        if (seen.has(use.evidence)) continue;
        seen.add(use.evidence);
        const list = references.get(use.evidence);
        const reference = referenceOf(result.id, gateTitle, condition, use);
        if (list === undefined) references.set(use.evidence, [reference]);
        else list.push(reference);
      }
    }
  }
  return references;
});

function referenceOf(
  gate: GateId,
  gateTitle: string,
  condition: ConditionResult,
  use: EvidenceUse,
): EvidenceReference {
  return {
    gate,
    gateTitle,
    condition: condition.id,
    title: condition.title,
    verdict: condition.verdict,
    ...(use.pointer === undefined ? {} : { pointer: use.pointer }),
  };
}

/** Conditions without parts, in order; a part is given instead of what it is part of. */
export function leavesOf(conditions: readonly ConditionResult[]): readonly ConditionResult[] {
  const leaves: ConditionResult[] = [];
  const open = [...conditions].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = next.parts ?? [];
    if (parts.length === 0) leaves.push(next);
    else open.push(...[...parts].reverse());
  }
  return leaves;
}

/** What the conditions of a gate rely on. */
export function evidenceOfGate(context: DeriveContext, gate: GateId): ReadonlySet<EvidenceId> {
  const result = context.verdicts.gates.get(gate);
  return new Set(
    leavesOf(result?.conditions ?? []).flatMap((leaf) => leaf.uses.map((use) => use.evidence)),
  );
}

/** What an item links to, what its gates rely on, and what says that it covers the item. */
export function evidenceOfItem(context: DeriveContext, item: ItemId): ReadonlySet<EvidenceId> {
  const { index } = context.project;
  const found = index.items.get(item);
  const ids = new Set<EvidenceId>([
    ...(found?.evidence ?? []),
    ...(found?.declared?.evidence ?? []),
  ]);
  for (const gate of gatesOf(context, item)) {
    for (const id of evidenceOfGate(context, gate.id)) ids.add(id);
  }
  for (const entry of index.evidenceByCover.get(item) ?? []) ids.add(entry.id);
  return ids;
}
