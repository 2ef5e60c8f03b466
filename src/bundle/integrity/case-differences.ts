import type { TestCase } from '../../model/evidence.ts';

/**
 * The first case of a record that the bytes tell otherwise. A record may leave cases out; a case that it
 * has must be in the bytes, with its outcome.
 */
export function caseDifferences(
  recorded: readonly TestCase[],
  derived: readonly TestCase[],
): { readonly member: string; readonly stated: string; readonly found: string } | undefined {
  const known = new Map<string, TestCase[]>();
  for (const entry of derived) {
    const key = keyOf(entry);
    known.set(key, [...(known.get(key) ?? []), entry]);
  }
  for (const entry of recorded) {
    const same = known.get(keyOf(entry)) ?? [];
    const at = same.findIndex(({ outcome }) => outcome === entry.outcome);
    const [first] = same;
    if (first === undefined) {
      return { member: 'cases', stated: entry.name, found: '' };
    }
    if (at < 0) {
      return {
        member: 'cases',
        stated: `${entry.name}: ${entry.outcome}`,
        found: `${first.name}: ${first.outcome}`,
      };
    }
    // Each case of the bytes answers for one of the record.
    same.splice(at, 1);
  }
  return undefined;
}

function keyOf({ name, suite }: TestCase): string {
  return JSON.stringify([suite ?? null, name]);
}
