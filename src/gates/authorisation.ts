import { formatInstant, parseTimestamp } from '../lib/timestamp.ts';
import type {
  AuthorisationDefinition,
  AuthorisationDemand,
  AuthorisationRule,
} from '../model/governance.ts';
import type { AuthorisationRuleId, ItemId } from '../model/ids.ts';
import type { Role } from '../model/plan.ts';
import type { Project } from '../model/project-index.ts';
import { byCodeUnit, type JudgeContext } from './context.ts';
import { type Judgement, judgement } from './judgement.ts';
import { reason } from './reason-codes.ts';
import { type Considered, consider, type Standing } from './records.ts';
import { instantOf } from './reference.ts';
import type { ConditionVerdict, Reason } from './types.ts';

const WORST_FIRST: readonly ConditionVerdict[] = ['failed', 'unknown', 'stale', 'missing'];
const MAX_PARTS_DEPTH = 32;

/**
 * Whether a rule is satisfied: for one step, or for the plan when the rule is not per step.
 *
 * Every definition that claims to be in force must hold, and of each every demand. An umbrella
 * holds when all of its parts hold and its own demands, where it has any; a record of the umbrella
 * never stands in for a part.
 */
export function judgeRule(
  context: JudgeContext,
  id: AuthorisationRuleId,
  step: ItemId | undefined,
  depth = 0,
): Judgement {
  const rule = context.project.index.rules.get(id);
  if (rule === undefined) {
    return judgement('unknown', reason('unknown-reference', { kind: 'rule', id }));
  }
  if (context.distrusted.has(id)) return judgement('unknown', reason('reading-problem', { id }));
  if (depth > MAX_PARTS_DEPTH) {
    return judgement('unknown', reason('nested-too-deeply', { limit: MAX_PARTS_DEPTH }));
  }
  if (rule.perStep && step === undefined) {
    return judgement('unknown', reason('authorisation-step-unnamed', { rule: id }));
  }
  const parts = partsOf(context.project, id);
  const judged = [
    ...(rule.definitions.length === 0 && parts.length > 0 ? [] : [ofOwn(context, rule, step)]),
    ...parts.map((part) => ofPart(context, rule, part, step, depth)),
  ];
  return worstOf(judged) ?? joined(judged, rule);
}

function worstOf(judged: readonly Judgement[]): Judgement | undefined {
  for (const verdict of WORST_FIRST) {
    const found = judged.find((entry) => entry.verdict === verdict);
    if (found === undefined) continue;
    // What was looked at for any of the demands may be what has to be put right.
    return { ...found, uses: judged.flatMap((entry) => entry.uses) };
  }
  return undefined;
}

function joined(judged: readonly Judgement[], rule: AuthorisationRule): Judgement {
  const first = judged[0];
  if (first === undefined) {
    return judgement('unknown', reason('authorisation-no-demand', { rule: rule.id }));
  }
  return { ...first, uses: judged.flatMap((entry) => entry.uses) };
}

function ofPart(
  context: JudgeContext,
  rule: AuthorisationRule,
  part: AuthorisationRule,
  step: ItemId | undefined,
  depth: number,
): Judgement {
  const judged = judgeRule(context, part.id, step, depth + 1);
  if (judged.verdict === 'passed') return judged;
  const why = reason('authorisation-part', { rule: rule.id, part: part.id });
  return { ...judged, reason: why };
}

