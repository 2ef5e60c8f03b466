import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { browserStorage, storedMember } from './browser-storage.ts';

/** `system` follows the system's colour scheme and contrast. */
export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

interface ThemeState {
  readonly theme: ThemeChoice;
  readonly setTheme: (theme: ThemeChoice) => void;
}

/** How the page looks on this device; kept in the browser, shared by its tabs on their next load. */
export const useTheme = create<ThemeState>()(
  persist(
    (set) => ({
      theme: 'system',
      setTheme: (theme) => set({ theme }),
    }),
    {
      name: 'wavegate.theme',
      version: 1,
      storage: browserStorage,
      partialize: ({ theme }) => ({ theme }),
      migrate: (stored) => stored,
      merge: (stored, initial) => {
        const value = storedMember(stored, 'theme');
        const theme = themeChoices.find((choice) => choice === value);
        return theme === undefined ? initial : { ...initial, theme };
      },
    },
  ),
);

/** The style sheet reads the choice from the root element; without the attribute it asks the system. */
function applyTheme({ theme }: ThemeState): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

applyTheme(useTheme.getState());
useTheme.subscribe(applyTheme);
