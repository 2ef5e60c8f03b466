import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type PaletteWords } from './en.ts';

const catalogues: Catalogues<PaletteWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of the command palette in the language in use. */
export function usePaletteWords(): PaletteWords {
  return useWords(catalogues);
}
