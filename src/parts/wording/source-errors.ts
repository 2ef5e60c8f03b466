import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type SourceErrorWords } from './source-errors-en.ts';

const catalogues: Catalogues<SourceErrorWords> = {
  en,
  de: later('de', () => import('./source-errors-de.ts').then((module) => module.de)),
};

export function useSourceErrorWords(): SourceErrorWords {
  return useWords(catalogues);
}
