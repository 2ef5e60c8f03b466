import { subjectKey } from '../../../derive/assumption-key.ts';
import type { Assumption } from '../../../gates/assumptions.ts';
import type { ConditionVerdict, GateVerdict } from '../../../gates/types.ts';
import { conditionId, gateId, itemId, stopConditionId } from '../../../model/ids.ts';

/** Verdicts that can be assumed of a gate, and of a condition. */
export const gateVerdicts: readonly GateVerdict[] = [
  'passed',
  'failed',
  'missing',
  'stale',
  'unknown',
];
export const conditionVerdicts: readonly ConditionVerdict[] = [
  ...gateVerdicts,
  'waived',
  'not-applicable',
];

/** More assumptions than these are no question that a person asked. */
export const MOST_ASSUMPTIONS = 200;

/**
 * An assumption as a word of the link: its kind, ids and verdict with colons between, each escaped, so
 * that ids may hold anything.
 */
export function assumptionText(assumption: Assumption): string {
  // Half of a surrogate pair cannot stand in a link; the plan then has nothing of that name.
  return partsOf(assumption)
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join(':');
}

function partsOf(assumption: Assumption): readonly string[] {
  switch (assumption.kind) {
    case 'condition':
      return ['condition', assumption.gate, assumption.condition, assumption.verdict];
    case 'gate':
      return ['gate', assumption.gate, assumption.verdict];
    case 'item':
      return ['item', assumption.item];
    case 'stop':
      return ['stop', assumption.stop];
  }
}

/** The inverse of {@link assumptionText}; `undefined` for what it never writes. */
export function readAssumption(text: string): Assumption | undefined {
  const parts = text.split(':').map(decoded);
  const [kind, first, second, third] = parts;
  if (first === undefined || first === '' || parts.includes(undefined)) return undefined;
  switch (kind) {
    case 'condition': {
      const verdict = conditionVerdicts.find((one) => one === third);
      if (second === undefined || second === '' || verdict === undefined || parts.length !== 4) {
        return undefined;
      }
      return { kind, gate: gateId(first), condition: conditionId(second), verdict };
    }
    case 'gate': {
      const verdict = gateVerdicts.find((one) => one === second);
      if (verdict === undefined || parts.length !== 3) return undefined;
      return { kind, gate: gateId(first), verdict };
    }
    case 'item':
      return parts.length === 2 ? { kind, item: itemId(first) } : undefined;
    case 'stop':
      return parts.length === 2 ? { kind, stop: stopConditionId(first) } : undefined;
    default:
      return undefined;
  }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Those of the texts that are assumptions, one for each subject: the last. */
export function readAssumptions(texts: readonly string[]): readonly Assumption[] {
  const found = texts.slice(0, MOST_ASSUMPTIONS).flatMap((text) => readAssumption(text) ?? []);
  return [...new Map(found.map((one) => [subjectKey(one), one])).values()];
}

/** With these assumptions added, each in the place of an earlier one about the same thing. */
export function assuming(
  texts: readonly string[] | undefined,
  added: readonly Assumption[],
): readonly string[] | undefined {
  const all = new Map(
    [...readAssumptions(texts ?? []), ...added].map((one) => [subjectKey(one), one]),
  );
  const next = [...all.values()].map(assumptionText).slice(-MOST_ASSUMPTIONS);
  return next.length === 0 ? undefined : next;
}

/** Without what is assumed of that subject. */
export function notAssuming(
  texts: readonly string[] | undefined,
  subject: string,
): readonly string[] | undefined {
  const next = readAssumptions(texts ?? []).filter((one) => subjectKey(one) !== subject);
  return next.length === 0 ? undefined : next.map(assumptionText);
}
