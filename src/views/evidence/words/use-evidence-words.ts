import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { type EvidenceWords, en } from './en.tsx';

const catalogues: Catalogues<EvidenceWords> = {
  en,
  de: later('de', () => import('./de.tsx').then((module) => module.de)),
};

/** These words in the language in use. */
export function useEvidenceWords(): EvidenceWords {
  return useWords(catalogues);
}
