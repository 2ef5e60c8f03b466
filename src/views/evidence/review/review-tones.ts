import type { ReviewState } from '../../../derive/review/opinions.ts';
import type { StateTone } from '../../../ui/state.ts';

/** How a state of the review looks. */
export const reviewTone: Readonly<Record<ReviewState, StateTone>> = {
  open: 'not-reached',
  reopened: 'stale',
  seen: 'in-progress',
  accepted: 'passed',
  questioned: 'unknown',
};
