import type { EvidenceCondition, EvidenceSelector } from '../../model/condition.ts';
import { usesOf } from '../admission.ts';
import type { Handler, ReadSink } from '../handler.ts';
import { judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import { select } from '../select.ts';

/**
 * Evidence is there: at least `minCount` pieces that are admissible, fresh and fit to be believed.
 * A minimum below one is read as one, because no evidence never passes.
 */
export const evidence: Handler<EvidenceCondition> = {
  judge(condition, context) {
    const selection = select(context, condition.evidence, condition);
    const needed = Math.max(1, Math.ceil(condition.minCount ?? 1));
    if (!Number.isFinite(needed)) {
      return judgement('unknown', reason('not-a-number', { what: 'minCount' }));
    }
    const count = selection.counted.length;
    const quantities = {
      expected: { value: needed, operator: 'at-least', of: 'evidence' },
      actual: { value: count, of: 'evidence' },
    };
    if (count >= needed) {
      const uses = usesOf(context, selection.counted);
      return judgement('passed', reason('evidence-present', { count }), uses, quantities);
    }
    if (selection.obstacle !== undefined) return { ...selection.obstacle, ...quantities };
    return judgement(
      'missing',
      reason('evidence-too-few', { count, needed }),
      usesOf(context, selection.considered),
      quantities,
    );
  },
  reads(condition, _project, sink) {
    readSelector(condition.evidence, sink);
  },
};

/** One property is enough: whatever matches all of them matches that one. */
export function readSelector(selector: EvidenceSelector, sink: ReadSink): void {
  if (selector.ids !== undefined) for (const id of selector.ids) sink.evidence(id);
  else if (selector.path !== undefined) sink.evidenceBy('path', selector.path);
  else if (selector.covers !== undefined) sink.evidenceBy('covers', selector.covers);
  else if (selector.kind !== undefined) sink.evidenceBy('kind', selector.kind);
}
