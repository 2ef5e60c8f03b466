/** Languages in which the interface can be read, each with every word; also the locales of the formatters. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/**
 * The first of the tags whose language the interface speaks, English otherwise.
 * @param tags BCP 47, in order of preference, as `navigator.languages` has them
 */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0];
    const language = languages.find((candidate) => candidate === primary);
    if (language !== undefined) return language;
  }
  return 'en';
}
