import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { decodeBase64, encodeBase64 } from '../lib/base64.ts';
import { browserStorage, storedMember } from './browser-storage.ts';

/** A public key as a reader of keys gives it. */
interface Key {
  readonly algorithm: 'p256' | 'ed25519';
  /** The same for one key, however it was written. */
  readonly id: string;
  readonly name?: string;
  readonly bytes: Uint8Array;
}

/** A link names keys by this many characters of their ids, at most so many. */
const namedBy = 16;
const most = 16;

interface TrustedKeys {
  readonly keys: readonly Key[];
  /** A key that is there already stays as it is. */
  readonly trust: (key: Key) => void;
  readonly distrust: (id: string) => void;
  /** Whether they outlast the page, in this browser and nowhere else. */
  readonly isKept: boolean;
  readonly keep: (isKept: boolean) => void;
}

/**
 * The keys that the viewer chose. They last as long as the page, unless the viewer asks to keep them in
 * this browser: whom to trust is decided by whoever looks, and not by whoever sat here before. A key
 * that is kept counts in a verdict only when a link names it, as every key.
 */
export const useTrustedKeys = create<TrustedKeys>()(
  persist(
    (set) => ({
      keys: [],
      isKept: false,
      trust: (key) =>
        set(({ keys }) => (keys.some(({ id }) => id === key.id) ? {} : { keys: [...keys, key] })),
      distrust: (id) => set(({ keys }) => ({ keys: keys.filter((key) => key.id !== id) })),
      keep: (isKept) => set({ isKept }),
    }),
    {
      name: 'wavegate.trusted-keys',
      version: 1,
      storage: browserStorage,
      partialize: ({ keys, isKept }) =>
        isKept
          ? { isKept, keys: keys.map((key) => ({ ...key, bytes: encodeBase64(key.bytes) })) }
          : {},
      migrate: (stored) => stored,
      merge: (stored, initial) => {
        const kept = storedMember(stored, 'keys');
        return storedMember(stored, 'isKept') === true && Array.isArray(kept)
          ? { ...initial, isKept: true, keys: kept.flatMap(keyOf) }
          : initial;
      },
    },
  ),
);

/** A key as it was stored; what is none is left out. */
function keyOf(stored: unknown): readonly Key[] {
  const [algorithm, id, name, text] = ['algorithm', 'id', 'name', 'bytes'].map((member) =>
    storedMember(stored, member),
  );
  if (algorithm !== 'p256' && algorithm !== 'ed25519') return [];
  if (typeof id !== 'string' || !/^[0-9a-f]{64}$/.test(id) || typeof text !== 'string') return [];
  const bytes = decodeBase64(text);
  if (bytes?.length !== (algorithm === 'p256' ? 65 : 32)) return [];
  return [{ algorithm, id, ...(typeof name === 'string' && { name }), bytes }];
}

/** What a link says of the keys that verdicts are judged with; nothing when it is none. */
export function keysText(keys: readonly Pick<Key, 'id'>[]): string | undefined {
  const named = keys.slice(0, most).map(({ id }) => id.slice(0, namedBy));
  return named.length === 0 ? undefined : named.toSorted().join(',');
}

/** The names in such a text, each once; empty when it is none. */
export function keyNames(text: string | undefined): readonly string[] {
  const names = [...new Set(text?.split(',') ?? [])];
  const isOne = names.length <= most && names.every((name) => keyName.test(name));
  return isOne ? names : [];
}

const keyName = new RegExp(`^[0-9a-f]{${namedBy}}$`);

/**
 * Those of the viewer's keys that a link names. Keys that it does not name do not count, so that a link
 * means the same whatever keys somebody has; keys that the viewer has not chosen do not count either.
 */
export function trustedKeysNamed(text: string | undefined): readonly Key[] {
  const names = keyNames(text);
  if (names.length === 0) return [];
  return useTrustedKeys.getState().keys.filter(({ id }) => names.includes(id.slice(0, namedBy)));
}

/** Names in a link whose keys the viewer has not chosen. */
export function namesWithoutKey(
  text: string | undefined,
  keys: readonly Pick<Key, 'id'>[],
): readonly string[] {
  return keyNames(text).filter((name) => keys.every(({ id }) => id.slice(0, namedBy) !== name));
}
