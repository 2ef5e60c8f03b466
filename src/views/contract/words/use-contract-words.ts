import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { type ContractWords, en } from './en.ts';

const catalogues: Catalogues<ContractWords> = { en };

/** The words of these pages in the language in use. */
export function useContractWords(): ContractWords {
  return useWords(catalogues);
}
