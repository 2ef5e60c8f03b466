import { buildProject } from '../../model/build-project.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { EvidenceId } from '../../model/ids.ts';
import type { ProjectContent } from '../../model/project.ts';
import type { Reading } from '../../model/project-index.ts';
import { createEvaluation, evaluate } from '../evaluate.ts';
import type {
  ConditionResult,
  ConditionVerdict,
  EvaluationOptions,
  ItemState,
  Permission,
  Verdicts,
} from '../types.ts';
import { AS_OF } from './builders.ts';
import { isShared } from './cases.ts';
import { assertWellFormed } from './well-formed.ts';

const known = new WeakMap<ProjectContent, Verdicts>();

/**
 * The verdicts on a plan. Laws that share their plans share these as well; what is asked with a reading
 * or options of its own is judged anew, and so is everything by {@link judgeAnew}.
 */
export function judge(
  content: ProjectContent,
  reading?: Partial<Reading>,
  options?: Partial<EvaluationOptions>,
): Verdicts {
  if (!isShared || reading !== undefined || options !== undefined) {
    return judgeAnew(content, reading, options);
  }
  const verdicts = known.get(content) ?? judgeAnew(content);
  known.set(content, verdicts);
  return verdicts;
}

export function judgeAnew(
  content: ProjectContent,
  reading: Partial<Reading> = {},
  options: Partial<EvaluationOptions> = {},
): Verdicts {
  const project = buildProject(content, reading);
  const verdicts = evaluate(project, { asOf: AS_OF, ...options });
  assertWellFormed(verdicts, project);
  return verdicts;
}

/** Verdicts as plain data, for comparison. */
export function plain(verdicts: Verdicts): unknown {
  return {
    ...verdicts,
    gates: Object.fromEntries(verdicts.gates),
    items: Object.fromEntries(verdicts.items),
  };
}

/**
 * How good a state is. The law is about what lets people go on: complete above begun or ready,
 * and these above everything that holds. Among the rest there is no better and worse: failed
 * becoming missing is not an improvement, and neither is the reverse.
 */
const STATE_RANK: Readonly<Record<ItemState, number>> = {
  complete: 2,
  ready: 1,
  'in-progress': 1,
  contradicted: 0,
  stopped: 0,
  failed: 0,
  blocked: 0,
  deferred: 0,
};

const PERMISSION_RANK: Readonly<Record<Permission, number>> = {
  authorised: 1,
  'not-required': 1,
  expired: 0,
  'not-authorised': 0,
  forbidden: 0,
};

/** What has become better from the one to the other, in words for the report of a failure. */
export function improvements(before: Verdicts, after: Verdicts): readonly string[] {
  const found: string[] = [];
  for (const [id, gate] of after.gates) {
    const was = before.gates.get(id)?.verdict;
    if (was !== undefined && was !== 'passed' && gate.verdict === 'passed') {
      found.push(`gate ${id}: ${was} to passed`);
    }
  }
  for (const [id, item] of after.items) {
    const was = before.items.get(id);
    if (was === undefined) continue;
    if (STATE_RANK[item.state] > STATE_RANK[was.state]) {
      found.push(`item ${id}: ${was.state} to ${item.state}`);
    }
    if (PERMISSION_RANK[item.permission] > PERMISSION_RANK[was.permission]) {
      found.push(`permission of ${id}: ${was.permission} to ${item.permission}`);
    }
    if (item.readiness === 'proven' && was.readiness !== 'proven') {
      found.push(`readiness of ${id}: ${was.readiness} to proven`);
    }
  }
  return found;
}

/** Conditions with all their parts. */
export function allResults(verdicts: Verdicts): readonly ConditionResult[] {
  const open = [...verdicts.gates.values()].flatMap((gate) => gate.conditions);
  const found: ConditionResult[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...(next.parts ?? []));
  }
  return found;
}

/** Conditions that are made of no others. */
export function leaves(verdicts: Verdicts): readonly ConditionResult[] {
  return allResults(verdicts).filter(({ parts }) => parts === undefined || parts.length === 0);
}

const GOOD: ReadonlySet<ConditionVerdict> = new Set(['passed']);

/**
 * Evidence that speaks against something: it was looked at for a condition that did not pass. To
 * take away what speaks against something is no removal of proof, and no engine that sees only
 * what is left can tell it; the list of digests of a bundle does.
 */
export function adverse(content: ProjectContent, verdicts: Verdicts): ReadonlySet<EvidenceId> {
  const found = new Set<EvidenceId>();
  const add = (result: ConditionResult) => {
    // What a rule of applicability looked at is named by the condition that it excuses.
    if (GOOD.has(result.verdict) && result.underlying === undefined) return;
    for (const { evidence } of result.uses) found.add(evidence);
  };
  for (const result of allResults(verdicts)) {
    const isLeaf = result.parts === undefined || result.parts.length === 0;
    // Under `not` it is the pass that speaks against.
    if (isLeaf || result.kind === 'not') add(result);
  }
  const evaluation = createEvaluation(buildProject(content), { asOf: verdicts.asOf });
  const rules = (content.gates ?? []).flatMap((gate) =>
    gate.conditions.flatMap((entry) => entry.appliesWhen?.condition ?? []),
  );
  const safety = (content.stopConditions ?? []).flatMap((stop) => stop.safeWhile ?? []);
  for (const condition of [...rules, ...safety]) add(evaluation.judge(condition));
  // A violation that was seen latches a stop, however well the newest observation looks.
  const watched = new Set<string>(
    safety.flatMap((condition) => (condition.kind === 'probe' ? condition.probe : [])),
  );
  for (const { id, facts = [] } of evidenceOf(content)) {
    if (facts.some((fact) => fact.type === 'observation' && watched.has(fact.probe))) found.add(id);
  }
  return found;
}

export function without(content: ProjectContent, ids: ReadonlySet<string>): ProjectContent {
  return { ...content, evidence: (content.evidence ?? []).filter(({ id }) => !ids.has(id)) };
}

export function evidenceOf(content: ProjectContent): readonly Evidence[] {
  return content.evidence ?? [];
}
