import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { en, type ShellWords } from './en.ts';

const catalogues: Catalogues<ShellWords> = { en };

/** The words of the frame in the language in use. */
export function useShellWords(): ShellWords {
  return useWords(catalogues);
}
