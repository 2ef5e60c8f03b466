import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { type CompareWords, en } from './words/en.ts';

const catalogues: Catalogues<CompareWords> = {
  en,
  de: later('de', () => import('./words/de.ts').then((module) => module.de)),
};

export function useCompareWords(): CompareWords {
  return useWords(catalogues);
}
