import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type GatesWords } from './en.tsx';

const catalogues: Catalogues<GatesWords> = { en };

/** The words of these pages in the language in use. */
export function useGatesWords(): GatesWords {
  return useWords(catalogues);
}
