import type { Gate } from '../model/gate.ts';
import { gateId, type ItemId, itemId } from '../model/ids.ts';
import type { Relation } from '../model/plan.ts';
import { budgetDetails } from './budgets.ts';
import { catalogueOf } from './catalogue.ts';
import { type DeriveContext, remembered } from './context.ts';
import { contractDetails } from './contracts.ts';
import { evidenceOfItem } from './evidence.ts';
import { evidenceRows } from './evidence-rows.ts';
import { proofOfItem } from './proof.ts';
import { gateResult, gatesOf } from './results.ts';
import { edgeRows, itemRows } from './rows.ts';
import type { EdgeRow, GateDetail, ItemDetail, PlanContent } from './types.ts';
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
    gates: gatesOf(context, key).map((gate) => wholeGate(context, gate)),
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
  return gate === undefined ? undefined : wholeGate(context, gate);
}

function wholeGate(context: DeriveContext, gate: Gate): GateDetail {
  return {
    gate,
    result: gateResult(context, gate),
    waivers: context.project.index.waivers.get(gate.id) ?? [],
  };
}

/** The rest of the content, with what the engine made of the contracts. */
export function planContent(context: DeriveContext): PlanContent {
  const { project } = context;
  return {
    documents: project.documents ?? [],
    registers: project.registers ?? [],
    catalogue: catalogueOf(project),
    contracts: contractDetails(context),
    budgets: budgetDetails(context),
    roles: project.roles ?? [],
    rules: project.authorisationRules ?? [],
    authorisations: project.authorisations ?? [],
    probes: project.probes ?? [],
    invariants: project.invariants ?? [],
    checklists: project.checklists ?? [],
    relations: project.relations ?? [],
    sources: project.project.sources ?? [],
  };
}
