/** A pause after which typing begins a new word, in milliseconds. */
const PAUSE = 900;

export interface Typed {
  readonly text: string;
  /** When the last letter came, on the clock of the events. */
  readonly at: number;
}

/**
 * What has been typed with one more key; `undefined` when the key is none of a word. A word begins
 * with a letter or a digit other than 0, which fits the drawing.
 */
export function typedOn(before: Typed | undefined, key: string, at: number): Typed | undefined {
  const text = before !== undefined && at - before.at <= PAUSE ? before.text : '';
  const isPart = text === '' ? /^[\p{L}1-9]$/u : /^[\p{L}\p{N}._-]$/u;
  return isPart.test(key) ? { text: text + key.toLowerCase(), at } : undefined;
}

/**
 * The id that is meant: the next one from the current on that begins with the text. One letter alone
 * leaves the current id, so that pressing it again goes through all.
 */
export function idByPrefix(
  ids: readonly string[],
  text: string,
  current: string | undefined,
): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current);
  const from = Math.max(0, [...text].length === 1 ? at + 1 : at);
  const fits = (id: string): boolean => id.toLowerCase().startsWith(text);
  return ids.slice(from).find(fits) ?? ids.slice(0, from).find(fits);
}
