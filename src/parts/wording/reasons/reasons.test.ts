import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { REASON_PARAMS, type ReasonCode } from '../../../gates/reason-codes.ts';
import { de } from './de.ts';
import { en, useReasonText } from './reasons.ts';

const codes = Object.keys(REASON_PARAMS).filter(
  (code): code is ReasonCode => code in REASON_PARAMS,
);

describe.each([
  ['English', en],
  ['German', de],
])('wording of reasons in %s', (_language, catalogue) => {
  it.each(codes)('%s reads as a sentence from exactly its own parameters', (code) => {
    const params = Object.fromEntries(REASON_PARAMS[code].map((name) => [name, `‹${name}›`]));
    const sentence: (params: never) => string = catalogue[code];
    const text = sentence(params as never);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).toMatch(/^\S.*\S$/);
  });
});

it('says the same in both languages: every parameter that English names, German names', () => {
  const named = (catalogue: typeof en, code: ReasonCode): string[] => {
    const params = Object.fromEntries(REASON_PARAMS[code].map((name) => [name, `‹${name}›`]));
    const sentence: (params: never) => string = catalogue[code];
    return [...sentence(params as never).matchAll(/‹[^›]*›/g)].map(([name]) => name).sort();
  };
  for (const code of codes) expect([code, ...named(de, code)]).toEqual([code, ...named(en, code)]);
});

it('names what was found and what was expected', () => {
  const { result } = renderHook(() => useReasonText());
  const sides = { actual: 83.7, actualUnit: 's', expected: 60, expectedUnit: 's' };
  const differs = (params: object) =>
    result.current({ code: 'value-differs', params: { ...sides, ...params } });
  expect(differs({ operator: 'at-most' })).toBe('83.7 s found; expected ≤ 60 s');
  expect(
    differs({
      operator: 'one-of',
      actual: 'draft',
      actualUnit: '',
      expected: 'a, b',
      expectedUnit: '',
    }),
  ).toBe('draft found; expected one of a, b');
  expect(differs({ operator: 'absent', expected: '', expectedUnit: '' })).toBe(
    '83.7 s found; expected absent',
  );
  expect(differs({ operator: 'equals', actual: 'x'.repeat(1000), actualUnit: '' })).toHaveLength(
    'x'.repeat(80).length + '… found; expected = 60 s'.length,
  );
  expect(result.current({ code: 'values-disagree', params: sides })).toBe(
    'One place says 60 s, the other 83.7 s',
  );
  expect(de['value-differs']({ ...sides, actual: 1234.5, operator: 'at-most' })).toBe(
    '1.234,5 s gefunden; erwartet ≤ 60 s',
  );
});

it('names commits as short as they can be told apart', () => {
  const { result } = renderHook(() => useReasonText());
  const one = 'a1b2c3d4e5f6'.padEnd(40, '0');
  const says = (commit: string, needed: string) =>
    result.current({ code: 'evidence-other-commit', params: { evidence: 'E', commit, needed } });
  expect(says(one, 'f'.repeat(40))).toBe('E speaks of commit a1b2c3d4e5f6, not of ffffffffffff');
  const near = one.replace(/0$/, '1');
  expect(says(one, near)).toBe(`E speaks of commit ${one}, not of ${near}`);
  expect(says('v1.2', 'main')).toBe('E speaks of commit v1.2, not of main');
});

it('counts in words', () => {
  const { result } = renderHook(() => useReasonText());
  expect(result.current({ code: 'tests-failed', params: { failed: 2, allowed: 0 } })).toBe(
    '2 tests fail; 0 allowed',
  );
  expect(result.current({ code: 'item-waits', params: { items: 1, gates: 0 } })).toBe(
    'Waits for 1 item',
  );
  expect(result.current({ code: 'item-waits', params: { items: 2, gates: 1 } })).toBe(
    'Waits for 2 items and 1 gate',
  );
  expect(de['item-waits']({ items: 1, gates: 2 })).toBe('Wartet auf 1 Vorgang und 2 Gates');
  expect(de['metric-misses']({ aggregate: 'p95', value: 1234.5, samples: 1 })).toBe(
    'p95: 1.234,5 aus 1 Messwert, außerhalb des Zielwerts',
  );
});
