import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { type DocumentsWords, en } from './en.ts';

const catalogues: Catalogues<DocumentsWords> = { en };

/** The words of these pages in the language in use. */
export function useDocumentsWords(): DocumentsWords {
  return useWords(catalogues);
}
