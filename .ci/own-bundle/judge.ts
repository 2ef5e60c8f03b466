import { readFileSync } from 'node:fs';
import { parsePlan } from '../../src/bundle/parse-plan.ts';
import { evaluate } from '../../src/gates/evaluate.ts';
import { buildProject } from '../../src/model/build-project.ts';

/**
 * Reads a bundle back as anybody would and judges it at the creation of its revision.
 *
 * @returns one line a gate, and whether the named gate has passed
 * @throws when the bundle cannot be read at all
 */
export function judge(file: string, gate: string): { lines: readonly string[]; passed: boolean } {
  const { content, problems, unknownCritical } = parsePlan(readFileSync(file), file);
  if (content === undefined) {
    throw new Error(`${file} was written and cannot be read: ${JSON.stringify(problems)}`);
  }
  const { gates } = evaluate(buildProject(content, { problems, unknownCritical }), {
    asOf: content.revision.createdAt,
  });
  const results = [...gates.values()];
  return {
    lines: results.flatMap((result) => [
      `${result.id}: ${result.verdict}`,
      ...result.conditions.map(({ title, verdict, actual }) => {
        const value = actual === undefined ? '' : ` (${String(actual.value)})`;
        return `  ${verdict}: ${title}${value}`;
      }),
    ]),
    passed: results.some((result) => result.id === gate && result.verdict === 'passed'),
  };
}
