import type { BuiltInRule, Invariant } from '../../model/gate.ts';
import { invariantId } from '../../model/ids.ts';
import { byCodeUnit } from '../context.ts';
import { reason } from '../reason-codes.ts';
import type { ConditionResult, Counterexample, InvariantResult } from '../types.ts';
import {
  completeAfterDependencies,
  completeNeedsEvidence,
  earlierPhaseBlocksLater,
  guardedCloseNeedsGate,
  stepNeedsOwnAuthorisation,
} from './item-rules.ts';
import {
  oneNameOneThing,
  referencedFileIsDelivered,
  statedCountsAgree,
  statedNumbersAgree,
} from './naming-rules.ts';
import {
  advisoryAuthorisesNothing,
  attemptsWithinLimit,
  forbiddenEffectsAbsent,
  oneAuthorisationOneStep,
  recordedEqualsRecomputed,
  reVerifiedBetweenSteps,
} from './record-rules.ts';
import type { JudgedPlan, Rule, RuleOutcome } from './rule.ts';

/** The rules over a whole plan that hold for every plan. */
export const RULES: Readonly<Record<BuiltInRule, Rule>> = {
  'complete-needs-evidence': completeNeedsEvidence,
  'complete-after-dependencies': completeAfterDependencies,
  'earlier-phase-blocks-later': earlierPhaseBlocksLater,
  'guarded-close-needs-gate': guardedCloseNeedsGate,
  'step-needs-own-authorisation': stepNeedsOwnAuthorisation,
  'one-authorisation-one-step': oneAuthorisationOneStep,
  're-verified-between-steps': reVerifiedBetweenSteps,
  'advisory-authorises-nothing': advisoryAuthorisesNothing,
  'attempts-within-limit': attemptsWithinLimit,
  'forbidden-effects-absent': forbiddenEffectsAbsent,
  'recorded-equals-recomputed': recordedEqualsRecomputed,
  'one-name-one-thing': oneNameOneThing,
  'referenced-file-is-delivered': referencedFileIsDelivered,
  'stated-counts-agree': statedCountsAgree,
  'stated-numbers-agree': statedNumbersAgree,
};

/** Rules that only what stands in the plan decides, not what was judged. */
const FIXED: ReadonlySet<string> = new Set<BuiltInRule>([
  'one-authorisation-one-step',
  'advisory-authorises-nothing',
  'attempts-within-limit',
  'one-name-one-thing',
  'referenced-file-is-delivered',
  'stated-counts-agree',
]);

/**
 * The plan's own invariants, and every built-in rule that the plan does not state itself: those
 * have the name of the rule as id and title. In the order of ids.
 */
export function invariantsOf(plan: JudgedPlan): readonly InvariantResult[] {
  const own = plan.context.project.invariants ?? [];
  const stated = new Set(own.map(({ rule }) => rule));
  const results = own.map((invariant) => judge(plan, invariant));
  for (const rule of Object.keys(RULES)) {
    if (isRule(rule) && !stated.has(rule)) {
      results.push(judge(plan, { id: invariantId(rule), title: rule, rule }));
    }
  }
  return results.sort((a, b) => byCodeUnit(a.id, b.id));
}

function isRule(name: string): name is BuiltInRule {
  return Object.hasOwn(RULES, name);
}

/** What was lost in reading may have been the counterexample. */
function judge(plan: JudgedPlan, invariant: Invariant): InvariantResult {
  const found = judgeWhatIsThere(plan, invariant);
  if (found.verdict !== 'holds') return found;
  const loss = plan.context.project.reading.problems.find((problem) => problem.isLoss === true);
  if (loss === undefined) return found;
  const id = loss.path ?? loss.file ?? '';
  return { ...found, verdict: 'not-evaluated', reason: reason('reading-problem', { id }) };
}

function judgeWhatIsThere(plan: JudgedPlan, invariant: Invariant): InvariantResult {
  const { rule, condition } = invariant;
  if (condition !== undefined) {
    const at = plan.graph.invariants.indexOf(invariant);
    return ofCondition(invariant, plan.state.invariants[at]);
  }
  if (rule === undefined || !isRule(rule)) {
    const why = reason('invariant-unknown-rule', { rule: rule ?? null });
    return result(invariant, 'not-evaluated', why, []);
  }
  return ofRule(invariant, outcomeOf(plan, rule));
}

function outcomeOf(plan: JudgedPlan, rule: BuiltInRule): RuleOutcome {
  const compute = () => RULES[rule](plan);
  return FIXED.has(rule)
    ? plan.context.share(JSON.stringify(['invariant', rule]), compute)
    : compute();
}

function ofRule(invariant: Invariant, { checked, open = 0, counterexamples }: RuleOutcome) {
  const { items } = invariant;
  const wanted = items === undefined ? undefined : new Set(items);
  const found = inOrder(
    wanted === undefined
      ? counterexamples
      : counterexamples.filter((one) => one.items.some((id) => wanted.has(id))),
  );
  if (found.length > 0) {
    return result(
      invariant,
      'violated',
      reason('invariant-violated', { count: found.length }),
      found,
    );
  }
  if (checked === 0) {
    return result(invariant, 'not-evaluated', reason('invariant-nothing-to-judge'), []);
  }
  return open > 0
    ? result(invariant, 'not-evaluated', reason('invariant-not-judged', { checked, open }), [])
    : result(invariant, 'holds', reason('invariant-holds', { checked }), []);
}

function ofCondition(invariant: Invariant, judged: ConditionResult | undefined): InvariantResult {
  if (judged?.verdict === 'passed') return result(invariant, 'holds', judged.reason, []);
  if (judged?.verdict !== 'failed') {
    const why = judged?.reason ?? reason('not-judged');
    return result(invariant, 'not-evaluated', why, []);
  }
  return result(invariant, 'violated', judged.reason, [
    { items: invariant.items ?? [], subject: judged.id, reason: judged.reason, uses: judged.uses },
  ]);
}

function result(
  { id, title }: Invariant,
  verdict: InvariantResult['verdict'],
  why: InvariantResult['reason'],
  counterexamples: readonly Counterexample[],
): InvariantResult {
  return { id, title, verdict, reason: why, counterexamples };
}

/**
 * In an order that depends on nothing but what was found. The rules find nearly in that order, so
 * this is hardly more than a look.
 */
function inOrder(examples: readonly Counterexample[]): readonly Counterexample[] {
  return [...examples].sort(compareExamples);
}

function compareExamples(a: Counterexample, b: Counterexample): number {
  const byCode = byCodeUnit(a.reason.code, b.reason.code);
  if (byCode !== 0) return byCode;
  for (let at = 0; at < a.items.length && at < b.items.length; at += 1) {
    const byItem = byCodeUnit(a.items[at] ?? '', b.items[at] ?? '');
    if (byItem !== 0) return byItem;
  }
  return (
    a.items.length - b.items.length ||
    byCodeUnit(a.subject ?? '', b.subject ?? '') ||
    byCodeUnit(JSON.stringify(a), JSON.stringify(b))
  );
}
