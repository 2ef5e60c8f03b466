import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { type ContractWords, en } from './en.ts';

const catalogues: Catalogues<ContractWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of these pages in the language in use. */
export function useContractWords(): ContractWords {
  return useWords(catalogues);
}
