import { buildProject } from '../../model/build-project.ts';
import type { Condition } from '../../model/condition.ts';
import type { Evidence, Fact } from '../../model/evidence.ts';
import type { Gate, Guard } from '../../model/gate.ts';
import { conditionId, evidenceId, gateId, itemId, projectId, revisionId } from '../../model/ids.ts';
import type { DeclaredState, Dependency, PlanItem } from '../../model/plan.ts';
import type { ProjectContent } from '../../model/project.ts';
import type { Project, Reading } from '../../model/project-index.ts';
import { createEvaluation, evaluate } from '../evaluate.ts';
import type { ConditionResult, EvaluationOptions, ItemResult, Verdicts } from '../types.ts';
import { golden } from './golden.ts';
import { assertResult, assertWellFormed } from './well-formed.ts';

/** The instant at which tests judge unless they say otherwise. */
export const AS_OF = '2026-06-02T00:00:00Z';
/** A day before. */
export const YESTERDAY = '2026-06-01T00:00:00Z';
export const DAY = 86_400;

export type Parts = Partial<ProjectContent>;

/** A plan with nothing in it but what is given. */
export function planOf(parts: Parts = {}, reading: Partial<Reading> = {}): Project {
  return buildProject(contentOf(parts), reading);
}

export function contentOf(parts: Parts = {}): ProjectContent {
  return {
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('r1'), createdAt: AS_OF, commit: 'c0ffee' },
    items: [],
    dependencies: [],
    ...parts,
  };
}

export function judgePlan(
  parts: Parts,
  reading: Partial<Reading> = {},
  options: Partial<EvaluationOptions> = {},
): Verdicts {
  const project = planOf(parts, reading);
  const verdicts = evaluate(project, { asOf: AS_OF, ...options });
  assertWellFormed(verdicts, project);
  return verdicts;
}

/** A condition without the words that no verdict depends on. */
export type Bare<C> = C extends Condition
  ? Omit<C, 'id' | 'title'> & Partial<Pick<C, 'id'>>
  : never;

export function condition(bare: Bare<Condition>): Condition {
  // Only the words are added; the distribution over the union is beyond the compiler here.
  return { id: conditionId('c'), title: 'Condition', ...bare } as Condition;
}

export function judgeCondition(
  bare: Bare<Condition>,
  parts: Parts = {},
  reading: Partial<Reading> = {},
  options: Partial<EvaluationOptions> = {},
): ConditionResult {
  const project = planOf(parts, reading);
  const result = createEvaluation(project, { asOf: AS_OF, ...options }).judge(condition(bare));
  assertResult(result, project);
  return result;
}

/** As {@link judgeCondition}, with everything that is said held against the snapshot. */
export function judgeGolden(...asked: Parameters<typeof judgeCondition>): ConditionResult {
  return golden(judgeCondition(...asked));
}

export function evidence(id: string, more: Partial<Omit<Evidence, 'id'>> = {}): Evidence {
  return {
    id: evidenceId(id),
    kind: 'record',
    name: id,
    collectedAt: YESTERDAY,
    commit: 'c0ffee',
    ...more,
  };
}

export function withFacts(
  id: string,
  facts: readonly Fact[],
  more: Partial<Omit<Evidence, 'id'>> = {},
): Evidence {
  return evidence(id, { ...more, facts });
}

export function item(id: string, more: Partial<Omit<PlanItem, 'id'>> = {}): PlanItem {
  return { id: itemId(id), kind: 'wave', title: id, ...more };
}

/** An item of which somebody says something, with the evidence that is linked for it. */
export function declared(
  id: string,
  state: DeclaredState,
  links: readonly string[] = [],
  more: Partial<Omit<PlanItem, 'id'>> = {},
): PlanItem {
  return item(id, {
    declared: { state },
    ...(links.length === 0 ? {} : { evidence: links.map(evidenceId) }),
    ...more,
  });
}

export function waits(id: string, ...on: readonly string[]): Dependency[] {
  return on.map((other) => ({ item: itemId(id), on: itemId(other) }));
}

export function gate(
  id: string,
  guards: Readonly<Record<string, Guard['effect']>>,
  conditions: readonly Condition[],
  more: Partial<Omit<Gate, 'id'>> = {},
): Gate {
  return {
    id: gateId(id),
    title: id,
    guards: Object.entries(guards).map(([name, effect]) => ({ item: itemId(name), effect })),
    conditions,
    ...more,
  };
}

/** Holds when the named evidence is there. */
export function needs(id: string, ...ids: readonly string[]): Condition {
  return condition({
    kind: 'evidence',
    id: conditionId(id),
    evidence: { ids: ids.map(evidenceId) },
    minCount: ids.length,
  });
}

/** Fails as long as the evidence says `false`; the evidence must be one of {@link flag}. */
export function flagged(id: string, name: string): Condition {
  return condition({
    kind: 'value',
    id: conditionId(id),
    evidence: evidenceId(name),
    pointer: { kind: 'json', pointer: '/ok' },
    operator: 'equals',
    target: true,
  });
}

export function flag(name: string, ok: boolean): Evidence {
  return withFacts(name, [{ type: 'value', pointer: { kind: 'json', pointer: '/ok' }, value: ok }]);
}

export function itemResult(verdicts: Verdicts, id: string): ItemResult {
  const result = verdicts.items.get(itemId(id));
  if (result === undefined) throw new Error(`No result for ${id}`);
  return result;
}

/** The state of every item, by id. */
export function statesOf(verdicts: Verdicts): Readonly<Record<string, string>> {
  return Object.fromEntries([...verdicts.items].map(([id, { state }]) => [id, state]));
}

/** The verdict of every gate, by id. */
export function gatesOf(verdicts: Verdicts): Readonly<Record<string, string>> {
  return Object.fromEntries([...verdicts.gates].map(([id, { verdict }]) => [id, verdict]));
}

/** The codes of all findings. */
export function findingCodes(verdicts: Verdicts): readonly string[] {
  return golden(verdicts.findings).map(({ reason }) => reason.code);
}
