import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantField, parseSearch, stringifySearch, wordsField } from './search-fields.ts';

/** Text as an address can hold it; empty text is how an absent field is written. */
const text = fc.string({ unit: 'grapheme', minLength: 1 });
const name = fc.oneof(
  text,
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a b', '&', '=', '#'),
);

describe('search parameters', () => {
  it('come back as they were written, whatever they hold', () => {
    const fields = fc.dictionary(name, fc.oneof(text, fc.array(text, { minLength: 2 })));
    fc.assert(
      fc.property(fields, (search) => {
        expect(new Map(Object.entries(parseSearch(stringifySearch(search))))).toEqual(
          new Map(Object.entries(search)),
        );
      }),
    );
  });

  it('are read from any text without a fault, and mean the same when written again', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('?', '&', '=', '+', '#', '%', '%2', '%zz', '%e9', '%00', 'a', 'é'))
        .map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(hostile, (given) => {
        const once = stringifySearch(parseSearch(given));
        expect(stringifySearch(parseSearch(once))).toBe(once);
      }),
    );
  });

  it('never reach the prototype of anything', () => {
    const search = parseSearch('?__proto__=x&constructor=y');
    expect(Object.keys(search)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(search)).toBe(Object.prototype);
  });

  it('leave out what is absent, and the question mark with it', () => {
    expect(stringifySearch({ a: undefined, b: null, c: '', d: [] })).toBe('');
    expect(stringifySearch({ a: 'x y', b: ['1', '2'] })).toBe('?a=x+y&b=1&b=2');
  });

  it('know the words of a closed list, each once and in its order', () => {
    const words = ['one', 'two', 'three'] as const;
    expect(wordsField({ w: ['three', 'four', 'one', 'one'] }, 'w', words)).toEqual([
      'one',
      'three',
    ]);
    expect(wordsField({ w: 'two' }, 'w', words)).toEqual(['two']);
    expect(wordsField({ w: 'four' }, 'w', words)).toBeUndefined();
  });

  it.each([
    ['2026-06-01T08:00:00Z', true],
    ['2026-06-01T08:00:00.125Z', true],
    ['2026-02-29T08:00:00Z', false],
    ['2026-06-01T08:00Z', false],
    ['2026-06-01T08:00:00+02:00', false],
    ['2026-06-01', false],
    ['yesterday', false],
  ])('take %s for an instant: %s', (given, known) => {
    expect(instantField({ at: given }, 'at')).toBe(known ? given : undefined);
  });
});
