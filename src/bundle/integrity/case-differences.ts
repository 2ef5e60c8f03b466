import type { Outcome, TestCase } from '../../model/evidence.ts';

/**
 * The first case of a record that the bytes tell otherwise. A record may leave cases out; a case that it
 * has must be in the bytes, with its outcome.
 */
export function caseDifferences(
  recorded: readonly TestCase[],
  derived: readonly TestCase[],
): { readonly member: string; readonly stated: string; readonly found: string } | undefined {
  const known = new Map<string, Map<Outcome, number>>();
  for (const entry of derived) {
    const key = keyOf(entry);
    const outcomes = known.get(key) ?? new Map<Outcome, number>();
    outcomes.set(entry.outcome, (outcomes.get(entry.outcome) ?? 0) + 1);
    known.set(key, outcomes);
  }
  for (const entry of recorded) {
    const { name, outcome } = entry;
    const outcomes = known.get(keyOf(entry));
    const [other] = [...(outcomes ?? [])].flatMap(([found, count]) => (count > 0 ? [found] : []));
    if (outcomes === undefined || other === undefined) {
      return { member: 'cases', stated: name, found: '' };
    }
    const left = outcomes.get(outcome) ?? 0;
    if (left === 0) {
      return { member: 'cases', stated: `${name}: ${outcome}`, found: `${name}: ${other}` };
    }
    // Each case of the bytes answers for one of the record.
    outcomes.set(outcome, left - 1);
  }
  return undefined;
}

function keyOf({ name, suite }: TestCase): string {
  return JSON.stringify([suite ?? null, name]);
}
