import { useQuery } from '@tanstack/react-query';
import type { ReviewPiece, ReviewQueue, ReviewStep } from '../../../derive/review/queue.ts';
import type { Pointer } from '../../../model/common.ts';
import { formatPointer } from '../../../parts/pointer-text.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import { reviewQueueQuery } from '../../../queries/evidence-options.ts';
import type { EvidenceSearch } from '../evidence-search.ts';
import { type Review, reviewablePiece, reviewableStep, useReview } from './use-review.ts';

/** Where a reviewer stands in the queue of a gate, and the ways on. */
export interface ReviewWalk {
  readonly gate: string;
  readonly review: Review;
  readonly isWaiting: boolean;
  /** `null`: the plan has no such gate. */
  readonly queue: ReviewQueue | null | undefined;
  readonly step: ReviewStep | undefined;
  /** From 0; -1 while none is open. */
  readonly at: number;
  readonly piece: ReviewPiece | undefined;
  readonly open: (step: ReviewStep | undefined, piece?: ReviewPiece, place?: Pointer) => void;
  readonly go: (by: 1 | -1) => void;
  /** The next step that is not decided, round at the end. */
  readonly goUndecided: () => void;
  readonly goPiece: () => void;
  readonly leave: () => void;
}

/** Accepted or questioned, and still about what is there. */
export function isDecided(walk: Pick<ReviewWalk, 'gate' | 'review'>, step: ReviewStep): boolean {
  const { state } = walk.review.of(reviewableStep(walk.gate, step));
  return state === 'accepted' || state === 'questioned';
}

/** @param gate of the link; without one there is nothing to walk through */
export function useReviewWalk(
  gate: string,
  { search, setSearch }: SearchProps<EvidenceSearch>,
): ReviewWalk {
  const { session, request } = useOpenProject();
  const review = useReview();
  const { data: queue, isPending, error } = useQuery(reviewQueueQuery(session, request, gate));
  if (error !== null) throw error;
  const steps = queue?.steps ?? [];
  const at = steps.findIndex(({ result }) => result.id === search.step);
  const step = steps[at];
  const piece = step?.pieces.find(({ evidence }) => evidence === search.id);
  const open = (
    next: ReviewStep | undefined,
    wanted = next?.pieces[0],
    pointer = wanted?.pointers[0],
  ): void => {
    if (next === undefined) return;
    setSearch({
      step: next.result.id,
      id: wanted?.evidence,
      at: pointer === undefined ? undefined : formatPointer(pointer),
      as: undefined,
    });
  };
  return {
    gate,
    review,
    isWaiting: isPending,
    queue,
    step,
    at,
    piece,
    open,
    go: (by) => open(steps[Math.min(steps.length - 1, Math.max(0, at + by))]),
    goUndecided: () => {
      const order = [...steps.slice(at + 1), ...steps.slice(0, at + 1)];
      open(order.find((one) => !isDecided({ gate, review }, one)));
    },
    goPiece: () => {
      if (step === undefined || step.pieces.length === 0) return;
      const place = piece === undefined ? -1 : step.pieces.indexOf(piece);
      open(step, step.pieces[(place + 1) % step.pieces.length]);
    },
    leave: () => setSearch({ review: undefined, step: undefined }),
  };
}

/** What is being reviewed of the open step, if anything. */
export function openPiece({ piece }: Pick<ReviewWalk, 'piece'>) {
  return piece === undefined ? undefined : reviewablePiece(piece.evidence, piece.sha256);
}
