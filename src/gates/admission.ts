import { parseTimestamp } from '../lib/timestamp.ts';
import type { Admission } from '../model/condition.ts';
import type { Evidence } from '../model/evidence.ts';
import type { EvidenceId } from '../model/ids.ts';
import { byCodeUnit, type JudgeContext } from './context.ts';
import { type Judgement, judgement } from './judgement.ts';
import { reason } from './reason-codes.ts';
import type { EvidenceUse, Reason } from './types.ts';

/** How a piece of evidence stands before a condition; in the order in which the worst one wins. */
type Standing = 'fault' | 'absent' | 'stale' | 'rejected';

interface Objection {
  readonly standing: Standing | 'later';
  readonly reason: Reason;
}

/** What is left of the evidence that a condition looks at. */
export interface Admitted {
  /** Fresh, admissible and fit to be believed; in the order of ids. */
  readonly counted: readonly Evidence[];
  /** All that was looked at, apart from what did not exist yet at `asOf`. */
  readonly considered: readonly Evidence[];
  /** Why the condition cannot pass with this evidence. Present whenever nothing counts. */
  readonly obstacle?: Judgement;
}

/** The age of evidence is judged here, or by the caller from the time of each fact. */
export type Ages = 'of-evidence' | 'of-facts';

const VERDICTS = {
  fault: 'unknown',
  absent: 'missing',
  stale: 'stale',
  rejected: 'missing',
} as const;
const RANK: Readonly<Record<Standing, number>> = { fault: 0, absent: 1, stale: 2, rejected: 3 };

/**
 * Sorts evidence into what counts and what does not.
 *
 * One piece that cannot be believed (its digest differs, its file is gone) spoils all: leaving it
 * aside could hide the very report that failed. A stale or inadmissible piece is left aside where
 * another one counts.
 */
export function admit(
  context: JudgeContext,
  candidates: readonly Evidence[],
  admission: Admission,
  ages: Ages = 'of-evidence',
): Admitted {
  const counted: Evidence[] = [];
  const considered: Evidence[] = [];
  let worst: Standing | undefined;
  let why: Reason = reason('evidence-none');
  for (const evidence of inOrder(candidates)) {
    const objection =
      supersededWithin(context, evidence, candidates) ??
      objectionTo(context, evidence, admission, ages);
    if (objection === undefined) counted.push(evidence);
    else {
      const { standing } = objection;
      if (standing === 'later') {
        if (considered.length === 0 && worst === undefined) why = objection.reason;
        continue;
      }
      if (worst === undefined || RANK[standing] < RANK[worst]) {
        worst = standing;
        why = objection.reason;
      }
    }
    considered.push(evidence);
  }
  const isSpoiled = worst === 'fault' || worst === 'absent';
  if (counted.length > 0 && !isSpoiled) return { counted, considered };
  const verdict = worst === undefined ? 'missing' : VERDICTS[worst];
  const uses = considered.map((evidence) => context.use(evidence));
  return { counted: [], considered, obstacle: judgement(verdict, why, uses) };
}

/** Evidence in the order of ids, so that the order of the input never shows in a result. */
export function inOrder(candidates: readonly Evidence[]): readonly Evidence[] {
  // Bundles list evidence in order more often than not, and looking is cheaper than sorting.
  for (let at = 1; at < candidates.length; at += 1) {
    if ((candidates[at - 1]?.id ?? '') > (candidates[at]?.id ?? '')) {
      return [...candidates].sort((a, b) => byCodeUnit(a.id, b.id));
    }
  }
  return candidates;
}

