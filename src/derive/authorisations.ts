import type { JudgedDemand } from '../gates/authorisation.ts';
import { definitionsInForce } from '../gates/authorisation.ts';
import { reason } from '../gates/reason-codes.ts';
import type { Standing } from '../gates/records.ts';
import type {
  ConditionResult,
  ConditionVerdict,
  ItemState,
  Permission,
  Readiness,
  Reason,
} from '../gates/types.ts';
import { parseTimestamp } from '../lib/timestamp.ts';
import type { Note } from '../model/common.ts';
import type { AuthorisationRecord, AuthorisationRule } from '../model/governance.ts';
import type {
  AuthorisationRuleId,
  ConditionId,
  DefinitionId,
  GateId,
  ItemId,
} from '../model/ids.ts';
import type { PlanItem, Role } from '../model/plan.ts';
import { type DeriveContext, evaluationOf, remembered } from './context.ts';
import { judgedConditions } from './judged-conditions.ts';
import { itemResult } from './results.ts';

/** How one leave stands for one step. `partly`: some of what is demanded is there. */
export type LeaveState =
  | 'obtained'
  | 'waived'
  | 'not-applicable'
  | 'missing'
  | 'partly'
  | 'expired'
  | 'advisory-only'
  | 'rehearsal-only'
  | 'covers-several'
  | 'same-person'
  | 'other-role'
  | 'refused'
  | 'unknown';

/** A leave that a step needs. A step without a cell for a rule does not need it. */
export interface LeaveCell {
  readonly rule: AuthorisationRuleId;
  readonly state: LeaveState;
  readonly verdict: ConditionVerdict;
  readonly reason: Reason;
  readonly gate: GateId;
  readonly condition: ConditionId;
}

export interface StepLeaves {
  readonly item: ItemId;
  readonly title: string;
  readonly state: ItemState;
  readonly readiness: Readiness;
  readonly permission: Permission;
  readonly forbidden: boolean;
  readonly cells: readonly LeaveCell[];
}

export interface RuleLeaves {
  readonly rule: AuthorisationRule;
  /** The definitions that claim to be in force at the instant of judgement. */
  readonly inForce: readonly DefinitionId[];
  /** Steps that need it, and those that have it. */
  readonly required: number;
  readonly obtained: number;
}

/** A record as it counts: for nothing, or for at least one demand of one step. */
export interface RecordStanding {
  readonly record: AuthorisationRecord;
  readonly standing: Standing;
  /** Why it does not count, or does not count for everything that is demanded. */
  readonly why?: Reason;
}

export interface AuthorisationsAnswer {
  /** Master rules first, then in the plan's order. */
  readonly rules: readonly RuleLeaves[];
  /** Every item of a kind that needs leave, in the plan's order. */
  readonly steps: readonly StepLeaves[];
  readonly records: readonly RecordStanding[];
  readonly roles: readonly Role[];
  /** Steps that need any leave, and those that have all that they need. */
  readonly required: number;
  readonly authorised: number;
  /** What the plan itself says about conflicts, exemptions and open questions. */
  readonly notes: readonly Note[];
}

/** Who has allowed what: steps × rules, and every record with how it counts. */
export const authorisationsOf: (context: DeriveContext) => AuthorisationsAnswer = remembered(
  (context) => {
    const cells = cellsByItem(context);
    const kinds = new Set(
      [...cells.keys()].flatMap((id) => context.project.index.items.get(id)?.kind ?? []),
    );
    const steps = inPlanOrder(
      context,
      context.project.items.filter(({ id, kind }) => cells.has(id) || kinds.has(kind)),
    ).map((item) => stepOf(context, item, cells.get(item.id) ?? []));
    const needing = steps.filter((step) => step.cells.length > 0);
    const { notes, roles, authorisations } = context.project;
    return {
      rules: rulesOf(context, steps),
      steps,
      records: (authorisations ?? []).map((record) => standingOf(context, record)),
      roles: roles ?? [],
      required: needing.length,
      authorised: needing.filter((step) => step.cells.every(isObtained)).length,
      notes: (notes ?? []).filter(({ kind }) => kind === 'conflict' || kind === 'open-question'),
    };
  },
);

