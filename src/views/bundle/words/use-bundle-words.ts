import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { type BundleWords, en } from './en.tsx';

const catalogues: Catalogues<BundleWords> = { en };

/** The words of these pages in the language in use. */
export function useBundleWords(): BundleWords {
  return useWords(catalogues);
}
