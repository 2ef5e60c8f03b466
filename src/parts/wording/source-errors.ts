import type { Language } from '../../lib/language.ts';
import { type Catalogues, useWords, wordsIn } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type SourceErrorWords } from './source-errors-en.ts';

const catalogues: Catalogues<SourceErrorWords> = {
  en,
  de: later('de', () => import('./source-errors-de.ts').then((module) => module.de)),
};

/** The same for code that is no component. */
export function sourceErrorWords(language: Language): Promise<SourceErrorWords> {
  return wordsIn(language, catalogues);
}

export function useSourceErrorWords(): SourceErrorWords {
  return useWords(catalogues);
}
