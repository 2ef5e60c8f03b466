import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type ProblemWords } from './problems-en.ts';

const catalogues: Catalogues<ProblemWords> = {
  en,
  de: later('de', () => import('./problems-de.ts').then((module) => module.de)),
};

/** What reading reports, in the language in use. */
export function useProblemWords(): ProblemWords {
  return useWords(catalogues);
}
