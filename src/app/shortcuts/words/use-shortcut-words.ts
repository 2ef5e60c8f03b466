import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type ShortcutWords } from './en.ts';

const catalogues: Catalogues<ShortcutWords> = { en };

/** The words of the sheet of keyboard shortcuts in the language in use. */
export function useShortcutWords(): ShortcutWords {
  return useWords(catalogues);
}
