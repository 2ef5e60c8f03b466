import type { AttestationCondition } from '../../model/condition.ts';
import type { AttestationFact } from '../../model/evidence.ts';
import type { SignerKey } from '../../model/project-index.ts';
import { admit } from '../admission.ts';
import type { JudgeContext } from '../context.ts';
import type { Found } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Judgement, judgement } from '../judgement.ts';
import { reason } from '../reason-codes.ts';
import type { Reason } from '../types.ts';

/**
 * A statement of the wanted type about the wanted subject, by an accepted signer. Where signers are
 * named, a signature must have been verified against a key that the viewer trusts, and whose key that
 * is counts for more than who the bundle says has signed. One statement that concludes `failed`
 * outweighs any number that do not.
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
  const signature = context.project.reading.signatures?.get(fact);
  const tried = signers === undefined ? [] : (signature?.keys ?? []);
  const key = tried.find((one) => isOneOf(signers ?? [], one));
  const isNamed = fact.signer !== undefined && signers?.includes(fact.signer) === true;
  if (signers !== undefined && key === undefined && !isNamed) {
    return other(reason('attestation-other-signer', params));
  }
  if (fact.result === 'failed') {
    return judgement('failed', reason('attestation-failed', params), uses);
  }
  const stranger = key === undefined ? tried[0] : undefined;
  if (stranger !== undefined) {
    const other = { ...params, key: stranger.name ?? stranger.id };
    return judgement('unknown', reason('attestation-other-key', other), uses);
  }
  const isRefuted = fact.verified === false || signature?.isWrong === true;
  const isVerified = fact.verified === true || key !== undefined;
  if (isRefuted || (signers !== undefined && !isVerified)) {
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
  if (hasChanged) return judgement('stale', reason('attestation-digest-differs', params), uses);
  const why =
    key === undefined
      ? reason('attested', params)
      : reason('attested-with-key', { ...params, key: key.name ?? key.id });
  return judgement('passed', why, uses);
}

/** A signer is named as the viewer named the key, or by its digest. */
function isOneOf(signers: readonly string[], { id, name }: SignerKey): boolean {
  return signers.includes(id) || (name !== undefined && signers.includes(name));
}

/** Hexadecimal digests are equal whatever the case of their letters. */
function isSame(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
