import { parseTimestamp } from '../../lib/timestamp.ts';
import {
  type BoundEvidence,
  mergeEntries,
  type ReviewEntry,
  type ReviewNotebook,
  type ReviewSubject,
  reviewMarks,
  sortedBound,
} from './notebook.ts';

/** Names the format and its version; a file of another version is refused. */
const format = 'wavegate-review/1';
const statementType = 'https://in-toto.io/Statement/v1';
/** Names the kind of claim. It is an identifier; nothing is fetched from there. */
export const reviewPredicate = 'https://wavegate.dev/attestation/review/v1';

/** More than anybody writes by hand; a larger file is refused before it is parsed. Characters. */
export const largestReviewFile = 32 * 1024 * 1024;

/** A notebook as the text of a file; the same notebook gives the same text. */
export function writeReviewFile({ project, entries }: ReviewNotebook): string {
  const sorted = mergeEntries(entries, []);
  return `${JSON.stringify({ format, project, entries: sorted.map(plainEntry) }, null, 2)}\n`;
}

/**
 * A notebook as an in-toto Statement v1, ready to be signed: what was reviewed are the subjects, what
 * was said of it is the predicate.
 *
 * @param bundle the id of the bundle, which is the SHA-256 of its list of sums
 */
export function writeReviewStatement({ project, entries }: ReviewNotebook, bundle: string): string {
  const sorted = mergeEntries(entries, []);
  const bound = sortedBound(
    sorted.flatMap((entry) => entry.bound.filter(({ sha256 }) => sha256 !== null)),
  );
  const statement = {
    _type: statementType,
    subject: [
      { name: 'bundle', digest: { sha256: bundle } },
      ...bound.map(({ evidence, sha256 }) => ({ name: evidence, digest: { sha256 } })),
    ],
    predicateType: reviewPredicate,
    predicate: { format, project, entries: sorted.map(plainEntry) },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

function plainEntry({
  subject,
  mark,
  note,
  reviewer,
  at,
  revision,
  bound,
  verdict,
}: ReviewEntry): ReviewEntry {
  return { subject, mark, note, reviewer, at, revision, bound, verdict };
}

/** Why a file is no review, or what of it was left out. */
export type ReviewFileReading =
  | {
      readonly ok: true;
      readonly notebook: ReviewNotebook;
      /** Entries that could not be understood. */
      readonly skipped: number;
    }
  | { readonly ok: false; readonly code: 'not-json' | 'not-a-review' | 'too-large' };

/** Reads what {@link writeReviewFile} or {@link writeReviewStatement} wrote. Never throws. */
export function readReviewFile(text: string): ReviewFileReading {
  if (text.length > largestReviewFile) return { ok: false, code: 'too-large' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, code: 'not-json' };
  }
  const isStatement =
    member(value, '_type') === statementType && member(value, 'predicateType') === reviewPredicate;
  const file = isStatement ? member(value, 'predicate') : value;
  const project = member(file, 'project');
  const listed = member(file, 'entries');
  if (member(file, 'format') !== format || typeof project !== 'string' || !Array.isArray(listed)) {
    return { ok: false, code: 'not-a-review' };
  }
  const entries = listed.flatMap((entry: unknown) => readEntry(entry) ?? []);
  return {
    ok: true,
    notebook: { project, entries: mergeEntries(entries, []) },
    skipped: listed.length - entries.length,
  };
}

function readEntry(value: unknown): ReviewEntry | undefined {
  const subject = readSubject(member(value, 'subject'));
  const mark = reviewMarks.find((known) => known === member(value, 'mark'));
  const note = member(value, 'note');
  const reviewer = member(value, 'reviewer');
  const id = member(reviewer, 'id');
  const name = member(reviewer, 'name');
  const at = member(value, 'at');
  const revision = member(value, 'revision');
  const bound = readBound(member(value, 'bound'));
  const verdict = member(value, 'verdict');
  if (
    subject === undefined ||
    mark === undefined ||
    bound === undefined ||
    typeof note !== 'string' ||
    typeof id !== 'string' ||
    typeof name !== 'string' ||
    typeof at !== 'string' ||
    Number.isNaN(parseTimestamp(at)) ||
    typeof revision !== 'string' ||
    (verdict !== null && typeof verdict !== 'string')
  ) {
    return undefined;
  }
  return { subject, mark, note, reviewer: { id, name }, at, revision, bound, verdict };
}

function readSubject(value: unknown): ReviewSubject | undefined {
  const kind = member(value, 'kind');
  const gate = member(value, 'gate');
  const condition = member(value, 'condition');
  const evidence = member(value, 'evidence');
  if (kind === 'evidence' && typeof evidence === 'string') return { kind, evidence };
  if (kind === 'condition' && typeof gate === 'string' && typeof condition === 'string') {
    return { kind, gate, condition };
  }
  return undefined;
}

function readBound(value: unknown): readonly BoundEvidence[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const bound: BoundEvidence[] = [];
  for (const entry of value as readonly unknown[]) {
    const evidence = member(entry, 'evidence');
    const sha256 = member(entry, 'sha256');
    if (typeof evidence !== 'string') return undefined;
    if (sha256 !== null && typeof sha256 !== 'string') return undefined;
    bound.push({ evidence, sha256 });
  }
  return sortedBound(bound);
}

/** An own member of an object; never one that it inherits. */
function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
