import type { AuthorisationCondition } from '../../model/condition.ts';
import type { AuthorisationRuleId, ItemId } from '../../model/ids.ts';
import type { Project } from '../../model/project-index.ts';
import { judgeRule } from '../authorisation.ts';
import type { Handler, ReadSink } from '../handler.ts';

/** A recorded decision of the right role, in the right form, for this very step. */
export const authorisation: Handler<AuthorisationCondition> = {
  judge: (condition, context) => judgeRule(context, condition.rule, condition.step),
  reads(condition, project, sink) {
    readRule(project, condition.rule, condition.step, sink);
    if (condition.step !== undefined) sink.declared(condition.step);
  },
};

/** A rule with its parts. The evidence of a record counts as part of the record. */
export function readRule(
  project: Project,
  id: AuthorisationRuleId,
  step: ItemId | undefined,
  sink: ReadSink,
): void {
  const open = [id];
  const seen = new Set(open);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    sink.rule(next, project.index.rules.get(next)?.perStep === true ? step : undefined);
    for (const rule of project.index.rules.values()) {
      if (rule.partOf !== next || seen.has(rule.id)) continue;
      seen.add(rule.id);
      open.push(rule.id);
    }
  }
}
