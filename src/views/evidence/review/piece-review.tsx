import type { ReactNode } from 'react';
import type { EvidenceDetail } from '../../../derive/evidence-types.ts';
import { boundDigest } from '../../../derive/review/bound-digest.ts';
import { MarkControl } from './mark-control.tsx';
import { reviewablePiece, useReview } from './use-review.ts';
import { useReviewWords } from './words/use-review-words.ts';

/** Marks on a piece of evidence, outside the review of a gate. */
export function PieceReview({
  detail: { evidence, row },
}: {
  readonly detail: EvidenceDetail;
}): ReactNode {
  const words = useReviewWords();
  const review = useReview();
  return (
    <MarkControl
      review={review}
      what={reviewablePiece(evidence.id, boundDigest(evidence, row.digest))}
      label={words.review}
      name={evidence.name}
    />
  );
}
