import type { Evidence } from '../model/evidence.ts';
import { type EvidenceId, evidenceId } from '../model/ids.ts';
import { type DeriveContext, remembered } from './context.ts';
import { evidenceReferences } from './evidence.ts';
import { relationsOf, statesOf } from './evidence-relations.ts';
import type { EvidenceDigest } from './evidence-states.ts';
import type { EvidenceDetail } from './evidence-types.ts';
import { boundDigest } from './review/bound-digest.ts';
import type { EvidenceRow } from './types.ts';

/**
 * What is known of the bytes now. Comparing a file goes on after a plan was judged: a match changes no
 * verdict, so nothing is judged again for it, and the rows must tell it all the same.
 */
export interface LiveDigests {
  readonly states: ReadonlyMap<EvidenceId, EvidenceDigest>;
  /** Another number whenever a state is another one. */
  readonly version: number;
}

/** The states as they were when the plan was judged. */
export function judgedDigests({ project }: DeriveContext): LiveDigests {
  return { states: project.reading.digests, version: 0 };
}

/** One row a piece of evidence, in the order of the bundle, with the digests as they were judged. */
export const evidenceRows: (context: DeriveContext) => ReadonlyMap<EvidenceId, EvidenceRow> =
  remembered((context) => {
    const rows = new Map<EvidenceId, EvidenceRow>();
    for (const entry of context.project.index.evidence.values()) {
      rows.set(entry.id, evidenceRow(context, entry));
    }
    return rows;
  });

/** Whether a piece's producer, or a role of it, can only advise. */
export function isAdvisory({ project }: DeriveContext, { producer }: Evidence): boolean {
  const role = producer?.role;
  if (producer?.advisory === true) return true;
  return role !== undefined && project.index.roles.get(role)?.advisory === true;
}

export function evidenceRow(
  context: DeriveContext,
  entry: Evidence,
  { states }: LiveDigests = judgedDigests(context),
): EvidenceRow {
  const references = evidenceReferences(context).get(entry.id) ?? [];
  const advisory = isAdvisory(context, entry);
  const digest = states.get(entry.id) ?? 'unchecked';
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    ...(entry.path === undefined ? {} : { path: entry.path }),
    ...(entry.mediaType === undefined ? {} : { mediaType: entry.mediaType }),
    ...(entry.size === undefined ? {} : { size: entry.size }),
    ...(entry.collectedAt === undefined ? {} : { collectedAt: entry.collectedAt }),
    ...(entry.producer === undefined ? {} : { producer: entry.producer.id }),
    advisory,
    digest,
    bound: boundDigest(entry, digest),
    usedBy: references.length,
    gates: new Set(references.map(({ gate }) => gate)).size,
    warnings: (entry.warnings ?? []).length + (entry.inadmissible === undefined ? 0 : 1),
    states: statesOf(context, entry, advisory),
  };
}

/** @returns `undefined` when the bundle has no such piece */
export function evidenceDetail(
  context: DeriveContext,
  evidence: string,
  digests: LiveDigests = judgedDigests(context),
): EvidenceDetail | undefined {
  const id = evidenceId(evidence);
  const entry = context.project.index.evidence.get(id);
  if (entry === undefined) return undefined;
  return {
    evidence: entry,
    row: evidenceRow(context, entry, digests),
    references: evidenceReferences(context).get(id) ?? [],
    relations: relationsOf(context, entry),
  };
}
