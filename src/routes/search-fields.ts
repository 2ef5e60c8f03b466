import { parseTimestamp } from '../lib/timestamp.ts';

/**
 * Search parameters are untrusted text. Every field falls back on its own: one bad field never
 * takes the others with it, and what is not understood is left out of the link.
 *
 * A page returns every field of its own, `undefined` where there is none: the router lays what a page
 * returns over the raw text, so a field that were left out would let the raw text through.
 */
export type RawSearch = Readonly<Record<string, unknown>>;

/** A text of 1 to 500 characters. */
export function textField(search: RawSearch, name: string): string | undefined {
  const value = search[name];
  if (typeof value === 'string' && value.length > 0 && value.length <= 500) return value;
  return undefined;
}

/** One word of a closed list. */
export function wordField<const T extends string>(
  search: RawSearch,
  name: string,
  words: readonly T[],
): T | undefined {
  const value = search[name];
  return words.find((word) => word === value);
}

/** A repeated parameter, reduced to the words of a closed list, each once. */
export function wordsField<const T extends string>(
  search: RawSearch,
  name: string,
  words: readonly T[],
): readonly T[] | undefined {
  const value = search[name];
  const given = Array.isArray(value) ? value : [value];
  const known = words.filter((word) => given.includes(word));
  return known.length > 0 ? known : undefined;
}

/** An RFC 3339 instant in UTC, by the same reading that judges. */
export function instantField(search: RawSearch, name: string): string | undefined {
  const value = textField(search, name);
  if (value === undefined) return undefined;
  return value.endsWith('Z') && !Number.isNaN(parseTimestamp(value)) ? value : undefined;
}

/** `?a=1&b=x&b=y` to `{ a: '1', b: ['x', 'y'] }`. Nothing is interpreted here. */
export function parseSearch(search: string): Record<string, string | readonly string[]> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else if (typeof before === 'string') fields.set(name, [before, value]);
    else before.push(value);
  }
  return Object.fromEntries(fields);
}

/** The inverse of {@link parseSearch}; keys keep their order, absent values vanish. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined && entry !== null && entry !== '') params.append(name, String(entry));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