/** The cells of one item, in the order in which its gates ask for them. */
export function leavesOf(context: DeriveContext, item: ItemId): readonly LeaveCell[] {
  return cellsByItem(context).get(item) ?? [];
}

function isObtained({ state }: LeaveCell): boolean {
  return state === 'obtained' || state === 'waived' || state === 'not-applicable';
}

const worstFirst: readonly ConditionVerdict[] = ['failed', 'unknown', 'stale', 'missing'];

const cellsByItem = remembered((context) => {
  const byItem = new Map<ItemId, Map<AuthorisationRuleId, LeaveCell>>();
  for (const { gate, condition, result } of judgedConditions(context)) {
    if (condition.kind !== 'authorisation') continue;
    const { rule, step } = condition;
    const items = step === undefined ? gate.guards.map((guard) => guard.item) : [step];
    for (const item of new Set(items)) {
      const cell: LeaveCell = {
        rule,
        state: leaveState(context, rule, step, result),
        verdict: result.verdict,
        reason: result.reason,
        gate: gate.id,
        condition: condition.id,
      };
      const own = byItem.get(item) ?? new Map<AuthorisationRuleId, LeaveCell>();
      byItem.set(item, own);
      const before = own.get(rule);
      if (before === undefined || isWorse(cell, before)) own.set(rule, cell);
    }
  }
  return new Map([...byItem].map(([item, cells]) => [item, [...cells.values()]]));
});

function isWorse(a: LeaveCell, b: LeaveCell): boolean {
  const rank = ({ verdict }: LeaveCell): number => {
    const at = worstFirst.indexOf(verdict);
    return at < 0 ? worstFirst.length : at;
  };
  return rank(a) < rank(b);
}

/** The engine's verdict in the words of leave: what is wrong with a grant that is not there. */
function leaveState(
  context: DeriveContext,
  rule: AuthorisationRuleId,
  step: ItemId | undefined,
  { verdict }: ConditionResult,
): LeaveState {
  switch (verdict) {
    case 'passed':
      return 'obtained';
    case 'waived':
    case 'not-applicable':
    case 'unknown':
      return verdict;
    case 'stale':
      return 'expired';
    case 'failed':
      return 'refused';
    case 'missing':
      return shortfallOf(demandsOf(context, rule, step));
  }
}

/** What a rule and its parts demand for a step. */
function demandsOf(
  context: DeriveContext,
  rule: AuthorisationRuleId,
  step: ItemId | undefined,
): readonly JudgedDemand[] {
  return withParts(context, rule).flatMap((id) => evaluationOf(context).demands(id, step));
}

/** A rule and everything under it, each once. */
export function withParts(
  context: DeriveContext,
  rule: AuthorisationRuleId,
): readonly AuthorisationRuleId[] {
  const parts = partsOf(context);
  const found = new Set([rule]);
  // A set hands out what is added to it while it is walked.
  for (const id of found) for (const part of parts.get(id) ?? []) found.add(part);
  return [...found];
}

const partsOf = remembered(({ project }) => {
  const parts = new Map<AuthorisationRuleId, AuthorisationRuleId[]>();
  for (const { id, partOf } of project.authorisationRules ?? []) {
    if (partOf === undefined) continue;
    const list = parts.get(partOf);
    if (list === undefined) parts.set(partOf, [id]);
    else list.push(id);
  }
  return parts;
});

const stateByCode: readonly (readonly [Reason['code'], LeaveState])[] = [
  ['authorisation-covers-several', 'covers-several'],
  ['authorisation-advisory-only', 'advisory-only'],
  ['authorisation-rehearsal-only', 'rehearsal-only'],
];

