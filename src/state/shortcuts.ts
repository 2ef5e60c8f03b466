import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { browserStorage, storedMember } from './browser-storage.ts';

interface ShortcutState {
  /** Whether single letters and signs do something; with Ctrl or ⌘ they always do. */
  readonly plainKeys: boolean;
  readonly setPlainKeys: (plainKeys: boolean) => void;
}

/**
 * Whoever speaks to the machine, or hits keys by chance, must be able to switch single keys off.
 * {@link https://www.w3.org/TR/WCAG22/#character-key-shortcuts}
 */
export const useShortcutSettings = create<ShortcutState>()(
  persist((set) => ({ plainKeys: true, setPlainKeys: (plainKeys) => set({ plainKeys }) }), {
    name: 'wavegate.shortcuts',
    version: 1,
    storage: browserStorage,
    partialize: ({ plainKeys }) => ({ plainKeys }),
    migrate: (stored) => stored,
    merge: (stored, initial) => {
      const plainKeys = storedMember(stored, 'plainKeys');
      return typeof plainKeys === 'boolean' ? { ...initial, plainKeys } : initial;
    },
  }),
);
