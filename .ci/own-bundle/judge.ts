import { readFileSync } from 'node:fs';
import { parsePlan } from '../../src/bundle/parse-plan.ts';
import { evaluate } from '../../src/gates/evaluate.ts';
import { buildProject } from '../../src/model/build-project.ts';

/**
 * Reads a bundle back as anybody would and judges it at the creation of its revision. Whether the
 * project passes is for `wavegate check` to say, in .ci/run.
 *
 * @returns one line a gate and a condition
 * @throws when the bundle cannot be read at all
 */
export function judge(file: string): readonly string[] {
  const { content, problems, unknownCritical } = parsePlan(readFileSync(file), file);
  if (content === undefined) {
    throw new Error(`${file} was written and cannot be read: ${JSON.stringify(problems)}`);
  }
  const { gates } = evaluate(buildProject(content, { problems, unknownCritical }), {
    asOf: content.revision.createdAt,
  });
  const results = [...gates.values()];
  return results.flatMap((result) => [
    `${result.id}: ${result.verdict}`,
    ...result.conditions.map(({ title, verdict, actual }) => {
      const value = actual === undefined ? '' : ` (${String(actual.value)})`;
      return `  ${verdict}: ${title}${value}`;
    }),
  ]);
}
