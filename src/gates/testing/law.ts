import fc from 'fast-check';
import { it } from 'vitest';
import type { Gate } from '../../model/gate.ts';
import type { ProjectContent } from '../../model/project.ts';
import { arbitraryContent } from './arbitrary-project.ts';
import { holdsFor, numRuns } from './cases.ts';

const timeout = Math.max(60_000, numRuns * 60);

export const usual = arbitraryContent({ stops: true });
export const tangled = arbitraryContent({ tangled: true, turning: true, stops: true });
export const turning = arbitraryContent({ turning: true, stops: true });
export const steady = arbitraryContent();
const numbers = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });

/** Plans with numbers to choose by; one list of them for all laws over the same plans. */
const withNumbers = new Map(
  [usual, tangled, turning, steady].map((plans) => [plans, fc.tuple(plans, numbers)]),
);

export function law(
  name: string,
  plans: fc.Arbitrary<ProjectContent>,
  check: (content: ProjectContent, pick: (count: number) => number) => void,
): void {
  it(name, () => overPlans(plans, check), timeout);
}

/** Over the plans that every law over `plans` is tried on. */
function overPlans(
  plans: fc.Arbitrary<ProjectContent>,
  check: (content: ProjectContent, pick: (count: number) => number) => void,
): void {
  holdsFor(withNumbers.get(plans) ?? fc.tuple(plans, numbers), ([content, list]) => {
    let next = 0;
    check(content, (count) => (list[next++ % list.length] ?? 0) % Math.max(1, count));
  });
}

/** One entry of a list, as chosen. */
export function one<T>(list: readonly T[], pick: (count: number) => number): T | undefined {
  return list[pick(list.length)];
}

export function shuffled<T>(list: readonly T[] | undefined, pick: (count: number) => number): T[] {
  const rest = [...(list ?? [])];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(pick(rest.length), 1));
  return result;
}

/** The same plan with one gate changed; unchanged without gates. */
export function withGate(
  content: ProjectContent,
  pick: (count: number) => number,
  change: (gate: Gate) => Gate,
): ProjectContent {
  const chosen = one(content.gates ?? [], pick);
  return {
    ...content,
    gates: (content.gates ?? []).map((gate) => (gate === chosen ? change(gate) : gate)),
  };
}
