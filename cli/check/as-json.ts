import { problemText, reasonText } from '../core/wording.ts';
import { headlineText } from './headline.ts';
import type { CheckReport } from './judge.ts';

/** Everything of the judgement with codes and sentences, for programs. `version` is of this shape. */
export function asJson(report: CheckReport): string {
  const { answers } = report;
  return `${JSON.stringify(
    {
      version: 1,
      exitCode: report.exitCode,
      verdict: (['passed', 'not-passed', 'not-judged'] as const)[report.exitCode],
      headline: { code: report.headline, text: headlineText(report) },
      project: report.project.id,
      revision: report.revision,
      bundle: report.bundleId,
      asOf: report.asOf,
      sample: report.sample,
      keys: report.keys,
      counts: {
        inScope: answers.inScope,
        complete: answers.complete,
        held: answers.held,
        causes: answers.causeCount,
      },
      ready: answers.ready,
      inProgress: answers.inProgress,
      contradicted: answers.contradicted,
      stopped: answers.stopped,
      unblocking: answers.unblocking,
      causes: report.causes.map(({ reason, ...cause }) => ({
        ...cause,
        reason: { ...reason, text: reasonText(reason) },
      })),
      gates: report.gates.map(({ result, title, source, conditions }) => ({
        id: result.id,
        title,
        verdict: result.verdict,
        contradicts: result.contradicts,
        source,
        conditions: conditions.map((condition) => ({
          ...condition.result,
          reason: { ...condition.result.reason, text: reasonText(condition.result.reason) },
          source: condition.source,
        })),
      })),
      items: report.items.map(({ result, title, source }) => ({
        ...result,
        title,
        source,
        reason: { ...result.reason, text: reasonText(result.reason) },
      })),
      invariants: report.invariants.map((invariant) => ({
        ...invariant,
        reason: { ...invariant.reason, text: reasonText(invariant.reason) },
      })),
      problems: report.problems.map((problem) => ({ ...problem, text: problemText(problem).what })),
      worse: report.worse,
    },
    null,
    2,
  )}\n`;
}
