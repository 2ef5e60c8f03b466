import { describe, expect, it } from 'vitest';
import { costOf, findEntries } from './find-entries.ts';

const waves = [
  { code: 'W10', label: 'SwiftUI shell' },
  { code: 'W11', label: 'CLI wrappers' },
  { code: 'W1', label: 'Stream and runtime spine' },
  { code: 'W5A', label: 'Audit and discovery spine' },
  { code: 'W5', label: 'Auth, admin, config, ACL' },
];
const codes = (typed: string, most = 10): string[] =>
  findEntries(waves, typed, most).entries.map(({ code }) => code);

describe('what was typed', () => {
  it.each([
    ['w1', ['W1', 'W10', 'W11']],
    ['W5', ['W5', 'W5A']],
    ['spine', ['W1', 'W5A']],
    ['audit', ['W5A']],
    ['spine audit', ['W5A']],
    ['  ', ['W10', 'W11', 'W1', 'W5A', 'W5']],
    ['nowhere', []],
    ['audit nowhere', []],
  ])('%j finds %j', (typed, found) => {
    expect(codes(typed)).toEqual(found);
  });

  it('prefers the beginning of a word to its middle, and a title to a synonym', () => {
    const entries = [
      { label: 'Reauthorise' },
      { label: 'Theme', also: 'author' },
      { label: 'Who authored it' },
      { label: 'Authors' },
    ];
    expect(findEntries(entries, 'author', 9).entries.map(({ label }) => label)).toEqual([
      'Authors',
      'Who authored it',
      'Reauthorise',
      'Theme',
    ]);
  });

  it('cuts the list and says how many there are', () => {
    expect(findEntries(waves, 'w', 2)).toMatchObject({ total: 5 });
    expect(codes('w', 2)).toHaveLength(2);
  });

  it('takes characters as they are, not as a pattern', () => {
    expect(costOf({ label: 'a.b' }, 'a.b')).toBe(0);
    expect(costOf({ label: 'axb' }, 'a.b')).toBeUndefined();
    expect(costOf({ label: 'x (y' }, '(')).toBe(2);
  });
});
