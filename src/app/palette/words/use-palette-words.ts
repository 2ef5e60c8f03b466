import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type PaletteWords } from './en.ts';

const catalogues: Catalogues<PaletteWords> = { en };

/** The words of the command palette in the language in use. */
export function usePaletteWords(): PaletteWords {
  return useWords(catalogues);
}
