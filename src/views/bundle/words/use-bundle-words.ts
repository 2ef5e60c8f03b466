import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { type BundleWords, en } from './en.tsx';

const catalogues: Catalogues<BundleWords> = {
  en,
  de: later('de', () => import('./de.tsx').then((module) => module.de)),
};

/** The words of these pages in the language in use. */
export function useBundleWords(): BundleWords {
  return useWords(catalogues);
}
