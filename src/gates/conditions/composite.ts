import type {
  AllCondition,
  AnyCondition,
  AtLeastCondition,
  Condition,
  GateCondition,
  NotCondition,
  UnrecognisedCondition,
} from '../../model/condition.ts';
import type { Handler } from '../handler.ts';
import { isSatisfied, type Judgement, judgement, NO_USES } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import type { ConditionResult, ConditionVerdict } from '../types.ts';

/** The order in which a worse verdict wins over a better one. */
const WORST_FIRST: readonly ConditionVerdict[] = ['failed', 'unknown', 'stale', 'missing'];

/** Every part holds; a part that does not apply is left out, and one at least must apply. */
export const all: Handler<AllCondition> = {
  judge(condition, _context, judge) {
    return withParts(condition.of.map(judge.part), (applicable) => ({
      needed: applicable.length,
      worst: worst(applicable, WORST_FIRST),
    }));
  },
  reads: () => undefined,
};

/** One part at least is passed. It is failed only when no part could still come to hold. */
export const any: Handler<AnyCondition> = {
  judge(condition, _context, judge) {
    return withParts(condition.of.map(judge.part), (applicable) => atLeast(applicable, 1));
  },
  reads: () => undefined,
};

/** `count` of the parts are passed. Parts that do not apply count for neither side. */
export const atLeastOf: Handler<AtLeastCondition> = {
  judge(condition, _context, judge) {
    const { count, of } = condition;
    const parts = of.map(judge.part);
    if (!Number.isInteger(count) || count < 1 || count > of.length) {
      const params = { needed: count, of: of.length };
      return { ...judgement('unknown', reason('parts-count-impossible', params)), parts };
    }
    return withParts(parts, (applicable) => atLeast(applicable, count));
  },
  reads: () => undefined,
};

interface Need {
  readonly needed: number;
  /** What it is when fewer than `needed` hold. */
  readonly worst: ConditionVerdict;
}

function atLeast(parts: readonly ConditionResult[], needed: number): Need {
  const lost = parts.filter((part) => part.verdict === 'failed').length;
  if (parts.length - lost < needed) return { needed, worst: 'failed' };
  return { needed, worst: worst(parts, ['unknown', 'stale', 'missing']) };
}

function withParts(
  parts: readonly ConditionResult[],
  needs: (applicable: readonly ConditionResult[]) => Need,
): Judgement {
  if (parts.length === 0) return judgement('unknown', reason('parts-none'));
  const applicable = parts.filter((part) => part.verdict !== 'not-applicable');
  if (applicable.length === 0) {
    return { ...judgement('not-applicable', reason('parts-not-applicable')), parts };
  }
  const count = applicable.filter((part) => isSatisfied(part.verdict)).length;
  const { needed, worst: otherwise } = needs(applicable);
  const quantities = {
    expected: { value: needed, operator: 'at-least', of: 'parts' },
    actual: { value: count, of: 'parts' },
  };
  const params = { count, of: applicable.length };
  const holds = count >= needed;
  // Each pass names its evidence, and a composite one that of the parts that carry it.
  const uses = parts
    .filter((part) => !holds || part.verdict === 'passed')
    .flatMap((part) => part.uses);
  const verdict = holds ? 'passed' : otherwise;
  const why = holds ? reason('parts-hold', params) : reason('parts-open', params);
  return { verdict, reason: why, uses, parts, ...quantities };
}

function worst(
  parts: readonly ConditionResult[],
  order: readonly ConditionVerdict[],
): ConditionVerdict {
  return order.find((verdict) => parts.some((part) => part.verdict === verdict)) ?? 'missing';
}

/**
 * The opposite, and only of what was observed: a probe, or a pattern that was counted. Of anything
 * else it is unknown, because absence would then look like success.
 */
export const not: Handler<NotCondition> = {
  judge(condition, _context, judge) {
    const inner = judge.part(condition.of);
    const parts = [inner];
    if (!isConfined(condition.of)) {
      const why = reason('not-confined', { kind: condition.of.kind });
      return { ...judgement('unknown', why, inner.uses), parts };
    }
    switch (inner.verdict) {
      case 'passed':
        return { ...judgement('failed', reason('not-violated'), inner.uses), parts };
      case 'failed':
        return { ...judgement('passed', reason('not-holds'), inner.uses), parts };
      case 'waived':
        // A waiver excuses; it observes nothing that could be turned round.
        return { ...judgement('unknown', inner.reason, inner.uses), parts };
      default:
        return { ...judgement(inner.verdict, inner.reason, inner.uses), parts };
    }
  },
  reads: () => undefined,
};

function isConfined(condition: Condition): boolean {
  if (condition.kind === 'probe') return true;
  const checks = condition.kind === 'deliverable' ? (condition.checks ?? []) : [];
  return checks.length > 0 && checks.every((check) => check === 'forbidden');
}

/** Another gate has passed. Gates that wait for each other are unknown, all of them. */
export const gate: Handler<GateCondition> = {
  judge(condition, context) {
    const { gate: id } = condition;
    const other = context.world.gate(id);
    if (other === undefined) {
      const why = context.project.index.gates.has(id)
        ? reason('gate-cycle', { gate: id, members: id, count: 1 })
        : reason('unknown-reference', { kind: 'gate', id });
      return { ...judgement('unknown', why), gate: id };
    }
    return {
      verdict: other.verdict,
      reason: reason('other-gate', { gate: id, verdict: other.verdict }),
      expected: { value: 'passed', of: 'gate' },
      actual: { value: other.verdict, of: 'gate' },
      // The gate is named instead of its evidence: chains of gates would gather all of it.
      uses: NO_USES,
      gate: id,
    };
  },
  reads(condition, _project, sink) {
    sink.gate(condition.gate);
  },
};

/** A kind that this version does not know is kept, shown, and never green. */
export const unrecognised: Handler<UnrecognisedCondition> = {
  judge: (condition) =>
    judgement('unknown', reason('unknown-kind', { kind: condition.originalKind })),
  reads: () => undefined,
};
