import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { later } from '../../../../ui/wording/later.ts';
import { en, type LargeWords } from './en.ts';

const catalogues: Catalogues<LargeWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of large files in the language in use. */
export function useLargeWords(): LargeWords {
  return useWords(catalogues);
}
