import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { later } from '../../../../ui/wording/later.ts';
import { en, type IntegrityWords } from './en.ts';

const catalogues: Catalogues<IntegrityWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of the integrity claims in the language in use. */
export function useIntegrityWords(): IntegrityWords {
  return useWords(catalogues);
}
