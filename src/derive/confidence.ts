import type { ConditionResult } from '../gates/types.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Gate } from '../model/gate.ts';
import { type DeriveContext, remembered } from './context.ts';
import type { Answers } from './types.ts';

/**
 * How well passes are backed. Counted are conditions of gates that passed by themselves (a waiver
 * is no pass). `verified`: bytes of every piece of evidence were compared and match. `fresh`: every
 * piece is dated, not after the instant of judgement, and not older than it says it is valid for
 * or than the plan's policy allows. `independent`: a named producer, neither advisory nor the owner
 * of the condition, gate or guarded item, stands behind at least one piece. A pass that names no
 * evidence has none of the three.
 */
export const confidence: (context: DeriveContext) => Answers['confidence'] = remembered(
  (context) => {
    let passes = 0;
    let verified = 0;
    let fresh = 0;
    let independent = 0;
    for (const result of context.verdicts.gates.values()) {
      const gate = context.project.index.gates.get(result.id);
      for (const condition of result.conditions) {
        if (condition.verdict !== 'passed') continue;
        passes += 1;
        const used = evidenceOf(context, condition);
        if (used.length === 0) continue;
        if (used.every((entry) => entry !== undefined && isVerified(context, entry))) verified += 1;
        if (used.every((entry) => entry !== undefined && isFresh(context, entry))) fresh += 1;
        const owners = ownersOf(context, condition, gate);
        if (used.some((entry) => entry !== undefined && isIndependent(context, entry, owners))) {
          independent += 1;
        }
      }
    }
    return { passes, verified, fresh, independent };
  },
);

function evidenceOf(
  context: DeriveContext,
  condition: ConditionResult,
): readonly (Evidence | undefined)[] {
  const found = new Set<Evidence | undefined>();
  const open = [condition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const use of next.uses) found.add(context.project.index.evidence.get(use.evidence));
    open.push(...(next.parts ?? []).filter((part) => part.verdict === 'passed'));
  }
  return [...found];
}

function isVerified(context: DeriveContext, entry: Evidence): boolean {
  return context.project.reading.digests.get(entry.id) === 'match';
}

function isFresh(context: DeriveContext, entry: Evidence): boolean {
  const at = parseTimestamp(entry.observedAt ?? entry.collectedAt ?? '');
  const asOf = parseTimestamp(context.verdicts.asOf);
  const maxAge =
    entry.validFor ?? context.project.policy?.maxEvidenceAge ?? Number.POSITIVE_INFINITY;
  return at <= asOf && (asOf - at) / 1000 <= maxAge;
}

function isIndependent(
  context: DeriveContext,
  entry: Evidence,
  owners: ReadonlySet<string>,
): boolean {
  const { producer } = entry;
  if (producer === undefined || producer.advisory === true) return false;
  const role =
    producer.role === undefined ? undefined : context.project.index.roles.get(producer.role);
  return role?.advisory !== true && !owners.has(producer.id);
}

function ownersOf(
  context: DeriveContext,
  condition: ConditionResult,
  gate: Gate | undefined,
): ReadonlySet<string> {
  const owners = new Set<string>();
  const add = (owner: string | undefined) => {
    if (owner !== undefined) owners.add(owner);
  };
  add(condition.owner);
  add(gate?.owner);
  for (const guard of gate?.guards ?? []) add(context.project.index.items.get(guard.item)?.owner);
  return owners;
}
