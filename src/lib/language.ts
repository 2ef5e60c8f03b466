/** Languages in which the interface can be read; also the locales of the formatters. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/**
 * Languages with every word of the interface. Another one can be chosen, with English where a word
 * is lacking, but is never the first thing somebody sees.
 */
export const completeLanguages: readonly Language[] = ['en'];

/**
 * The first of the tags that a complete language serves, English otherwise.
 * @param tags BCP 47, in order of preference, as `navigator.languages` has them
 */
export function preferredLanguage(
  tags: readonly string[],
  complete: readonly Language[] = completeLanguages,
): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0];
    const language = complete.find((candidate) => candidate === primary);
    if (language !== undefined) return language;
  }
  return 'en';
}
