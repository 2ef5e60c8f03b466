import { createJSONStorage, type StateStorage } from 'zustand/middleware';

/**
 * The browser's local storage, for what may be lost: reading nothing and writing nowhere is fine
 * when the browser refuses, is full, or the text was damaged.
 */
const forgiving: StateStorage = {
  getItem: (name) => {
    try {
      const text = localStorage.getItem(name);
      if (text !== null) JSON.parse(text);
      return text;
    } catch {
      return null;
    }
  },
  setItem: (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Private windows and full disks refuse; the choice then lasts as long as the page.
    }
  },
  removeItem: (name) => {
    try {
      localStorage.removeItem(name);
    } catch {
      // As above.
    }
  },
};

/** For the `persist` middleware. Stored values are foreign data: `merge` must check each. */
export const browserStorage = createJSONStorage<unknown>(() => forgiving);

/** A member of what was stored, when it is an object that has it. */
export function storedMember(stored: unknown, key: string): unknown {
  return typeof stored === 'object' && stored !== null && Object.hasOwn(stored, key)
    ? Object.getOwnPropertyDescriptor(stored, key)?.value
    : undefined;
}
