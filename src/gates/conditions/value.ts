import type { Pointer, Scalar } from '../../model/common.ts';
import type { ValueCondition } from '../../model/condition.ts';
import type { Evidence, Fact, ValueFact } from '../../model/evidence.ts';
import { admit } from '../admission.ts';
import { compare, unitMismatch, unitsAgree } from '../compare.ts';
import type { JudgeContext } from '../context.ts';
import type { Handler } from '../handler.ts';
import { judgement } from '../judgement.ts';
import { type ReasonParams, reason } from '../reason-codes.ts';
import type { Quantity, Reason } from '../types.ts';

/** A value inside structured evidence, held against a target. */
export const value: Handler<ValueCondition> = {
  judge(condition, context) {
    const evidence = context.project.index.evidence.get(condition.evidence);
    if (evidence === undefined) {
      const params = { evidence: condition.evidence };
      return judgement('missing', reason('evidence-not-found', params));
    }
    const { obstacle } = admit(context, [evidence], condition);
    if (obstacle !== undefined) return obstacle;
    const uses = [context.use(evidence, condition.pointer)];
    const found = valueAt(context, evidence, condition.pointer);
    if (found === undefined || found === 'ambiguous') {
      const params = { evidence: evidence.id };
      return found === undefined
        ? judgement('missing', reason('value-not-found', params), uses)
        : judgement('unknown', reason('value-ambiguous', params), uses);
    }
    const { operator, target } = condition;
    const actual = quantity(found.value, found.unit);
    const quantities =
      target === undefined
        ? { actual }
        : { expected: quantity(target, condition.unit, operator), actual };
    const isNumeric = typeof found.value === 'number' && typeof target === 'number';
    if (isNumeric && condition.unit !== undefined && !unitsAgree(found.unit, condition.unit)) {
      return judgement('unknown', unitMismatch(found.unit, condition.unit), uses, quantities);
    }
    const units =
      found.unit === undefined || condition.unit === undefined
        ? undefined
        : { actual: found.unit, target: condition.unit };
    const outcome = compare(operator, found.value, target, units);
    if (typeof outcome !== 'boolean') return judgement('unknown', outcome, uses, quantities);
    return outcome
      ? judgement('passed', reason('value-holds'), uses, quantities)
      : judgement('failed', valueDiffers(operator, quantities), uses, quantities);
  },
  reads(condition, _project, sink) {
    sink.evidence(condition.evidence);
  },
};

interface Sides {
  readonly actual: Quantity;
  readonly expected?: Quantity;
}

function valueDiffers(operator: string, { actual, expected }: Sides): Reason {
  return reason('value-differs', { ...inParams({ actual, expected: expected ?? none }), operator });
}

const none: Quantity = { value: '' };

/** Both sides as parameters of a reason; a list as one text, an absent unit as none. */
export function inParams({ actual, expected }: Required<Sides>): ReasonParams<'values-disagree'> {
  return {
    actual: scalar(actual.value),
    actualUnit: actual.unit ?? '',
    expected: scalar(expected.value),
    expectedUnit: expected.unit ?? '',
  };
}

const scalar = (value: Quantity['value']): Scalar =>
  typeof value === 'object' && value !== null ? value.join(', ') : value;

export function quantity(value: Quantity['value'], unit?: string, operator?: string): Quantity {
  const made: { -readonly [K in keyof Quantity]: Quantity[K] } = { value };
  if (unit !== undefined) made.unit = unit;
  if (operator !== undefined) made.operator = operator;
  return made;
}

/** From this many facts on, pointers are looked up in an index made once. */
const WORTH_INDEXING = 8;

/**
 * The value that a reader found at a pointer. Two readings of one place must agree. `undefined`:
 * nothing was read there, which is not the same as that nothing is there.
 */
export function valueAt(
  context: JudgeContext,
  evidence: Evidence,
  pointer: Pointer,
): ValueFact | 'ambiguous' | undefined {
  const facts = evidence.facts ?? NO_FACTS;
  if (facts.length < WORTH_INDEXING) {
    let found: ValueFact | 'ambiguous' | undefined;
    for (const fact of facts) {
      if (fact.type === 'value' && isSamePlace(fact.pointer, pointer)) found = join(found, fact);
    }
    return found;
  }
  const index = context.share(JSON.stringify(['values', evidence.id]), () => {
    const values = new Map<string, ValueFact | 'ambiguous'>();
    for (const fact of facts) {
      if (fact.type !== 'value') continue;
      const at = pointerKey(fact.pointer);
      values.set(at, join(values.get(at), fact));
    }
    return values;
  });
  return index.get(pointerKey(pointer));
}

function join(
  known: ValueFact | 'ambiguous' | undefined,
  fact: ValueFact,
): ValueFact | 'ambiguous' {
  if (known === undefined) return fact;
  if (known === 'ambiguous') return known;
  const isSame =
    known.unit === fact.unit && JSON.stringify(known.value) === JSON.stringify(fact.value);
  return isSame ? known : 'ambiguous';
}

const NO_FACTS: readonly Fact[] = [];

function isSamePlace(a: Pointer, b: Pointer): boolean {
  return a.kind === 'json' && b.kind === 'json'
    ? a.pointer === b.pointer
    : pointerKey(a) === pointerKey(b);
}

function pointerKey(pointer: Pointer): string {
  switch (pointer.kind) {
    case 'json':
      return `j${pointer.pointer}`;
    case 'cell':
      return JSON.stringify(['c', pointer.row, pointer.column]);
    case 'rows':
      return JSON.stringify(['r', pointer.from, pointer.to, pointer.column]);
    case 'lines':
      return JSON.stringify(['l', pointer.from, pointer.to]);
    case 'test':
      return JSON.stringify(['t', pointer.suite, pointer.name]);
    case 'whole':
      return 'w';
  }
}
