import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScalar, formatTarget, formatValue, operatorSign } from './quantity.ts';

const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('quantities', () => {
  it.each([
    ['less-than', '<'],
    ['at-least', '≥'],
    ['one-of', 'one-of'],
    ['toString', 'toString'],
    ['__proto__', '__proto__'],
    ['roughly', 'roughly'],
  ])('write the operator %s as %s', (operator, sign) => {
    expect(operatorSign(operator)).toBe(sign);
  });

  it('have their unit, and the target its sign', () => {
    expect(plain(formatValue(260, 'ms'))).toBe('260 ms');
    expect(plain(formatTarget({ operator: 'less-than', value: 50 }, 'ms'))).toBe('< 50 ms');
  });

  it.each([
    [3, undefined, '3'],
    [3, 'ms', '3 ms'],
    ['go', 'ms', 'go'],
    [true, undefined, 'true'],
    [null, undefined, 'null'],
    [['a', 2, false], undefined, 'a, 2, false'],
    [[], undefined, ''],
  ])('write %j with unit %s as %s', (value, unit, text) => {
    expect(plain(formatScalar(value, unit))).toBe(text);
  });

  it('are never written as nothing, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.constantFrom('ms', '%', 'EUR', 'lines', '', '\u202e'),
        (n, unit) => {
          expect(formatValue(n, unit).trim()).not.toBe('');
          expect(formatScalar(n, unit).trim()).not.toBe('');
        },
      ),
    );
  });
});
