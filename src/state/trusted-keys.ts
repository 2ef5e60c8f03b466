import { create } from 'zustand';

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
