import { parseSearch } from './search-fields.ts';

/** A field of a link as it was written: `depth=-1`. */
export interface LostField {
  readonly name: string;
  readonly value: string;
}

/**
 * What a page made nothing of: every field and value of the link that is not among what it read. A field
 * that no page reads is none of the app's, and the router lets it through as it stands.
 *
 * @param written the search part of the link, with its question mark or without
 * @param read what the page's own reading returned
 */
export function lostFields(written: string, read: object): readonly LostField[] {
  const fields = new Map<string, unknown>(Object.entries(read));
  return Object.entries(parseSearch(written)).flatMap(([name, given]) => {
    const own = fields.get(name);
    const known = new Set((Array.isArray(own) ? own : [own]).map(String));
    const values: readonly string[] = typeof given === 'string' ? [given] : given;
    return [...new Set(values)].flatMap((value) =>
      value === '' || (own !== undefined && known.has(value)) ? [] : { name, value },
    );
  });
}
