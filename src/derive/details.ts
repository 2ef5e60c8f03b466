import type { ConditionResult } from '../gates/types.ts';
import type { Condition } from '../model/condition.ts';
import { conditionId, type DeliverableId, gateId, type ItemId, itemId } from '../model/ids.ts';
import type { Relation } from '../model/plan.ts';
import { type DeriveContext, evaluationOf, remembered } from './context.ts';
import { evidenceOfItem, evidenceRows } from './evidence.ts';
import { proofOfItem } from './proof.ts';
import { gateResult, gatesOf } from './results.ts';
import { edgeRows, itemRows } from './rows.ts';
import type { ContractDetail, EdgeRow, GateDetail, ItemDetail, PlanContent } from './types.ts';
import { itemCauses, unblockingItem } from './unblocking.ts';

/** Everything about one item; `undefined` when there is no such item. */
export function itemDetail(context: DeriveContext, id: string): ItemDetail | undefined {
  const key = itemId(id);
  const item = context.project.index.items.get(key);
  const rows = itemRows(context);
  const row = rows.get(key);
  const proof = proofOfItem(context, key);
  if (item === undefined || row === undefined || proof === undefined) return undefined;
  const evidence = evidenceRows(context);
  const edges = edgesByItem(context);
  return {
    item,
    row,
    proof,
    gates: gatesOf(context, key).map((gate) => ({ gate, result: gateResult(context, gate) })),
    evidence: [...evidenceOfItem(context, key)].flatMap((entry) => evidence.get(entry) ?? []),
    dependsOn: edges.dependsOn.get(key) ?? [],
    dependents: edges.dependents.get(key) ?? [],
    relations: relationsByEnd(context).get(key) ?? [],
    children: (context.project.index.children.get(key) ?? []).flatMap(
      (child) => rows.get(child.id) ?? [],
    ),
    release: unblockingItem(context, key),
    causes: itemCauses(context, key),
  };
}

const edgesByItem = remembered((context) => {
  const dependsOn = new Map<ItemId, EdgeRow[]>();
  const dependents = new Map<ItemId, EdgeRow[]>();
  for (const edge of edgeRows(context)) {
    append(dependsOn, edge.item, edge);
    append(dependents, edge.on, edge);
  }
  return { dependsOn, dependents };
});

const relationsByEnd = remembered((context) => {
  const byEnd = new Map<string, Relation[]>();
  for (const relation of context.project.relations ?? []) {
    append(byEnd, relation.from, relation);
    if (relation.to !== relation.from) append(byEnd, relation.to, relation);
  }
  return byEnd;
});

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A gate with its result; `undefined` when there is no such gate. */
export function gateDetail(context: DeriveContext, id: string): GateDetail | undefined {
  const gate = context.project.index.gates.get(gateId(id));
  return gate === undefined ? undefined : { gate, result: gateResult(context, gate) };
}

/** The rest of the content, with what the engine made of the contracts. */
export function planContent(context: DeriveContext): PlanContent {
  const { project } = context;
  return {
    documents: project.documents ?? [],
    registers: project.registers ?? [],
    contracts: contracts(context),
    budgets: project.budgets ?? [],
    roles: project.roles ?? [],
    rules: project.authorisationRules ?? [],
    authorisations: project.authorisations ?? [],
    probes: project.probes ?? [],
    checklists: project.checklists ?? [],
    relations: project.relations ?? [],
    sources: project.project.sources ?? [],
  };
}

/**
 * Contracts with the results of the gate conditions that judge them: deliverables by the
 * deliverable that a condition names, cross-checks and criteria by the condition's own id. What no
 * gate asks for is judged by the same engine.
 */
function contracts(context: DeriveContext): readonly ContractDetail[] {
  const judged = judgedConditions(context);
  const resultsOf = (conditions: readonly Condition[] | undefined) =>
    (conditions ?? []).map(
      (condition) => judged.byId.get(condition.id) ?? evaluationOf(context).judge(condition),
    );
  return (context.project.contracts ?? []).map((contract) => ({
    contract,
    deliverables: contract.deliverables.map((deliverable) => {
      const { id, title } = deliverable;
      const result =
        judged.byDeliverable.get(id) ??
        evaluationOf(context).judge({
          kind: 'deliverable',
          id: conditionId(id),
          title,
          deliverable: id,
        });
      return { deliverable, result };
    }),
    crossChecks: resultsOf(contract.crossChecks),
    definitionOfDone: resultsOf(contract.definitionOfDone),
  }));
}

/** Every condition of every gate, at whatever depth, with its result; the first of two wins. */
function judgedConditions(context: DeriveContext): {
  readonly byId: ReadonlyMap<string, ConditionResult>;
  readonly byDeliverable: ReadonlyMap<DeliverableId, ConditionResult>;
} {
  const byId = new Map<string, ConditionResult>();
  const byDeliverable = new Map<DeliverableId, ConditionResult>();
  for (const gate of context.project.index.gates.values()) {
    const results = new Map<string, ConditionResult>();
    for (const result of withParts(gateResult(context, gate).conditions, partsOfResult)) {
      results.set(result.id, result);
    }
    for (const condition of withParts(gate.conditions, partsOf)) {
      const result = results.get(condition.id);
      if (result === undefined) continue;
      if (!byId.has(condition.id)) byId.set(condition.id, result);
      if (condition.kind === 'deliverable' && !byDeliverable.has(condition.deliverable)) {
        byDeliverable.set(condition.deliverable, result);
      }
    }
  }
  return { byId, byDeliverable };
}

function withParts<T>(list: readonly T[], parts: (entry: T) => readonly T[]): readonly T[] {
  const found: T[] = [];
  const open = [...list].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...[...parts(next)].reverse());
  }
  return found;
}

function partsOfResult(result: ConditionResult): readonly ConditionResult[] {
  return result.parts ?? [];
}

function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return condition.of;
    case 'not':
      return [condition.of];
    default:
      return [];
  }
}
