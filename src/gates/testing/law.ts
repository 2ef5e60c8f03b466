import fc from 'fast-check';
import { it } from 'vitest';
import type { Gate } from '../../model/gate.ts';
import type { ProjectContent } from '../../model/project.ts';
import { arbitraryContent } from './arbitrary-project.ts';

/** `LAW_RUNS=100000` is the long mode, with other plans each time; `PROPERTY_SEED` repeats what failed. */
export const numRuns = Number(process.env['LAW_RUNS'] ?? 1000);
const timeout = Math.max(60_000, numRuns * 60);

export const usual = arbitraryContent({ stops: true });
export const tangled = arbitraryContent({ tangled: true, turning: true, stops: true });
export const turning = arbitraryContent({ turning: true, stops: true });
export const steady = arbitraryContent();
const number = fc.nat(0xffff);

export function law(
  name: string,
  plans: fc.Arbitrary<ProjectContent>,
  check: (content: ProjectContent, pick: (count: number) => number) => void,
): void {
  it(
    name,
    () => {
      fc.assert(
        fc.property(plans, fc.array(number, { minLength: 8, maxLength: 8 }), (content, numbers) => {
          let next = 0;
          check(content, (count) => (numbers[next++ % numbers.length] ?? 0) % Math.max(1, count));
        }),
        { numRuns },
      );
    },
    timeout,
  );
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
