import { expect, it } from 'vitest';
import { type Language, preferredLanguage } from './language.ts';

const both: readonly Language[] = ['en', 'de'];

it.each([
  [['de-AT', 'en'], both, 'de'],
  [['fr', 'DE'], both, 'de'],
  [['en-GB', 'de'], both, 'en'],
  [['den'], both, 'en'],
  [['fr', 'it'], both, 'en'],
  [[], both, 'en'],
  [['de', 'en'], ['en'] as const, 'en'],
])('%j of %j is %s', (tags, complete, language) => {
  expect(preferredLanguage(tags, complete)).toBe(language);
});