/** Replaced by another piece that the same condition looks at. */
function supersededWithin(
  context: JudgeContext,
  evidence: Evidence,
  candidates: readonly Evidence[],
): Objection | undefined {
  if (candidates.length < 2 || context.facts.supersededBy.size === 0) return undefined;
  const by = context.facts.supersededBy.get(evidence.id);
  if (by === undefined) return undefined;
  const newer = candidates
    .filter(
      (entry) =>
        by.includes(entry.id) && entry !== evidence && notYetThere(context, entry) === undefined,
    )
    .map((entry) => entry.id)
    .sort(byCodeUnit)[0];
  return newer === undefined
    ? undefined
    : {
        standing: 'rejected',
        reason: reason('evidence-superseded', { evidence: evidence.id, by: newer }),
      };
}

/** The reason why evidence counts for nothing: it came into being after `asOf`. */
export function notYetThere(context: JudgeContext, evidence: Evidence): Reason | undefined {
  const time = timeOf(evidence);
  return time !== undefined && parseTimestamp(time) > context.asOf
    ? reason('evidence-later', { evidence: evidence.id, at: time })
    : undefined;
}

/** When it was seen, else when it was collected. */
export function timeOf(evidence: Evidence): string | undefined {
  return evidence.observedAt ?? evidence.collectedAt;
}

/**
 * Evidence that is named one by one. Every piece must be there at `asOf`: one that is lacking, or
 * still to come, may be the one that matters. Else the reason, for the first such id.
 */
export function allNamed(
  context: JudgeContext,
  ids: readonly EvidenceId[],
): readonly Evidence[] | Reason {
  const found = new Set<Evidence>();
  for (const id of [...ids].sort(byCodeUnit)) {
    const evidence = context.project.index.evidence.get(id);
    if (evidence === undefined) return reason('evidence-not-found', { evidence: id });
    const later = notYetThere(context, evidence);
    if (later !== undefined) return later;
    found.add(evidence);
  }
  return [...found];
}

function objectionTo(
  context: JudgeContext,
  evidence: Evidence,
  admission: Admission,
  ages: Ages,
): Objection | undefined {
  const later = notYetThere(context, evidence);
  if (later !== undefined) return { standing: 'later', reason: later };
  const time = timeOf(evidence);
  const at = time === undefined ? undefined : parseTimestamp(time);
  return (
    inadmissibility(context, evidence, admission) ??
    doubt(context, evidence) ??
    (at !== undefined && Number.isNaN(at)
      ? { standing: 'fault', reason: reason('time-unreadable', { text: time ?? '' }) }
      : undefined) ??
    otherCommit(context, evidence, admission) ??
    (ages === 'of-evidence' ? tooOld(context, evidence, admission, at) : undefined)
  );
}

function inadmissibility(
  context: JudgeContext,
  evidence: Evidence,
  admission: Admission,
): Objection | undefined {
  if (evidence.inadmissible !== undefined) {
    const params = { evidence: evidence.id, text: evidence.inadmissible.reason };
    return { standing: 'rejected', reason: reason('evidence-inadmissible', params) };
  }
  const { producers, minStrength } = admission;
  if (producers !== undefined) {
    const role = evidence.producer?.role;
    if (role === undefined || !producers.includes(role)) {
      const params = { evidence: evidence.id };
      return { standing: 'rejected', reason: reason('evidence-wrong-producer', params) };
    }
  }
  return minStrength === undefined ? undefined : weakness(context, evidence, minStrength);
}

/** Must hold on every scale that knows both levels; a level on no scale cannot be compared. */
function weakness(
  context: JudgeContext,
  evidence: Evidence,
  needed: string,
): Objection | undefined {
  const { strength } = evidence;
  if (strength === undefined) {
    const params = { evidence: evidence.id, needed };
    return { standing: 'rejected', reason: reason('evidence-without-strength', params) };
  }
  const scales = (context.project.strengthScales ?? []).filter(
    ({ levels }) => levels.includes(needed) && levels.includes(strength),
  );
  if (scales.length === 0) {
    const isKnown = context.project.strengthScales?.some(({ levels }) => levels.includes(needed));
    const params = { strength: isKnown === true ? strength : needed };
    return { standing: 'fault', reason: reason('strength-unknown', params) };
  }
  if (scales.every(({ levels }) => levels.indexOf(strength) >= levels.indexOf(needed))) {
    return undefined;
  }
  const params = { evidence: evidence.id, strength, needed };
  return { standing: 'rejected', reason: reason('evidence-too-weak', params) };
}

