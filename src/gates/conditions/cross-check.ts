import type { CrossCheckCondition, Operand } from '../../model/condition.ts';
import { admit } from '../admission.ts';
import { compare, unitMismatch, unitsAgree, type Value } from '../compare.ts';
import type { JudgeContext } from '../context.ts';
import type { Handler } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import type { EvidenceUse } from '../types.ts';
import { inParams, quantity, valueAt } from './value.ts';

interface Side {
  readonly value: Value;
  readonly unit?: string;
  readonly use?: EvidenceUse;
}

/**
 * Two places agree. Both sides are shown: the left one as expected, the right one as actual. Where
 * neither side is evidence nothing is proven, however well two statements agree.
 */
export const crossCheck: Handler<CrossCheckCondition> = {
  judge(condition, context) {
    const left = sideOf(context, condition.left);
    const right = sideOf(context, condition.right);
    const gone = worse(left, right);
    if (gone !== undefined) return gone;
    if ('verdict' in left || 'verdict' in right) {
      return judgement('unknown', reason('nothing-to-check'));
    }
    const uses = [left.use, right.use].filter((use) => use !== undefined);
    const operator = condition.operator ?? 'equals';
    const quantities = {
      expected: quantity(left.value, left.unit, operator),
      actual: quantity(right.value, right.unit),
    };
    if (uses.length === 0) {
      return judgement('missing', reason('values-without-evidence'), uses, quantities);
    }
    const areNumbers = typeof left.value === 'number' && typeof right.value === 'number';
    const areMeasured = left.use !== undefined && right.use !== undefined;
    if (areNumbers && areMeasured && !unitsAgree(left.unit, right.unit)) {
      return judgement('unknown', unitMismatch(right.unit, left.unit), uses, quantities);
    }
    const units =
      left.unit === undefined || right.unit === undefined
        ? undefined
        : { actual: right.unit, target: left.unit };
    const outcome = compare(operator, right.value, left.value, units);
    if (typeof outcome !== 'boolean') return judgement('unknown', outcome, uses, quantities);
    return outcome
      ? judgement('passed', reason('values-agree'), uses, quantities)
      : judgement('failed', reason('values-disagree', inParams(quantities)), uses, quantities);
  },
  reads(condition, _project, sink) {
    for (const side of [condition.left, condition.right]) {
      if ('evidence' in side) sink.evidence(side.evidence);
    }
  },
};

function worse(left: Side | Judgement, right: Side | Judgement): Judgement | undefined {
  const open = [left, right].filter((side) => 'verdict' in side);
  const uses = open.flatMap((side) => side.uses);
  for (const verdict of ['unknown', 'stale', 'missing'] as const) {
    const found = open.find((side) => side.verdict === verdict);
    if (found !== undefined) return { ...found, uses };
  }
  return undefined;
}

function sideOf(context: JudgeContext, operand: Operand): Side | Judgement {
  if (!('evidence' in operand)) return { value: operand.value };
  const evidence = context.project.index.evidence.get(operand.evidence);
  if (evidence === undefined) {
    return judgement('missing', reason('evidence-not-found', { evidence: operand.evidence }));
  }
  const { obstacle } = admit(context, [evidence], {});
  if (obstacle !== undefined) return obstacle;
  const use = context.use(evidence, operand.pointer);
  const found = valueAt(context, evidence, operand.pointer);
  const params = { evidence: evidence.id };
  if (found === undefined) return judgement('missing', reason('value-not-found', params), [use]);
  if (found === 'ambiguous') return judgement('unknown', reason('value-ambiguous', params), [use]);
  return { value: found.value, use, ...(found.unit === undefined ? {} : { unit: found.unit }) };
}
