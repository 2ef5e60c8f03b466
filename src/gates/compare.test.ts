import { describe, expect, it } from 'vitest';
import { compare, unitMismatch, unitsAgree, type Value } from './compare.ts';
import { matchesWhole } from './pattern.ts';

describe('compare', () => {
  it.each<[Value, string, Value | undefined, string, string]>([
    [null, 'at-most', 5, 'null', 'number'],
    [['a'], 'at-most', 5, 'list', 'number'],
    ['a', 'at-most', 5, 'string', 'number'],
    [true, 'at-most', 5, 'boolean', 'number'],
    [5, 'at-most', '5', 'number', 'string'],
    [5, 'at-most', undefined, 'number', 'nothing'],
    [5, 'at-most', null, 'number', 'null'],
    [5, 'at-most', [5], 'number', 'list'],
    [5, 'equals', undefined, 'number', 'nothing'],
    [['a'], 'equals', 'a', 'list', 'string'],
    ['a', 'equals', ['a'], 'string', 'list'],
    ['a', 'contains', undefined, 'string', 'nothing'],
    ['a', 'contains', null, 'string', 'null'],
    [['a'], 'contains', undefined, 'list', 'nothing'],
    [['a'], 'contains', null, 'list', 'null'],
    ['5', 'contains', 5, 'string', 'number'],
    [5, 'contains', '5', 'number', 'string'],
    ['a', 'one-of', undefined, 'string', 'nothing'],
    ['a', 'matches', undefined, 'string', 'nothing'],
    ['a', 'matches', 5, 'string', 'number'],
    [null, 'not-equals', 5, 'null', 'number'],
  ])('%j %s %j makes no sense', (actual, operator, target, was, expected) => {
    expect(compare(operator, actual, target)).toEqual({
      code: 'type-mismatch',
      params: { actual: was, expected },
    });
  });

  it('holds numbers against each other in their units', () => {
    const units = { actual: 'ms', target: 's' };
    expect(compare('equals', 1500, 1.5, units)).toBe(true);
    expect(compare('less-than', 1499, 1.5, units)).toBe(true);
    expect(compare('less-than', 1500, 1.5, units)).toBe(false);
    expect(compare('equals', 1500, 1500, { actual: 'ms', target: 'ms' })).toBe(true);
    expect(compare('equals', 1, 1, { actual: 'ms', target: '%' })).toEqual({
      code: 'unit-mismatch',
      params: { actual: 'ms', expected: '%' },
    });
  });

  it('says which side is no number', () => {
    const side = (actual: number, target: number) => compare('equals', actual, target);
    expect(side(Number.NaN, 1)).toEqual({ code: 'not-a-number', params: { what: 'actual' } });
    expect(side(1, Number.NaN)).toEqual({ code: 'not-a-number', params: { what: 'target' } });
    expect(side(Number.POSITIVE_INFINITY, 1)).toMatchObject({ params: { what: 'actual' } });
  });

  it('compares lists place by place', () => {
    expect(compare('equals', ['a', 'b'], ['a', 'c'])).toBe(false);
    expect(compare('equals', [], [])).toBe(true);
    expect(compare('not-equals', ['a'], ['b'])).toBe(true);
  });

  it('takes null for itself only', () => {
    expect(compare('equals', 'a', null)).toBe(false);
    expect(compare('equals', null, 'a')).toBe(false);
    expect(compare('equals', false, null)).toBe(false);
    expect(compare('exists', '', undefined)).toBe(true);
    expect(compare('absent', '', undefined)).toBe(false);
    expect(compare('absent', [], undefined)).toBe(true);
    expect(compare('absent', ['a'], undefined)).toBe(false);
  });

  it('does not know every word', () => {
    expect(compare('roughly', 1, 1)).toEqual({
      code: 'unknown-operator',
      params: { operator: 'roughly' },
    });
  });
});

describe('units', () => {
  it('agree when both are stated and compatible, or neither is', () => {
    expect(unitsAgree(undefined, undefined)).toBe(true);
    expect(unitsAgree('ms', undefined)).toBe(false);
    expect(unitsAgree(undefined, 'ms')).toBe(false);
    expect(unitsAgree('ms', 's')).toBe(true);
    expect(unitsAgree('ms', '%')).toBe(false);
  });

  it('are told as they were stated', () => {
    expect(unitMismatch(undefined, 'ms').params).toEqual({ actual: '', expected: 'ms' });
    expect(unitMismatch('ms', undefined).params).toEqual({ actual: 'ms', expected: '' });
  });
});

describe('patterns', () => {
  it('match the whole text, in time that grows with it', () => {
    expect(matchesWhole('a+', 'aaa')).toBe(true);
    expect(matchesWhole('a+', 'aab')).toBe(false);
    expect(matchesWhole('(', 'a')).toBeUndefined();
    expect(matchesWhole('(', 'a')).toBeUndefined();
    expect(matchesWhole('(a|a)*b', 'a'.repeat(5000))).toBe(false);
  });
});
