import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { type DocumentsWords, en } from './en.ts';

const catalogues: Catalogues<DocumentsWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of these pages in the language in use. */
export function useDocumentsWords(): DocumentsWords {
  return useWords(catalogues);
}
