import type { AttestationCondition } from '../../model/condition.ts';
import type { AttestationFact } from '../../model/evidence.ts';
import { admit } from '../admission.ts';
import type { JudgeContext } from '../context.ts';
import type { Found } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import type { Reason } from '../types.ts';

/**
 * A statement of the wanted type about the wanted subject, by an accepted signer. Where signers are
 * named, a signature must have been verified against a key that the viewer trusts. One statement
 * that concludes `failed` outweighs any number that do not.
 */
export const attestation: Handler<AttestationCondition> = {
  judge(condition, context) {
    const { predicateType } = condition;
    const entries = context.facts.attestations.get(predicateType) ?? [];
    if (entries.length === 0) {
      return judgement('missing', reason('attestation-none', { predicateType }));
    }
    const evidence = [...new Set(entries.map((entry) => entry.evidence))];
    const { counted, obstacle } = admit(context, evidence, condition);
    if (obstacle !== undefined) return obstacle;
    const judged = counted
      .flatMap((one) => entries.filter((entry) => entry.evidence === one))
      .map((entry) => judgeOne(context, condition, entry));
    for (const verdict of ['failed', 'passed', 'unknown', 'stale'] as const) {
      const found = judged.filter((entry) => entry.verdict === verdict);
      const first = found[0];
      if (first !== undefined) return { ...first, uses: found.flatMap(({ uses }) => uses) };
    }
    const uses = judged.flatMap((entry) => entry.uses);
    return { ...(judged[0] ?? judgement('missing', reason('evidence-none'))), uses };
  },
  reads(condition, _project, sink) {
    sink.evidenceBy('attestation', condition.predicateType);
    if (condition.subject !== undefined) sink.evidenceBy('path', condition.subject);
  },
};

function judgeOne(
  context: JudgeContext,
  condition: AttestationCondition,
  { evidence, fact }: Found<AttestationFact>,
): Judgement {
  const uses = [context.use(evidence)];
  const params = { evidence: evidence.id };
  const other = (why: Reason) => judgement('missing', why, uses);
  const { signers, subject, subjectDigest } = condition;
  const about = fact.subjects.filter(({ name }) => subject === undefined || name === subject);
  if (subject !== undefined && about.length === 0) {
    return other(reason('attestation-other-subject', params));
  }
  if (signers !== undefined && (fact.signer === undefined || !signers.includes(fact.signer))) {
    return other(reason('attestation-other-signer', params));
  }
  if (fact.result === 'failed') {
    return judgement('failed', reason('attestation-failed', params), uses);
  }
  if (fact.verified === false || (signers !== undefined && fact.verified !== true)) {
    return judgement('unknown', reason('attestation-unverified', params), uses);
  }
  if (subjectDigest !== undefined && !about.some((one) => isSame(one.sha256, subjectDigest))) {
    return judgement('failed', reason('attestation-digest-differs', params), uses);
  }
  const held =
    subject === undefined ? [] : (context.project.index.evidenceByPath.get(subject) ?? []);
  const hasChanged = held.some(
    ({ digest }) =>
      digest !== undefined &&
      about.some((one) => one.sha256 !== undefined && !isSame(one.sha256, digest.sha256)),
  );
  return hasChanged
    ? judgement('stale', reason('attestation-digest-differs', params), uses)
    : judgement('passed', reason('attested', params), uses);
}

/** Hexadecimal digests are equal whatever the case of their letters. */
function isSame(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