function shortfallOf(demands: readonly JudgedDemand[]): LeaveState {
  const open = demands.filter(({ judgement }) => judgement.verdict !== 'passed');
  const codes = new Set(
    open.flatMap(({ considered }) => considered.flatMap(({ why }) => why?.code ?? [])),
  );
  const told = stateByCode.find(([code]) => codes.has(code));
  if (open.some(isOnePersonTwice)) return 'same-person';
  if (told !== undefined) return told[1];
  if (open.length < demands.length || open.some(isBegun)) return 'partly';
  return codes.has('authorisation-other-role') ? 'other-role' : 'missing';
}

/** There are grants enough, and too few people behind them. */
export function isOnePersonTwice({ demand, judgement, considered }: JudgedDemand): boolean {
  const grants = considered.filter(({ standing }) => standing === 'granted').length;
  return judgement.verdict !== 'passed' && grants >= (demand.quorum ?? 1);
}

function isBegun({ considered }: JudgedDemand): boolean {
  return considered.some(({ standing }) => standing === 'granted');
}

function stepOf(context: DeriveContext, item: PlanItem, cells: readonly LeaveCell[]): StepLeaves {
  const { state, readiness, permission } = itemResult(context, item);
  return {
    item: item.id,
    title: item.title,
    state,
    readiness,
    permission,
    forbidden: item.forbidden !== undefined,
    cells,
  };
}

function rulesOf(context: DeriveContext, steps: readonly StepLeaves[]): readonly RuleLeaves[] {
  const counts = new Map<AuthorisationRuleId, { required: number; obtained: number }>();
  for (const cell of steps.flatMap(({ cells }) => cells)) {
    const count = counts.get(cell.rule) ?? { required: 0, obtained: 0 };
    count.required += 1;
    if (isObtained(cell)) count.obtained += 1;
    counts.set(cell.rule, count);
  }
  const asOf = parseTimestamp(context.verdicts.asOf);
  const rules = context.project.authorisationRules ?? [];
  const masters = rules.filter(({ master }) => master === true);
  return [...masters, ...rules.filter(({ master }) => master !== true)].map((rule) => ({
    rule,
    inForce: definitionsInForce(rule, asOf).map(({ id }) => id),
    ...(counts.get(rule.id) ?? { required: 0, obtained: 0 }),
  }));
}

const bestFirst: readonly Standing[] = ['granted', 'against', 'unreadable', 'expired', 'rejected'];

function standingOf(context: DeriveContext, record: AuthorisationRecord): RecordStanding {
  const rule = context.project.index.rules.get(record.rule);
  if (rule === undefined) {
    const why = reason('unknown-reference', { kind: 'rule', id: record.rule });
    return { record, standing: 'rejected', why };
  }
  const steps = rule.perStep ? record.steps : [undefined];
  const entries = steps.flatMap((step) =>
    evaluationOf(context)
      .demands(rule.id, step)
      .flatMap(({ considered }) => considered.filter((entry) => entry.record.id === record.id)),
  );
  for (const standing of bestFirst) {
    const found = entries.find((entry) => entry.standing === standing);
    if (found === undefined) continue;
    return { record, standing, ...(found.why === undefined ? {} : { why: found.why }) };
  }
  return { record, standing: 'rejected' };
}

/** Parents before their children, siblings by the hint of the document where there is one. */
function inPlanOrder(context: DeriveContext, items: readonly PlanItem[]): readonly PlanItem[] {
  const place = places(context);
  return [...items].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

const places = remembered(({ project }) => {
  const place = new Map<ItemId, number>();
  const { items, children } = project.index;
  const open = ordered(
    project.items.filter(({ parent }) => parent === undefined || !items.has(parent)),
  ).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (place.has(next.id)) continue;
    place.set(next.id, place.size);
    open.push(...ordered(children.get(next.id) ?? []).reverse());
  }
  return place;
});

function ordered(siblings: readonly PlanItem[]): PlanItem[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...siblings].sort((a, b) => (a.order ?? last) - (b.order ?? last));
}
