import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cursorAfter,
  fromBase64,
  idOfSegment,
  readCursor,
  revisionPath,
  segmentOf,
  toBase64,
} from './addresses.ts';

describe('names in an address', () => {
  it('come back, are told apart, and never lead elsewhere', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '.', '..', 'a/b', '%2e%2e', '~x', 'A b', 'é', '__proto__', 'rev 48'),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        const segment = segmentOf(one);
        expect(segment).toMatch(/^[~\w][\w.-]*$/);
        expect(idOfSegment(segment)).toBe(one);
        expect(segmentOf(other) === segment).toBe(other === one);
      }),
    );
    expect(revisionPath('waves', '48')).toBe('projects/waves/48/');
    expect(idOfSegment('a b')).toBeUndefined();
    expect(idOfSegment('~!')).toBeUndefined();
    // A plain name in disguise would be a second address of the same thing.
    expect(idOfSegment(`~${btoa('abc')}`)).toBeUndefined();
  });
});

describe('cursors', () => {
  it('come back, and everything else is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        expect(readCursor(cursorAfter(id))).toBe(id);
      }),
    );
    for (const bad of ['', '!', 'eyJ9', btoa('{}'), btoa('{"after":1}'), btoa('null')]) {
      expect(readCursor(bad)).toBeUndefined();
    }
  });

  it('base64 is the inverse of itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBase64('***')).toBeUndefined();
  });
});
