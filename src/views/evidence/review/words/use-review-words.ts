import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { later } from '../../../../ui/wording/later.ts';
import { en, type ReviewWords } from './en.ts';

const catalogues: Catalogues<ReviewWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of the review in the language in use. */
export function useReviewWords(): ReviewWords {
  return useWords(catalogues);
}
