import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type RevisionsWords } from './en.ts';

const catalogues: Catalogues<RevisionsWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of the history page in the language in use. */
export function useRevisionsWords(): RevisionsWords {
  return useWords(catalogues);
}
