import type { ConditionResult, GateVerdict } from '../../gates/types.ts';
import type { Pointer } from '../../model/common.ts';
import type { Evidence } from '../../model/evidence.ts';
import { gateId } from '../../model/ids.ts';
import type { DeriveContext } from '../context.ts';
import { leavesOf } from '../evidence.ts';
import { judgedDigests, type LiveDigests } from '../evidence-rows.ts';
import type { EvidenceDigest } from '../evidence-states.ts';
import { boundDigest } from './bound-digest.ts';

/** A gate as a row of steps for a reviewer: every condition, passes too. */
export interface ReviewQueue {
  readonly gate: string;
  readonly title: string;
  readonly verdict: GateVerdict;
  readonly steps: readonly ReviewStep[];
}

/** One condition without parts, and what it relies on. */
export interface ReviewStep {
  readonly result: ConditionResult;
  readonly pieces: readonly ReviewPiece[];
}

export interface ReviewPiece {
  readonly evidence: string;
  readonly name: string;
  /** The places that decide; empty when the whole piece is meant. */
  readonly pointers: readonly Pointer[];
  /** Of the recorded bytes; `null` without a record, and when the bytes are known to be others. */
  readonly sha256: string | null;
  readonly digest: EvidenceDigest;
}

/** @returns `undefined` when the plan has no such gate */
export function reviewQueue(
  context: DeriveContext,
  gate: string,
  digests: LiveDigests = judgedDigests(context),
): ReviewQueue | undefined {
  const id = gateId(gate);
  const result = context.verdicts.gates.get(id);
  const entry = context.project.index.gates.get(id);
  if (result === undefined || entry === undefined) return undefined;
  return {
    gate,
    title: entry.title,
    verdict: result.verdict,
    steps: leavesOf(result.conditions).map((condition) => stepOf(context, condition, digests)),
  };
}

function stepOf(context: DeriveContext, result: ConditionResult, digests: LiveDigests): ReviewStep {
  const pointers = new Map<string, Pointer[]>();
  for (const { evidence, pointer } of result.uses) {
    const known = pointers.get(evidence) ?? [];
    pointers.set(evidence, known);
    const isNew = !known.some((other) => JSON.stringify(other) === JSON.stringify(pointer));
    if (pointer !== undefined && pointer.kind !== 'whole' && isNew) known.push(pointer);
  }
  const evidence = context.project.index.evidence;
  const seen = new Set<string>();
  const pieces = result.uses.flatMap(({ evidence: id }): ReviewPiece[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [pieceOf(id, evidence.get(id), pointers.get(id) ?? [], digests.states.get(id))];
  });
  return { result, pieces };
}

function pieceOf(
  id: string,
  entry: Evidence | undefined,
  pointers: readonly Pointer[],
  digest: EvidenceDigest = 'unchecked',
): ReviewPiece {
  return {
    evidence: id,
    name: entry?.name ?? id,
    pointers,
    sha256: boundDigest(entry, digest),
    digest,
  };
}
