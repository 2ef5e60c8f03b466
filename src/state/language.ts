import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type Language, languages } from '../lib/language.ts';
import { browserStorage, storedMember } from './browser-storage.ts';

/** `system` follows the browser, as far as the interface speaks its language. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = 'system' | Language;

interface LanguageState {
  readonly choice: LanguageChoice;
  readonly choose: (choice: LanguageChoice) => void;
}

/** The language somebody chose on this device; kept in the browser. */
export const useLanguageChoice = create<LanguageState>()(
  persist(
    (set) => ({
      choice: 'system',
      choose: (choice) => set({ choice }),
    }),
    {
      name: 'wavegate.language',
      version: 1,
      storage: browserStorage,
      partialize: ({ choice }) => ({ choice }),
      migrate: (stored) => stored,
      merge: (stored, initial) => {
        const value = storedMember(stored, 'choice');
        const choice = languageChoices.find((candidate) => candidate === value);
        return choice === undefined ? initial : { ...initial, choice };
      },
    },
  ),
);
