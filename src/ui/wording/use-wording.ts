import { en, type UiWords } from './en.ts';
import { type Catalogues, useWords } from './language.tsx';

const catalogues: Catalogues<UiWords> = { en };

/** The components' own words in the language in use. */
export function useWording(): UiWords {
  return useWords(catalogues);
}
