import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type RevisionsWords } from './en.ts';

const catalogues: Catalogues<RevisionsWords> = { en };

/** The words of the history page in the language in use. */
export function useRevisionsWords(): RevisionsWords {
  return useWords(catalogues);
}
