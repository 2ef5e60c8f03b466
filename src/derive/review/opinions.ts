import {
  type BoundEvidence,
  type ReviewEntry,
  type ReviewNotebook,
  type ReviewSubject,
  sortedBound,
  subjectKey,
} from './notebook.ts';

/** What became another since a mark was made. */
export type ReviewChange =
  | { readonly code: 'bytes-replaced'; readonly evidence: string }
  | { readonly code: 'evidence-added'; readonly evidence: string }
  | { readonly code: 'evidence-removed'; readonly evidence: string }
  | { readonly code: 'verdict-changed'; readonly before: string; readonly now: string };

/** What one reviewer says now. */
export interface Opinion {
  readonly entry: ReviewEntry;
  /** Why it no longer holds; empty while it does. */
  readonly changes: readonly ReviewChange[];
  /** Some of its evidence has no recorded digest, so nobody can tell whether it is still the same. */
  readonly unbound: boolean;
}

/** `reopened`: somebody marked it, and what was marked is no longer what is there. */
export const reviewStates = ['open', 'reopened', 'seen', 'accepted', 'questioned'] as const;
export type ReviewState = (typeof reviewStates)[number];

export interface SubjectReview {
  readonly state: ReviewState;
  /** One a reviewer, in the order of their entries. */
  readonly opinions: readonly Opinion[];
}

/** What a subject is now. */
export interface SubjectNow {
  readonly bound: readonly BoundEvidence[];
  readonly verdict?: string | undefined;
}

/** The newest entries by subject and reviewer; made once for a notebook and asked for each subject. */
export type ReviewIndex = ReadonlyMap<string, readonly ReviewEntry[]>;

export function indexNotebook({ entries }: ReviewNotebook): ReviewIndex {
  const index = new Map<string, Map<string, ReviewEntry>>();
  // Entries come by time, then by content: of two at one moment every browser takes the same one.
  for (const entry of entries) {
    const key = subjectKey(entry.subject);
    const ofSubject = index.get(key) ?? new Map<string, ReviewEntry>();
    index.set(key, ofSubject);
    ofSubject.set(entry.reviewer.id, entry);
  }
  return new Map([...index].map(([key, ofSubject]) => [key, [...ofSubject.values()]]));
}

/**
 * What reviewers say of a subject as it is now. A mark holds only for the bytes and the verdict that it
 * was made on; a question, even an outdated one, is never drowned by somebody else's acceptance.
 */
export function reviewOf(
  index: ReviewIndex,
  subject: ReviewSubject,
  now: SubjectNow,
): SubjectReview {
  const opinions = (index.get(subjectKey(subject)) ?? [])
    .filter(({ mark, note }) => mark !== 'open' || note !== '')
    .map((entry) => opinionOf(entry, now));
  return { state: stateOf(opinions), opinions };
}

function opinionOf(entry: ReviewEntry, now: SubjectNow): Opinion {
  const before = new Map(entry.bound.map(({ evidence, sha256 }) => [evidence, sha256]));
  const after = new Map(sortedBound(now.bound).map(({ evidence, sha256 }) => [evidence, sha256]));
  const changes: ReviewChange[] = [];
  for (const [evidence, sha256] of after) {
    if (!before.has(evidence)) changes.push({ code: 'evidence-added', evidence });
    else if (before.get(evidence) !== sha256) changes.push({ code: 'bytes-replaced', evidence });
  }
  for (const evidence of before.keys()) {
    if (!after.has(evidence)) changes.push({ code: 'evidence-removed', evidence });
  }
  if (entry.verdict !== null && now.verdict !== undefined && entry.verdict !== now.verdict) {
    changes.push({ code: 'verdict-changed', before: entry.verdict, now: now.verdict });
  }
  return { entry, changes, unbound: [...after.values()].includes(null) };
}

function stateOf(opinions: readonly Opinion[]): ReviewState {
  const marked = opinions.filter(({ entry }) => entry.mark !== 'open');
  const holding = marked.filter(({ changes }) => changes.length === 0);
  if (holding.some(({ entry }) => entry.mark === 'questioned')) return 'questioned';
  if (marked.some(({ entry, changes }) => changes.length > 0 && entry.mark === 'questioned')) {
    return 'reopened';
  }
  if (holding.some(({ entry }) => entry.mark === 'accepted')) return 'accepted';
  if (marked.length > holding.length) return 'reopened';
  return holding.length > 0 ? 'seen' : 'open';
}
