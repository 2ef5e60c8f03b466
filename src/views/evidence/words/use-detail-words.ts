import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { type DetailWords, en } from './detail-en.ts';

const catalogues: Catalogues<DetailWords> = {
  en,
  de: later('de', () => import('./detail-de.ts').then((module) => module.de)),
};

/** These words in the language in use. */
export function useDetailWords(): DetailWords {
  return useWords(catalogues);
}
