import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type OverviewWords } from './en.tsx';

const catalogues: Catalogues<OverviewWords> = { en };

/** The words of these pages in the language in use. */
export function useOverviewWords(): OverviewWords {
  return useWords(catalogues);
}
