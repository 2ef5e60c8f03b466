import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type InvariantsWords } from './en.ts';

const catalogues: Catalogues<InvariantsWords> = { en };

/** The words of these pages in the language in use. */
export function useInvariantsWords(): InvariantsWords {
  return useWords(catalogues);
}
