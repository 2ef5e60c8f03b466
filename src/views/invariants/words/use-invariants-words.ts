import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type InvariantsWords } from './en.ts';

const catalogues: Catalogues<InvariantsWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of these pages in the language in use. */
export function useInvariantsWords(): InvariantsWords {
  return useWords(catalogues);
}