/** What the bytes, or the reading of them, say against it. */
export function doubt(context: JudgeContext, evidence: Evidence): Objection | undefined {
  const { id } = evidence;
  if (context.distrusted.size > 0 && context.distrusted.has(id)) {
    return { standing: 'fault', reason: reason('reading-problem', { id }) };
  }
  switch (context.digestOf(id)) {
    case 'match':
      return undefined;
    case 'mismatch':
      return { standing: 'fault', reason: reason('digest-mismatch', { evidence: id }) };
    case 'unreadable':
      return { standing: 'fault', reason: reason('evidence-unreadable', { evidence: id }) };
    case 'absent':
      return { standing: 'absent', reason: reason('evidence-file-absent', { evidence: id }) };
    case undefined:
      return context.options.policy?.requireVerifiedDigests === true
        ? { standing: 'fault', reason: reason('digest-not-checked', { evidence: id }) }
        : undefined;
  }
}

function otherCommit(
  context: JudgeContext,
  evidence: Evidence,
  admission: Admission,
): Objection | undefined {
  if (admission.commit === undefined) return undefined;
  const needed =
    admission.commit === 'revision' ? context.project.revision.commit : admission.commit;
  if (needed === undefined) {
    return { standing: 'fault', reason: reason('revision-without-commit') };
  }
  const { commit } = evidence;
  if (commit === undefined) {
    const params = { evidence: evidence.id, needed };
    return { standing: 'fault', reason: reason('evidence-without-commit', params) };
  }
  if (commit === needed) return undefined;
  const params = { evidence: evidence.id, commit, needed };
  return { standing: 'stale', reason: reason('evidence-other-commit', params) };
}

function tooOld(
  context: JudgeContext,
  evidence: Evidence,
  admission: Admission,
  at: number | undefined,
): Objection | undefined {
  const maxAge = maxAgeOf(context, admission);
  const { validFor } = evidence;
  if (maxAge === undefined && validFor === undefined) return undefined;
  if (at === undefined) {
    const params = { evidence: evidence.id };
    return { standing: 'fault', reason: reason('evidence-without-time', params) };
  }
  const age = (context.asOf - at) / 1000;
  if (maxAge !== undefined && !(age <= maxAge)) {
    const params = { evidence: evidence.id, age, maxAge };
    return { standing: 'stale', reason: reason('evidence-stale', params) };
  }
  if (validFor !== undefined && !(age <= validFor)) {
    const params = { evidence: evidence.id, age, validFor };
    return { standing: 'stale', reason: reason('evidence-expired', params) };
  }
  return undefined;
}

/** The condition's own limit, else the one that the plan sets for everything. Seconds. */
export function maxAgeOf(context: JudgeContext, admission: Admission): number | undefined {
  return admission.maxAge ?? context.project.policy?.maxEvidenceAge;
}

/**
 * A judgement with everything that was looked at, unless it is a pass: what was left aside may
 * matter to whoever wants to know why.
 */
export function withConsidered(
  context: JudgeContext,
  judged: Judgement,
  considered: readonly Evidence[],
): Judgement {
  if (judged.verdict === 'passed') return judged;
  const named = new Set(judged.uses.map((use) => use.evidence));
  const others = considered.filter(({ id }) => !named.has(id));
  if (others.length === 0) return judged;
  return { ...judged, uses: [...judged.uses, ...usesOf(context, others)] };
}

/** How evidence is shown that counted for a pass. */
export function usesOf(context: JudgeContext, counted: readonly Evidence[]): EvidenceUse[] {
  return counted.map((evidence) => context.use(evidence));
}
