import type { Language } from '../lib/language.ts';
import { type LanguageChoice, useLanguageChoice } from '../state/language.ts';
import { useToasts } from '../ui/toasts.tsx';
import { fetchWords } from '../ui/wording/later.ts';
import { chosenLanguage } from './in-language.tsx';
import { useShellWords } from './words/use-shell-words.ts';

/** Each language by its own name, so that whoever strayed into the wrong one finds back. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
};

/** Changes the language once its words are there; stays in the old one when they cannot be fetched. */
export function useSpeak(): (choice: LanguageChoice) => Promise<void> {
  const words = useShellWords();
  const toasts = useToasts();
  const choose = useLanguageChoice((state) => state.choose);
  return async (choice) => {
    try {
      await fetchWords(chosenLanguage(choice));
      choose(choice);
    } catch {
      toasts.add({ title: words.languageFailed, failure: true });
    }
  };
}
