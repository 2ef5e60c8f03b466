import type { ConditionVerdict } from '../../src/gates/types.ts';
import { problemText, reasonText } from '../core/wording.ts';
import type { CheckReport, Worsening } from './judge.ts';

/** One thing that speaks against the plan, in the words that code hosts use for their lists. */
export interface Issue {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly title: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

const levels: Readonly<Record<ConditionVerdict, Issue['level'] | undefined>> = {
  passed: undefined,
  'not-applicable': undefined,
  waived: 'note',
  failed: 'error',
  missing: 'error',
  stale: 'error',
  unknown: 'error',
};

/** Conditions that do not hold, rules that are broken, and what could not be read, in that order. */
export function issuesOf(report: CheckReport): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { result: gate, conditions } of report.gates) {
    for (const { result, source, evidence } of conditions) {
      const level = levels[result.verdict];
      if (level === undefined) continue;
      const place =
        source === undefined
          ? { file: evidence?.path, line: evidence?.line }
          : { file: source.path, line: source.line };
      issues.push({
        rule: `condition-${result.verdict}`,
        level: result.blocking ? level : 'note',
        title: `${gate.id}: ${result.title}`,
        text: reasonText(result.reason),
        ...(place.file !== undefined && { file: place.file }),
        ...(place.line !== undefined && { line: place.line }),
      });
    }
  }
  for (const { result, title, source } of report.items) {
    if (!['contradicted', 'failed', 'stopped', 'blocked'].includes(result.state)) continue;
    issues.push({
      rule: `item-${result.state}`,
      level: 'error',
      title: `${result.id}: ${title}`,
      text: reasonText(result.reason),
      ...(source && { file: source.path }),
      ...(source?.line !== undefined && { line: source.line }),
    });
  }
  if (report.scope === 'plan') issues.push(...planIssues(report));
  for (const worse of report.worse ?? []) {
    const isAccepted = worse.kind === 'demand' && report.acceptsLoosened;
    issues.push({
      rule: worse.kind === 'demand' ? 'demand-loosened' : `${worse.kind}-worse`,
      level: isAccepted ? 'warning' : 'error',
      ...worseningText(worse),
    });
  }
  for (const problem of report.problems) {
    issues.push({
      rule: `reading-${problem.code}`,
      level: problem.severity === 'warning' ? 'note' : 'warning',
      title: problem.code,
      text: problemText(problem).what,
      ...(problem.file !== undefined && { file: problem.file }),
      ...(problem.position !== undefined && { line: problem.position.line }),
    });
  }
  return issues;
}

/** What got worse, and from what to what. */
export function worseningText(worse: Worsening): Pick<Issue, 'title' | 'text'> {
  if (worse.kind !== 'demand') {
    return { title: `${worse.id}: ${worse.title}`, text: `${worse.before} → ${worse.after}` };
  }
  const { of, within, id, field, before, after } = worse.change;
  const subject = [of, within, id].filter((part) => part !== undefined).join(' ');
  return {
    title: `${subject} was loosened`,
    text: `${field}: ${String(before ?? 'none')} → ${String(after ?? 'none')}`,
  };
}

function planIssues(report: CheckReport): Issue[] {
  const broken = report.invariants.flatMap((invariant): Issue[] =>
    invariant.verdict === 'holds'
      ? []
      : [
          {
            rule: `rule-${invariant.verdict}`,
            level: invariant.verdict === 'violated' ? 'error' : 'warning',
            title: invariant.title,
            text: reasonText(invariant.reason),
          },
        ],
  );
  const causes = report.causes.flatMap((cause): Issue[] =>
    cause.cause.kind === 'condition' || cause.cause.kind === 'invariant'
      ? []
      : [
          {
            rule: `cause-${cause.cause.kind}`,
            level: 'warning',
            title: cause.item === undefined ? cause.title : `${cause.item}: ${cause.title}`,
            text: reasonText(cause.reason),
          },
        ],
  );
  return [...broken, ...causes];
}
