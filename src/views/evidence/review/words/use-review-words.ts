import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { en, type ReviewWords } from './en.ts';

const catalogues: Catalogues<ReviewWords> = { en };

/** The words of the review in the language in use. */
export function useReviewWords(): ReviewWords {
  return useWords(catalogues);
}
