import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { later } from '../../../../ui/wording/later.ts';
import { en, type ViewerWords } from './en.ts';

const catalogues: Catalogues<ViewerWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** These words in the language in use. */
export function useViewerWords(): ViewerWords {
  return useWords(catalogues);
}
