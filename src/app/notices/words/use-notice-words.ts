import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type NoticeWords } from './en.ts';

const catalogues: Catalogues<NoticeWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of these bars in the language in use. */
export function useNoticeWords(): NoticeWords {
  return useWords(catalogues);
}
