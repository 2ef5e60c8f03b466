import { parseTimestamp } from '../../lib/timestamp.ts';
import type { ReviewCondition } from '../../model/condition.ts';
import type { Evidence, ReviewFact } from '../../model/evidence.ts';
import { admit, inOrder } from '../admission.ts';
import { byCodeUnit, type JudgeContext } from '../context.ts';
import type { Found } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';

/**
 * The role has reviewed the subject. Of each person the newest decision counts; one that is not an
 * acceptance outweighs any number that are.
 */
export const review: Handler<ReviewCondition> = {
  judge(condition, context) {
    const { role, subject } = condition;
    const { roles } = context.project.index;
    if (!roles.has(role)) {
      return judgement('unknown', reason('unknown-reference', { kind: 'role', id: role }));
    }
    const isAdvisory = roles.get(role)?.advisory === true;
    const entries = (context.facts.reviews.get(subject) ?? []).filter(
      ({ fact }) => fact.role === role,
    );
    const evidence = inOrder([...new Set(entries.map((entry) => entry.evidence))]);
    const admissible = evidence.filter((entry) => isAdvisory || !speaksAsAdviser(context, entry));
    const advisory = evidence.find((entry) => !admissible.includes(entry));
    if (admissible.length === 0) {
      return advisory === undefined
        ? judgement('missing', reason('review-none', { role }))
        : judgement('missing', reason('evidence-advisory', { evidence: advisory.id }), [
            context.use(advisory),
          ]);
    }
    const { counted, obstacle } = admit(context, admissible, condition);
    if (obstacle !== undefined) return obstacle;
    const newest = newestByPerson(
      context,
      entries.filter((entry) => counted.includes(entry.evidence)),
    );
    const uses = newest.map((entry) => context.use(entry.evidence));
    const objection = newest.find(({ fact }) => fact.decision !== 'accepted');
    if (objection !== undefined) {
      const params = { evidence: objection.evidence.id, decision: objection.fact.decision };
      return judgement('failed', reason('review-objects', params), uses);
    }
    return newest.length === 0
      ? judgement('missing', reason('review-none', { role }))
      : judgement('passed', reason('reviewed', { count: newest.length }), uses);
  },
  reads(condition, _project, sink) {
    sink.evidenceBy('review', condition.subject);
  },
};

/** Says something in the name of another role, as an agent or a chat message. */
function speaksAsAdviser({ project }: JudgeContext, { producer }: Evidence): boolean {
  if (producer === undefined) return false;
  if (producer.advisory === true) return true;
  return producer.role !== undefined && project.index.roles.get(producer.role)?.advisory === true;
}

function newestByPerson(
  context: JudgeContext,
  entries: readonly Found<ReviewFact>[],
): readonly Found<ReviewFact>[] {
  const newest = new Map<string | undefined, Found<ReviewFact> & { readonly at: number }>();
  for (const entry of entries) {
    const at = parseTimestamp(entry.fact.at);
    // An instant that cannot be read is not known to be past; an objection counts all the same.
    if (!(at <= context.asOf) && entry.fact.decision === 'accepted') continue;
    if (at > context.asOf) continue;
    const known = newest.get(entry.fact.person);
    if (known === undefined || isNewer({ ...entry, at }, known)) {
      newest.set(entry.fact.person, { ...entry, at });
    }
  }
  return [...newest.values()].sort((a, b) => byCodeUnit(a.evidence.id, b.evidence.id));
}

type Dated = Found<ReviewFact> & { readonly at: number };

/** At one instant an objection outweighs an acceptance, and then the order of ids decides. */
function isNewer(a: Dated, b: Dated): boolean {
  if (Number.isNaN(a.at) || Number.isNaN(b.at)) return Number.isNaN(a.at);
  if (a.at !== b.at) return a.at > b.at;
  const accepts = (entry: Dated) => entry.fact.decision === 'accepted';
  if (accepts(a) !== accepts(b)) return !accepts(a);
  return byCodeUnit(a.evidence.id, b.evidence.id) < 0;
}
