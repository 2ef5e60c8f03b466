import type { ConditionResult, EvidenceUse } from '../gates/types.ts';
import type { Evidence } from '../model/evidence.ts';
import {
  type EvidenceId,
  evidenceId,
  type GateId,
  gateId,
  type ItemId,
  itemId,
} from '../model/ids.ts';
import { byCodeUnit } from './cause-key.ts';
import { type DeriveContext, remembered } from './context.ts';
import { gatesOf } from './results.ts';
import type {
  EvidenceDetail,
  EvidencePage,
  EvidenceQuery,
  EvidenceReference,
  EvidenceRow,
} from './types.ts';

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

/** One row a piece of evidence, in the order of the bundle. */
export const evidenceRows: (context: DeriveContext) => ReadonlyMap<EvidenceId, EvidenceRow> =
  remembered((context) => {
    const references = evidenceReferences(context);
    const rows = new Map<EvidenceId, EvidenceRow>();
    for (const entry of context.project.index.evidence.values()) {
      rows.set(entry.id, evidenceRow(context, entry, references.get(entry.id)?.length ?? 0));
    }
    return rows;
  });

function evidenceRow(context: DeriveContext, entry: Evidence, usedBy: number): EvidenceRow {
  const role = entry.producer?.role;
  const advisoryRole =
    role !== undefined && context.project.index.roles.get(role)?.advisory === true;
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    ...(entry.path === undefined ? {} : { path: entry.path }),
    ...(entry.mediaType === undefined ? {} : { mediaType: entry.mediaType }),
    ...(entry.size === undefined ? {} : { size: entry.size }),
    ...(entry.collectedAt === undefined ? {} : { collectedAt: entry.collectedAt }),
    ...(entry.producer === undefined ? {} : { producer: entry.producer.id }),
    advisory: entry.producer?.advisory === true || advisoryRole,
    digest: context.project.reading.digests.get(entry.id) ?? 'unchecked',
    usedBy,
    warnings: (entry.warnings ?? []).length + (entry.inadmissible === undefined ? 0 : 1),
  };
}

/**
 * One page of the evidence table. `kinds` counts what matches everything but the kind, so that the
 * facet shows what another choice would give. Equal values keep the order of the bundle.
 */
export function evidencePage(context: DeriveContext, query: EvidenceQuery): EvidencePage {
  const beside = matchesQuery(context, query);
  const counts = new Map<string, number>();
  const rows: EvidenceRow[] = [];
  for (const row of evidenceRows(context).values()) {
    if (!beside(row)) continue;
    counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
    if (query.kind === undefined || row.kind === query.kind) rows.push(row);
  }
  const compare = query.sort === undefined ? undefined : comparisons[query.sort];
  if (compare !== undefined) {
    rows.sort(query.descending === true ? (a, b) => compare(b, a) : compare);
  }
  const from = Math.max(0, Math.trunc(query.offset));
  const limit = Math.max(0, Math.trunc(query.limit));
  return {
    rows: rows.slice(from, from + limit),
    total: rows.length,
    kinds: [...counts]
      .map(([kind, count]) => ({ kind, count }))
      .sort((a, b) => b.count - a.count || byCodeUnit(a.kind, b.kind)),
  };
}

const comparisons: Record<
  NonNullable<EvidenceQuery['sort']>,
  (a: EvidenceRow, b: EvidenceRow) => number
> = {
  name: (a, b) => byCodeUnit(a.name, b.name),
  kind: (a, b) => byCodeUnit(a.kind, b.kind),
  collectedAt: (a, b) => byCodeUnit(a.collectedAt ?? '', b.collectedAt ?? ''),
  size: (a, b) => (a.size ?? -1) - (b.size ?? -1),
  usedBy: (a, b) => a.usedBy - b.usedBy,
};

function matchesQuery(context: DeriveContext, query: EvidenceQuery): (row: EvidenceRow) => boolean {
  const text = query.text?.trim().toLowerCase() ?? '';
  const ofItem = query.item === undefined ? undefined : evidenceOfItem(context, itemId(query.item));
  const ofGate = query.gate === undefined ? undefined : evidenceOfGate(context, gateId(query.gate));
  return (row) => {
    if (query.use === 'used' && row.usedBy === 0) return false;
    if (query.use === 'orphan' && row.usedBy > 0) return false;
    if (ofItem !== undefined && !ofItem.has(row.id)) return false;
    if (ofGate !== undefined && !ofGate.has(row.id)) return false;
    return text === '' || searchText(row).includes(text);
  };
}

function searchText(row: EvidenceRow): string {
  return `${row.id}\n${row.name}\n${row.kind}\n${row.path ?? ''}\n${row.producer ?? ''}`.toLowerCase();
}

function evidenceOfGate(context: DeriveContext, gate: GateId): ReadonlySet<EvidenceId> {
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

export function evidenceDetail(
  context: DeriveContext,
  evidence: string,
): EvidenceDetail | undefined {
  const id = evidenceId(evidence);
  const entry = context.project.index.evidence.get(id);
  const row = evidenceRows(context).get(id);
  if (entry === undefined || row === undefined) return undefined;
  return { evidence: entry, row, references: evidenceReferences(context).get(id) ?? [] };
}
