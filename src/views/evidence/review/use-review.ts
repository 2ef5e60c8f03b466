import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  emptyNotebook,
  type ReviewEntry,
  type ReviewMark,
  type ReviewNotebook,
  type ReviewSubject,
  sortedBound,
} from '../../../derive/review/notebook.ts';
import {
  indexNotebook,
  reviewOf,
  type SubjectNow,
  type SubjectReview,
} from '../../../derive/review/opinions.ts';
import type { ReviewStep } from '../../../derive/review/queue.ts';
import { useSnapshot } from '../../../parts/project-context.tsx';
import { addReviewEntries, reviewQuery } from '../../../queries/review.ts';
import { useReviewer } from '../../../state/reviewer.ts';

/** Something that can be reviewed, as it is now. */
export interface Reviewable {
  readonly subject: ReviewSubject;
  readonly now: SubjectNow;
}

export interface Review {
  readonly notebook: ReviewNotebook;
  /** The browser refuses to keep anything. */
  readonly isNotKept: boolean;
  readonly of: (what: Reviewable) => SubjectReview;
  /** What this reviewer said last; `open` without a note when nothing. */
  readonly own: (what: Reviewable) => Pick<ReviewEntry, 'mark' | 'note'>;
  readonly mark: (what: Reviewable, mark: ReviewMark, note?: string) => void;
  readonly merge: (entries: readonly ReviewEntry[]) => void;
}

/** The notebook of the open project, and the way to write in it. */
export function useReview(): Review {
  const client = useQueryClient();
  const { info, revision } = useSnapshot();
  const query = reviewQuery(info.id);
  const { data, error } = useQuery(query);
  const [isRefused, setIsRefused] = useState(false);
  const id = useReviewer((reviewer) => reviewer.id);
  const name = useReviewer((reviewer) => reviewer.name);
  const notebook = useMemo(() => data ?? emptyNotebook(info.id), [data, info.id]);
  const index = useMemo(() => indexNotebook(notebook), [notebook]);

  const of = (what: Reviewable): SubjectReview => reviewOf(index, what.subject, what.now);
  const own = (what: Reviewable): Pick<ReviewEntry, 'mark' | 'note'> => {
    const opinion = of(what).opinions.find(({ entry }) => entry.reviewer.id === id);
    if (opinion === undefined) return { mark: 'open', note: '' };
    const holds = opinion.changes.length === 0;
    return { mark: holds ? opinion.entry.mark : 'open', note: opinion.entry.note };
  };
  const merge = (entries: readonly ReviewEntry[]): void => {
    addReviewEntries(client, info.id, entries).then(
      () => setIsRefused(false),
      () => setIsRefused(true),
    );
  };
  return {
    notebook,
    isNotKept: isRefused || error !== null,
    of,
    own,
    mark: (what, mark, note = own(what).note) => {
      merge([
        {
          subject: what.subject,
          mark,
          note,
          reviewer: { id, name },
          at: new Date().toISOString(),
          revision: revision.id,
          bound: sortedBound(what.now.bound),
          verdict: what.now.verdict ?? null,
        },
      ]);
    },
    merge,
  };
}

/** A condition as something to review: it is bound to all that it relies on, and to its verdict. */
export function reviewableStep(gate: string, { result, pieces }: ReviewStep): Reviewable {
  return {
    subject: { kind: 'condition', gate, condition: result.id },
    now: {
      bound: pieces.map(({ evidence, sha256 }) => ({ evidence, sha256 })),
      verdict: result.verdict,
    },
  };
}

/** A piece of evidence as something to review: it is bound to its bytes. */
export function reviewablePiece(evidence: string, sha256: string | null): Reviewable {
  return { subject: { kind: 'evidence', evidence }, now: { bound: [{ evidence, sha256 }] } };
}
