import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type FailureWords } from './en.ts';

const catalogues: Catalogues<FailureWords> = { en };

/** The words of these pages in the language in use. */
export function useFailureWords(): FailureWords {
  return useWords(catalogues);
}
