import { byCodeUnit } from '../cause-key.ts';

/**
 * What reviewers noted. A notebook is a set of entries that only grows: nothing is ever changed or
 * lost, the newest entry of a reviewer on a subject is what that reviewer says now. So two notebooks
 * merge into the union of both, whoever merges them, in any order, as often as they like.
 */

/** `open` takes an earlier mark back. */
export const reviewMarks = ['open', 'seen', 'accepted', 'questioned'] as const;
export type ReviewMark = (typeof reviewMarks)[number];

export type ReviewSubject =
  | { readonly kind: 'condition'; readonly gate: string; readonly condition: string }
  | { readonly kind: 'evidence'; readonly evidence: string };

/** The bytes that a mark is about: SHA-256, or `null` where no digest is recorded. */
export interface BoundEvidence {
  readonly evidence: string;
  readonly sha256: string | null;
}

export interface ReviewEntry {
  readonly subject: ReviewSubject;
  readonly mark: ReviewMark;
  readonly note: string;
  /** `id` tells reviewers of one name apart. */
  readonly reviewer: { readonly id: string; readonly name: string };
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** Of the bundle that was looked at. */
  readonly revision: string;
  /** By evidence, each once. */
  readonly bound: readonly BoundEvidence[];
  /** Of the condition, when it was looked at. */
  readonly verdict: string | null;
}

export interface ReviewNotebook {
  readonly project: string;
  /** By time, then by content; each once. */
  readonly entries: readonly ReviewEntry[];
}

export function emptyNotebook(project: string): ReviewNotebook {
  return { project, entries: [] };
}

/** The same text for the same entry, however its members are ordered. */
export function entryKey({
  subject,
  mark,
  note,
  reviewer,
  at,
  revision,
  bound,
  verdict,
}: ReviewEntry): string {
  return JSON.stringify([
    subjectKey(subject),
    mark,
    note,
    [reviewer.id, reviewer.name],
    at,
    revision,
    sortedBound(bound).map(({ evidence, sha256 }) => [evidence, sha256]),
    verdict,
  ]);
}

export function subjectKey(subject: ReviewSubject): string {
  return JSON.stringify(
    subject.kind === 'condition'
      ? ['condition', subject.gate, subject.condition]
      : ['evidence', subject.evidence],
  );
}

/** Evidence in order, each once; the first of two with one id counts. */
export function sortedBound(bound: readonly BoundEvidence[]): readonly BoundEvidence[] {
  const once = new Map<string, BoundEvidence>();
  for (const entry of bound) if (!once.has(entry.evidence)) once.set(entry.evidence, entry);
  return [...once.values()].sort((a, b) => byCodeUnit(a.evidence, b.evidence));
}

/** Everything that stands in either. Entries of another project are none of this notebook's. */
export function mergeEntries(
  a: readonly ReviewEntry[],
  b: readonly ReviewEntry[],
): readonly ReviewEntry[] {
  const union = new Map<string, ReviewEntry>();
  for (const entry of [...a, ...b]) {
    const key = entryKey(entry);
    if (!union.has(key)) union.set(key, { ...entry, bound: sortedBound(entry.bound) });
  }
  return [...union]
    .sort(
      ([keyA, entryA], [keyB, entryB]) =>
        byCodeUnit(entryA.at, entryB.at) || byCodeUnit(keyA, keyB),
    )
    .map(([, entry]) => entry);
}

export function addEntry(notebook: ReviewNotebook, entry: ReviewEntry): ReviewNotebook {
  return { ...notebook, entries: mergeEntries(notebook.entries, [entry]) };
}
