import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type GatesWords } from './en.tsx';

const catalogues: Catalogues<GatesWords> = {
  en,
  de: later('de', () => import('./de.tsx').then((module) => module.de)),
};

/** The words of these pages in the language in use. */
export function useGatesWords(): GatesWords {
  return useWords(catalogues);
}
