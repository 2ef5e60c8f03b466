import type { ProjectInfo } from '../model/project.ts';
import { type Catalogues, useWords } from '../ui/wording/language.tsx';
import { later } from '../ui/wording/later.ts';
import { en, type ItemForms, type ItemWords } from './wording/item-words.ts';

const catalogues: Catalogues<ItemWords> = {
  en,
  de: later('de', () => import('./wording/item-words-de.ts').then((module) => module.de)),
};

/** The project's word for a plan item, `wave` and `waves` for example, in the language in use. */
export function useItemForms(info: Pick<ProjectInfo, 'itemWord'> | undefined): ItemForms {
  return useWords(catalogues)(info?.itemWord);
}
