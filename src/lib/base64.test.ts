import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

describe('Base64', () => {
  it('agrees with the vectors of RFC 4648', () => {
    const vectors = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
    for (const [length, encoded] of vectors.entries()) {
      const bytes = new TextEncoder().encode('foobar'.slice(0, length));
      expect(encodeBase64(bytes)).toBe(encoded);
      expect(decodeBase64(encoded)).toEqual(bytes);
    }
  });

  it('reads what it wrote, in both alphabets and without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64(bytes);
        const url = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(bytes);
        expect(decodeBase64(url)).toEqual(bytes);
      }),
    );
  });

  it.each(['Z', 'Zg=', 'Zh==', 'Zm9v=', 'Zm 9v', 'Zm9vé', '====', 'Zm9=v'])(
    'refuses %j',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});
