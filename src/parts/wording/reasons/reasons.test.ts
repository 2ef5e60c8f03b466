import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { REASON_PARAMS, type ReasonCode } from '../../../gates/reason-codes.ts';
import { useReasonText } from './reasons.ts';

const codes = Object.keys(REASON_PARAMS).filter(
  (code): code is ReasonCode => code in REASON_PARAMS,
);

describe('wording of reasons', () => {
  it.each(codes)('%s reads as a sentence from exactly its own parameters', (code) => {
    const { result } = renderHook(() => useReasonText());
    const params = Object.fromEntries(REASON_PARAMS[code].map((name) => [name, `‹${name}›`]));
    const text = result.current({ code, params });
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(text).toMatch(/^\S.*\S$/);
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
  });
});
