import { expect, it } from 'vitest';
import { preferredLanguage } from './language.ts';

it.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'DE'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['den'], 'en'],
  [['fr', 'it'], 'en'],
  [[], 'en'],
])('of %j it is %s', (tags, language) => {
  expect(preferredLanguage(tags)).toBe(language);
});
