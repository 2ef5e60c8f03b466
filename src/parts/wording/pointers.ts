import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type PointerWords } from './pointers-en.ts';

const catalogues: Catalogues<PointerWords> = {
  en,
  de: later('de', () => import('./pointers-de.ts').then((module) => module.de)),
};

export function usePointerWords(): PointerWords {
  return useWords(catalogues);
}
