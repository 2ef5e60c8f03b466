import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type KeysNoticeWords } from './en.ts';

const catalogues: Catalogues<KeysNoticeWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of this bar in the language in use. */
export function useKeysNoticeWords(): KeysNoticeWords {
  return useWords(catalogues);
}
