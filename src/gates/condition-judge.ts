import { parseTimestamp } from '../lib/timestamp.ts';
import type { Condition } from '../model/condition.ts';
import type { Waiver } from '../model/gate.ts';
import { doubt, timeOf } from './admission.ts';
import { isSeenToFail } from './applicability.ts';
import type { JudgeContext } from './context.ts';
import { isConditionInDoubt } from './doubt.ts';
import type { PartJudge } from './handler.ts';
import { isSatisfied, type Judgement, judgement } from './judgement.ts';
import { reason } from './reason-codes.ts';
import { handlerOf } from './registry.ts';
import type { ConditionResult, ConditionVerdict } from './types.ts';

/** Deeper nesting is refused before it overflows the stack; the format allows less. */
const MAX_DEPTH = 64;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Judges the conditions of one gate, invariant or stop, with the waivers that are valid there. */
export class ConditionJudge implements PartJudge {
  readonly #context: JudgeContext;
  readonly #waivers: readonly Waiver[];
  /** Verdicts that somebody assumes for the sake of the question, by condition. */
  readonly #assumed: ReadonlyMap<string, ConditionVerdict> | undefined;
  #depth = 0;

  constructor(
    context: JudgeContext,
    waivers: readonly Waiver[] = [],
    assumed?: ReadonlyMap<string, ConditionVerdict>,
  ) {
    this.#context = context;
    this.#waivers = waivers;
    this.#assumed = assumed;
  }

  readonly part = (condition: Condition): ConditionResult => {
    const assumed = this.#assumed?.get(condition.id);
    const found =
      assumed === undefined ? this.#applicable(condition) : judgement(assumed, reason('assumed'));
    const result: Mutable<ConditionResult> = {
      id: condition.id,
      kind: condition.kind,
      title: condition.title,
      blocking: condition.blocking !== false,
      verdict: found.verdict,
      reason: found.reason,
      uses: found.uses,
    };
    if (condition.statement !== undefined) result.statement = condition.statement;
    if (condition.owner !== undefined) result.owner = condition.owner;
    if (found.expected !== undefined) result.expected = found.expected;
    if (found.actual !== undefined) result.actual = found.actual;
    if (found.parts !== undefined) result.parts = found.parts;
    if (found.gate !== undefined) result.gate = found.gate;
    if (found.underlying !== undefined) result.underlying = found.underlying;
    if (assumed === undefined && this.#waivers.length > 0) this.#waive(condition, result);
    return result;
  };

  #applicable(condition: Condition): Judgement {
    const { notApplicable, appliesWhen } = condition;
    if (notApplicable !== undefined && notApplicable.reason.trim() !== '') {
      const underlying = this.#judge(condition);
      const why = reason('not-applicable', { text: notApplicable.reason });
      return notApplying(underlying, why);
    }
    const judged = this.#judge(condition);
    if (this.#depth >= MAX_DEPTH) return judged;
    if (appliesWhen === undefined || appliesWhen.reason.trim() === '') return judged;
    // Only a rule that was seen not to hold excuses. Where nothing can be said of it, it applies:
    // otherwise taking evidence away would make the condition go away.
    this.#depth += 1;
    const rule = this.part(appliesWhen.condition);
    this.#depth -= 1;
    if (isConditionInDoubt(rule, () => false)) {
      // It might not apply, and a fault hides whether it does.
      return judged.verdict === 'failed'
        ? judged
        : { ...judged, verdict: 'unknown', reason: reason('reading-problem', { id: rule.id }) };
    }
    if (!isSeenToFail(rule, this.#context.world.gate)) return judged;
    const why = reason('does-not-apply', { text: appliesWhen.reason });
    return { ...notApplying(judged, why), uses: [...rule.uses, ...judged.uses] };
  }

  #judge(condition: Condition): Judgement {
    if (this.#depth >= MAX_DEPTH) {
      return judgement('unknown', reason('nested-too-deeply', { limit: MAX_DEPTH }));
    }
    this.#depth += 1;
    const judged = dispatch(condition, this.#context, this);
    this.#depth -= 1;
    return judged;
  }

  #waive(condition: Condition, result: Mutable<ConditionResult>): void {
    if (isSatisfied(result.verdict)) return;
    const waiver = this.#waivers.find((entry) => entry.condition === condition.id);
    if (waiver === undefined) return;
    result.underlying = result.verdict;
    result.verdict = 'waived';
    result.reason = reason('waived', { waiver: waiver.id, expires: waiver.expires });
    result.waiver = {
      id: waiver.id,
      author: waiver.author,
      reason: waiver.reason,
      expires: waiver.expires,
    };
  }
}

function notApplying(judged: Judgement, why: ConditionResult['reason']) {
  return { ...judged, verdict: 'not-applicable' as const, underlying: judged.verdict, reason: why };
}

function dispatch(condition: Condition, context: JudgeContext, parts: PartJudge): Judgement {
  const { kind } = condition;
  const handler = handlerOf(kind);
  return handler === undefined
    ? judgement('unknown', reason('unknown-kind', { kind }))
    : handler.judge(condition, context, parts);
}

/** What keeps a waiver from being valid at `asOf`; `undefined` for a valid one. */
export function flawOfWaiver(
  context: JudgeContext,
  waiver: Waiver,
): 'expired' | 'reason' | 'author' | 'at' | 'evidence' | undefined {
  if (waiver.reason.trim() === '') return 'reason';
  if (waiver.author.trim() === '') return 'author';
  if (!(parseTimestamp(waiver.at) <= context.asOf)) return 'at';
  if (!(parseTimestamp(waiver.expires) > context.asOf)) return 'expired';
  const isSupported = (waiver.evidence ?? []).every((id) => {
    const evidence = context.project.index.evidence.get(id);
    if (evidence === undefined || evidence.inadmissible !== undefined) return false;
    const time = timeOf(evidence);
    const isPast = time === undefined || parseTimestamp(time) <= context.asOf;
    return isPast && doubt(context, evidence) === undefined;
  });
  return isSupported ? undefined : 'evidence';
}
