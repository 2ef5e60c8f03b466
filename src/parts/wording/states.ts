import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type StateWords } from './states-en.ts';

const catalogues: Catalogues<StateWords> = {
  en,
  de: later('de', () => import('./states-de.ts').then((module) => module.de)),
};

export function useStateWords(): StateWords {
  return useWords(catalogues);
}
