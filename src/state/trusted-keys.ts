import { create } from 'zustand';

/** A public key as a reader of keys gives it. */
interface Key {
  readonly algorithm: 'p256' | 'ed25519';
  /** The same for one key, however it was written. */
  readonly id: string;
  readonly name?: string;
  readonly bytes: Uint8Array;
}

interface TrustedKeys {
  readonly keys: readonly Key[];
  /** A key that is there already stays as it is. */
  readonly trust: (key: Key) => void;
  readonly distrust: (id: string) => void;
}

/**
 * The keys that the viewer chose. They are kept as long as the page and nowhere else: whom to trust is
 * decided by whoever looks, and never by what somebody left behind in the browser.
 */
export const useTrustedKeys = create<TrustedKeys>()((set) => ({
  keys: [],
  trust: (key) =>
    set(({ keys }) => (keys.some(({ id }) => id === key.id) ? {} : { keys: [...keys, key] })),
  distrust: (id) => set(({ keys }) => ({ keys: keys.filter((key) => key.id !== id) })),
}));
