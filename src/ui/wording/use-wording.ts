import { en, type UiWords } from './en.ts';
import { type Catalogues, useWords } from './language.tsx';
import { later } from './later.ts';

const catalogues: Catalogues<UiWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The components' own words in the language in use. */
export function useWording(): UiWords {
  return useWords(catalogues);
}
