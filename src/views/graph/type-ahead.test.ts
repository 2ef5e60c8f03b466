import { describe, expect, it } from 'vitest';
import { idByPrefix, typedOn } from './type-ahead.ts';

describe('type-ahead', () => {
  const ids = ['W1', 'W2', 'W21', 'gate', 'ä.1'];

  it('goes through all that begin with one letter, and comes round', () => {
    expect(idByPrefix(ids, 'w', undefined)).toBe('W1');
    expect(idByPrefix(ids, 'w', 'W1')).toBe('W2');
    expect(idByPrefix(ids, 'w', 'W21')).toBe('W1');
    expect(idByPrefix(ids, 'x', 'W1')).toBeUndefined();
  });

  it('stays while more letters still fit', () => {
    expect(idByPrefix(ids, 'w2', 'W2')).toBe('W2');
    expect(idByPrefix(ids, 'w21', 'W2')).toBe('W21');
    expect(idByPrefix(ids, 'ä', 'gate')).toBe('ä.1');
  });

  it('begins a new word after a pause, and never with a key that does something else', () => {
    const w = typedOn(undefined, 'W', 0);
    expect(w?.text).toBe('w');
    expect(typedOn(w, '0', 500)?.text).toBe('w0');
    expect(typedOn(w, '2', 5000)?.text).toBe('2');
    expect(typedOn(w, '0', 5000)).toBeUndefined();
    expect(typedOn(undefined, 'Enter', 0)).toBeUndefined();
    expect(typedOn(undefined, ' ', 0)).toBeUndefined();
  });
});
