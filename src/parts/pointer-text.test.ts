import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pointer } from '../model/common.ts';
import { formatPointer, parsePointer } from './pointer-text.ts';

const place = fc.nat({ max: 999_999_999_999 });
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(':', '-', '%', '%3A', '%zz', 'a:b', '/', '?&#=', '__proto__'),
);
const named = text.filter((name) => name.length > 0);

const pointer: fc.Arbitrary<Pointer> = fc.oneof(
  fc.record({ kind: fc.constant('json'), pointer: text } as const),
  fc.record({ kind: fc.constant('cell'), row: place, column: text } as const),
  fc.record({ kind: fc.constant('rows'), from: place, to: place, column: text } as const, {
    requiredKeys: ['kind', 'from', 'to'],
  }),
  fc.record({ kind: fc.constant('lines'), from: place, to: place } as const),
  fc.record({ kind: fc.constant('test'), suite: named, name: text, line: place } as const, {
    requiredKeys: ['kind', 'name'],
  }),
  fc.constant({ kind: 'whole' } as const),
);

describe('pointers as text', () => {
  it('lead back to the same place', () => {
    fc.assert(
      fc.property(pointer, (given) => {
        expect(parsePointer(formatPointer(given))).toEqual(given);
      }),
    );
  });

  it('can be written for any name, also for half a character', () => {
    const half: Pointer = { kind: 'cell', row: 1, column: 'a\ud800' };
    expect(parsePointer(formatPointer(half))).toEqual({ ...half, column: 'a\ufffd' });
  });

  it('are read from any text without a fault', () => {
    const kind = fc.constantFrom('json', 'cell', 'rows', 'lines', 'test', 'whole', 'else');
    fc.assert(
      fc.property(kind, text, text, (word, one, two) => {
        const parsed = parsePointer(`${word}:${one}:${two}`);
        expect(parsed === undefined || parsed.kind === word).toBe(true);
      }),
    );
  });

  it.each([
    '',
    'page:3',
    'lines:3',
    'lines:a-b',
    'lines:-1-2',
    'cell:1',
    'cell:x:y',
    'rows:1:x',
    'cell:1:%',
    'test:1:suite',
  ])('have no place for %j', (given) => {
    expect(parsePointer(given)).toBeUndefined();
  });
});
