import type { ConditionResult, GateResult } from '../gates/types.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Project } from '../model/project-index.ts';
import type { DeriveContext } from './context.ts';
import { compareDemands } from './demands.ts';
import type { EvaluationDiff } from './diff-types.ts';
import { leavesOf } from './evidence.ts';

/**
 * What changed from one evaluation to another: of two revisions, of one plan at two instants, or
 * of a plan as it is and under assumptions. Everything that did not change is left out, so two
 * equal evaluations give empty lists.
 */
export function diffEvaluations(before: DeriveContext, after: DeriveContext): EvaluationDiff {
  return {
    items: changedItems(before, after),
    gates: changedGates(before, after),
    conditions: changedConditions(before, after),
    evidence: changedEvidence(before.project, after.project),
    demands: compareDemands(before.project, after.project),
  };
}

/** Every key of both, the later ones in their order, then what is gone. */
function keysOfBoth<K>(before: ReadonlyMap<K, unknown>, after: ReadonlyMap<K, unknown>): Set<K> {
  return new Set([...after.keys(), ...before.keys()]);
}

function sides<V>(
  before: V | undefined,
  after: V | undefined,
): { readonly before?: V; readonly after?: V } {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function changedItems(before: DeriveContext, after: DeriveContext): EvaluationDiff['items'] {
  return [...keysOfBoth(before.verdicts.items, after.verdicts.items)].flatMap((id) => {
    const old = before.verdicts.items.get(id)?.state;
    const now = after.verdicts.items.get(id)?.state;
    if (old === now) return [];
    const item = after.project.index.items.get(id) ?? before.project.index.items.get(id);
    return [{ id, title: item?.title ?? id, ...sides(old, now) }];
  });
}

function changedGates(before: DeriveContext, after: DeriveContext): EvaluationDiff['gates'] {
  return [...keysOfBoth(before.verdicts.gates, after.verdicts.gates)].flatMap((id) => {
    const old = before.verdicts.gates.get(id)?.verdict;
    const now = after.verdicts.gates.get(id)?.verdict;
    if (old === now) return [];
    const gate = after.project.index.gates.get(id) ?? before.project.index.gates.get(id);
    return [{ id, title: gate?.title ?? id, ...sides(old, now), revoked: old === 'passed' }];
  });
}

function changedConditions(
  before: DeriveContext,
  after: DeriveContext,
): EvaluationDiff['conditions'] {
  return [...keysOfBoth(before.verdicts.gates, after.verdicts.gates)].flatMap((gate) => {
    const old = conditionsById(before.verdicts.gates.get(gate));
    const now = conditionsById(after.verdicts.gates.get(gate));
    return [...keysOfBoth(old, now)].flatMap((id) => {
      const former = old.get(id);
      const own = now.get(id);
      if (former?.verdict === own?.verdict) return [];
      const title = own?.title ?? former?.title ?? id;
      return [{ gate, id, title, ...sides(former?.verdict, own?.verdict) }];
    });
  });
}

function conditionsById(result: GateResult | undefined): ReadonlyMap<string, ConditionResult> {
  return new Map(leavesOf(result?.conditions ?? []).map((leaf) => [leaf.id, leaf]));
}

/** Compared by name, because that is what people and rules refer to: the path, else the id. */
function changedEvidence(before: Project, after: Project): EvaluationDiff['evidence'] {
  const old = evidenceByName(before);
  const now = evidenceByName(after);
  return [...keysOfBoth(old, now)].flatMap((name): EvaluationDiff['evidence'] => {
    const former = old.get(name);
    const own = now.get(name);
    const ids = sides(former?.id, own?.id);
    if (former === undefined) return [{ kind: 'added', name, ...ids }];
    if (own === undefined) return [{ kind: 'removed', name, ...ids }];
    return bytesOf(former) === bytesOf(own) ? [] : [{ kind: 'replaced', name, ...ids }];
  });
}

function evidenceByName(project: Project): ReadonlyMap<string, Evidence> {
  return new Map(
    [...project.index.evidence.values()].map((entry) => [entry.path ?? entry.id, entry]),
  );
}

/** Without a digest nothing says that the bytes are the same, so facts and size stand for them. */
function bytesOf(entry: Evidence): string {
  return entry.digest?.sha256 ?? JSON.stringify([entry.size ?? null, entry.facts ?? []]);
}
