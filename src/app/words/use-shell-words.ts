import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type ShellWords } from './en.ts';

const catalogues: Catalogues<ShellWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of the frame in the language in use. */
export function useShellWords(): ShellWords {
  return useWords(catalogues);
}
