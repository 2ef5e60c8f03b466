import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type OverviewWords } from './en.tsx';

const catalogues: Catalogues<OverviewWords> = {
  en,
  de: later('de', () => import('./de.tsx').then((module) => module.de)),
};

/** The words of these pages in the language in use. */
export function useOverviewWords(): OverviewWords {
  return useWords(catalogues);
}
