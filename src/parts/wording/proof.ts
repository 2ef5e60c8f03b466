import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type ProofWords } from './proof-en.ts';

const catalogues: Catalogues<ProofWords> = {
  en,
  de: later('de', () => import('./proof-de.ts').then((module) => module.de)),
};

export function useProofWords(): ProofWords {
  return useWords(catalogues);
}
