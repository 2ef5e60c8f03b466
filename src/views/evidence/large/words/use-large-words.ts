import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { en, type LargeWords } from './en.ts';

const catalogues: Catalogues<LargeWords> = { en };

/** The words of large files in the language in use. */
export function useLargeWords(): LargeWords {
  return useWords(catalogues);
}