/** The parts of an umbrella, in the order of ids. */
function partsOf(project: Project, id: AuthorisationRuleId): readonly AuthorisationRule[] {
  return [...project.index.rules.values()]
    .filter((rule) => rule.partOf === id)
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

/**
 * The definitions that claim to be in force at an instant (milliseconds): begun, not ended, and
 * not superseded by one that has begun. A definition whose dates cannot be read is in force: it
 * may demand more, and it can allow nothing.
 */
export function definitionsInForce(
  rule: AuthorisationRule,
  at: number,
): readonly AuthorisationDefinition[] {
  const begun = rule.definitions.filter(({ from }) => !(parseTimestamp(from) > at));
  const superseded = new Set(begun.flatMap(({ supersedes }) => supersedes ?? []));
  return begun.filter(
    ({ id, until }) => !superseded.has(id) && !(until !== undefined && parseTimestamp(until) <= at),
  );
}

function ofOwn(
  context: JudgeContext,
  rule: AuthorisationRule,
  step: ItemId | undefined,
): Judgement {
  const instant = step === undefined ? context.asOf : instantOf(context, step);
  const inForce = definitionsInForce(rule, instant);
  if (inForce.length === 0) {
    return judgement('unknown', reason('authorisation-no-definition', { rule: rule.id }));
  }
  const judged: Judgement[] = [];
  for (const definition of inForce) {
    if (definition.demands.length === 0) {
      judged.push(judgement('unknown', reason('authorisation-no-demand', { rule: rule.id })));
    }
    for (const demand of definition.demands) {
      judged.push(ofDemand(context, rule, definition, demand, step, instant).judgement);
    }
  }
  return worstOf(judged) ?? joined(judged, rule);
}

/** One demand of one definition in force, with every record that could speak to it. */
export interface JudgedDemand {
  readonly definition: AuthorisationDefinition;
  readonly demand: AuthorisationDemand;
  readonly judgement: Judgement;
  readonly considered: readonly Considered[];
}

/**
 * What a rule itself demands for a step, apart from its parts, demand by demand: the same
 * judgements that {@link judgeRule} joins to one.
 */
export function judgeDemands(
  context: JudgeContext,
  id: AuthorisationRuleId,
  step: ItemId | undefined,
): readonly JudgedDemand[] {
  const rule = context.project.index.rules.get(id);
  if (rule === undefined || (rule.perStep && step === undefined)) return [];
  const instant = step === undefined ? context.asOf : instantOf(context, step);
  return definitionsInForce(rule, instant).flatMap((definition) =>
    definition.demands.map((demand) => ({
      definition,
      demand,
      ...ofDemand(context, rule, definition, demand, step, instant),
    })),
  );
}

function ofDemand(
  context: JudgeContext,
  rule: AuthorisationRule,
  definition: AuthorisationDefinition,
  demand: AuthorisationDemand,
  step: ItemId | undefined,
  instant: number,
): Pick<JudgedDemand, 'judgement' | 'considered'> {
  const role = context.project.index.roles.get(demand.role);
  if (role === undefined) {
    const why = reason('unknown-reference', { kind: 'role', id: demand.role });
    return { judgement: judgement('unknown', why), considered: [] };
  }
  const quorum = demand.quorum ?? 1;
  const unfit = unfitDemand(role, quorum);
  if (unfit !== undefined) return { judgement: judgement('unknown', unfit), considered: [] };
  const considered = consider(context, { rule, definition, demand, role, step, instant });
  const granted = considered.filter((entry) => entry.standing === 'granted');
  const count = demand.distinctPersons === false ? granted.length : persons(granted);
  const quantities = {
    expected: { value: quorum, operator: 'at-least', of: 'grants' },
    actual: { value: count, of: 'grants' },
  };
  if (count >= quorum) {
    const records = granted.map(({ record }) => record.id).join(', ');
    const why =
      instant < context.asOf && step !== undefined
        ? reason('authorised-when-done', { records, at: formatInstant(instant) })
        : reason('authorised', { records, granted: count, needed: quorum });
    const uses = usesOf(context, granted);
    return { judgement: judgement('passed', why, uses, quantities), considered };
  }
  const { verdict, why } = shortfall(considered, demand, count, quorum);
  const uses = usesOf(context, considered);
  return { judgement: judgement(verdict, why, uses, quantities), considered };
}

/** Why nobody could ever meet the demand as it is written. */
function unfitDemand(role: Role, quorum: number): Reason | undefined {
  if (role.advisory === true) return reason('authorisation-role-advisory', { role: role.id });
  if (!Number.isInteger(quorum) || quorum < 1) return reason('not-a-number', { what: 'quorum' });
  return undefined;
}

/** Nobody knows who an anonymous record is by, so it is somebody else than nobody at most once. */
function persons(granted: readonly Considered[]): number {
  const named = new Set(granted.flatMap(({ record }) => record.person ?? []));
  return named.size === 0 ? Math.min(1, granted.length) : named.size;
}

const VERDICT_OF: Readonly<Record<Exclude<Standing, 'granted'>, ConditionVerdict>> = {
  against: 'failed',
  unreadable: 'unknown',
  expired: 'stale',
  rejected: 'missing',
};

function shortfall(
  considered: readonly Considered[],
  demand: AuthorisationDemand,
  count: number,
  quorum: number,
): { readonly verdict: ConditionVerdict; readonly why: Reason } {
  for (const standing of ['against', 'unreadable', 'expired'] as const) {
    const found = considered.find((entry) => entry.standing === standing);
    if (found?.why !== undefined) return { verdict: VERDICT_OF[standing], why: found.why };
  }
  if (count > 0) {
    const params = { role: demand.role, granted: count, needed: quorum };
    return { verdict: 'missing', why: reason('authorisation-quorum', params) };
  }
  const rejected = considered.find((entry) => entry.standing === 'rejected');
  const none = reason('authorisation-none', { role: demand.role });
  return { verdict: 'missing', why: rejected?.why ?? none };
}

function usesOf(context: JudgeContext, considered: readonly Considered[]) {
  const ids = new Set(considered.flatMap(({ record }) => record.evidence ?? []));
  return [...ids].sort(byCodeUnit).flatMap((id) => {
    const evidence = context.project.index.evidence.get(id);
    return evidence === undefined ? [] : [context.use(evidence)];
  });
}
