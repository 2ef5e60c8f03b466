import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { type AuthorisationsWords, en } from './en.ts';

const catalogues: Catalogues<AuthorisationsWords> = { en };

/** The words of these pages in the language in use. */
export function useAuthorisationsWords(): AuthorisationsWords {
  return useWords(catalogues);
}
