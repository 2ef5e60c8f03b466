import type { ConditionResult, GateResult } from '../gates/types.ts';
import type { Gate } from '../model/gate.ts';
import type { ItemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { type DeriveContext, remembered } from './context.ts';
import { redundantDependencies } from './redundant.ts';
import { gateResult, gatesOf, itemResult } from './results.ts';
import { faultyItems } from './root-causes.ts';
import { structureItem } from './structure.ts';
import type { EdgeRow, EdgeStatus, GateRow, ItemRow } from './types.ts';

/** One row an item, in the order of the document; the first of two equal ids. */
export const itemRows: (context: DeriveContext) => ReadonlyMap<ItemId, ItemRow> = remembered(
  (context) => {
    const rows = new Map<ItemId, ItemRow>();
    for (const item of context.project.items) {
      if (!rows.has(item.id)) rows.set(item.id, itemRow(context, item));
    }
    return rows;
  },
);

function itemRow(context: DeriveContext, item: PlanItem): ItemRow {
  const { index } = context.project;
  const result = itemResult(context, item);
  const itemClass = item.class === undefined ? undefined : index.classes.get(item.class);
  return {
    ...structureItem(item),
    ...(item.class === undefined ? {} : { class: item.class }),
    ...(itemClass === undefined ? {} : { classTitle: itemClass.title }),
    ...(item.owner === undefined ? {} : { owner: item.owner }),
    state: result.state,
    ...(item.declared === undefined ? {} : { declared: item.declared.state }),
    ...(item.declared?.raw === undefined ? {} : { declaredRaw: item.declared.raw }),
    ownFailure: result.ownFailure,
    held: result.held,
    readiness: result.readiness,
    permission: result.permission,
    reason: result.reason,
    pips: gatesOf(context, item.id).flatMap((gate) => pips(context.verdicts.gates.get(gate.id))),
    numbers: (item.numbers ?? []).map((number) => number.value),
    hasChildren: (index.children.get(item.id) ?? []).length > 0,
  };
}

function pips(result: GateResult | undefined): ItemRow['pips'] {
  return (result?.conditions ?? [])
    .filter((condition) => condition.blocking)
    .map((condition) => condition.verdict);
}

/** One row a dependency, in the order of the document. */
export const edgeRows: (context: DeriveContext) => readonly EdgeRow[] = remembered((context) => {
  const { project } = context;
  const redundant = redundantDependencies(project);
  const faulty = faultyItems(context);
  return project.dependencies.map((dependency, at) => {
    const dangling =
      !project.index.items.has(dependency.on) || !project.index.items.has(dependency.item);
    const status = dependency.optional === true ? 'optional' : undefined;
    return {
      item: dependency.item,
      on: dependency.on,
      status: status ?? edgeStatus(context, dependency.on, dangling, faulty),
      origin: dependency.origin ?? 'explicit',
      ...(dependency.condition === undefined ? {} : { condition: dependency.condition }),
      redundant: redundant.has(at),
      dangling,
    };
  });
});

function edgeStatus(
  context: DeriveContext,
  on: ItemId,
  dangling: boolean,
  faulty: ReadonlySet<ItemId>,
): EdgeStatus {
  if (dangling) return 'blocking';
  const state = context.verdicts.items.get(on)?.state;
  if (state === undefined) return 'blocking';
  if (state === 'complete') return 'satisfied';
  return faulty.has(on) ? 'blocking' : 'waiting';
}

/** One row a gate, in the order of the document. */
export const gateRows: (context: DeriveContext) => readonly GateRow[] = remembered((context) =>
  [...context.project.index.gates.values()].map((gate) => gateRow(context, gate)),
);

function gateRow(context: DeriveContext, gate: Gate): GateRow {
  const result = gateResult(context, gate);
  return {
    id: gate.id,
    title: gate.title,
    verdict: result.verdict,
    reason: result.reason,
    guards: gate.guards,
    nonBypassable: gate.nonBypassable ?? false,
    ...(gate.declared === undefined ? {} : { declared: gate.declared.verdict }),
    contradicts: result.contradicts,
    conditions: result.conditions.map(conditionCell),
  };
}

function conditionCell(condition: ConditionResult): GateRow['conditions'][number] {
  return {
    id: condition.id,
    title: condition.title,
    verdict: condition.verdict,
    blocking: condition.blocking,
  };
}
