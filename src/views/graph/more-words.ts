import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { type MoreGraphWords, moreEn } from './words/more-en.ts';

const more: Catalogues<MoreGraphWords> = {
  en: moreEn,
  de: later('de', () => import('./words/more-de.ts').then((module) => module.moreDe)),
};

/** The words of what comes after the first picture of the page: menus, exports, what is in focus. */
export function useMoreWords(): MoreGraphWords {
  return useWords(more);
}
