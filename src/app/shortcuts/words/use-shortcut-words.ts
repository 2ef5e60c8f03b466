import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type ShortcutWords } from './en.ts';

const catalogues: Catalogues<ShortcutWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of the sheet of keyboard shortcuts in the language in use. */
export function useShortcutWords(): ShortcutWords {
  return useWords(catalogues);
}
