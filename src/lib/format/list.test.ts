import { expect, it } from 'vitest';
import { formatCount, formatList } from './list.ts';

it('counts with the right form of the noun', () => {
  const waves = { one: 'wave', other: 'waves' };
  expect(formatCount(0, waves)).toBe('0 waves');
  expect(formatCount(1, waves)).toBe('1 wave');
  expect(formatCount(1200, waves)).toBe('1,200 waves');
});

it('joins words as a sentence does', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['W4'])).toBe('W4');
  expect(formatList(['W4', 'W5', 'W5A'])).toBe('W4, W5 and W5A');
  expect(formatList(['W4', 'W5'], 'en', 'disjunction')).toBe('W4 or W5');
});
