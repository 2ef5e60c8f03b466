import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { en, type IntegrityWords } from './en.ts';

const catalogues: Catalogues<IntegrityWords> = { en };

/** The words of the integrity claims in the language in use. */
export function useIntegrityWords(): IntegrityWords {
  return useWords(catalogues);
}
