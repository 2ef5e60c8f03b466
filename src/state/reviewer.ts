import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { browserStorage, storedMember } from './browser-storage.ts';

interface ReviewerState {
  /** Tells reviewers of one name apart; made up once in each browser. */
  readonly id: string;
  /** What the reviewer wants to be called; empty until somebody says. */
  readonly name: string;
  readonly setName: (name: string) => void;
}

/** Who reviews in this browser. */
export const useReviewer = create<ReviewerState>()(
  persist(
    (set) => ({
      id: randomId(),
      name: '',
      setName: (name) => set({ name: name.slice(0, 100) }),
    }),
    {
      name: 'wavegate.reviewer',
      version: 1,
      storage: browserStorage,
      partialize: ({ id, name }) => ({ id, name }),
      migrate: (stored) => stored,
      merge: (stored, initial) => {
        const id = storedMember(stored, 'id');
        const name = storedMember(stored, 'name');
        return {
          ...initial,
          ...(typeof id === 'string' && id !== '' && { id }),
          ...(typeof name === 'string' && { name }),
        };
      },
    },
  ),
);

/** 128 bits in hexadecimal; `randomUUID` needs a secure context. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

// An id that was only made up would be another one after a reload; writing the state keeps it.
useReviewer.setState(({ id }) => ({ id }));
