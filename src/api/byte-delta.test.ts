import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, type DeltaPiece, makeDelta } from './byte-delta.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function inserted(pieces: readonly DeltaPiece[]): number {
  return pieces.reduce((sum, piece) => sum + ('insert' in piece ? piece.insert.length : 0), 0);
}

describe('a delta', () => {
  it('gives the new bytes back, whatever the two are', () => {
    const words = fc
      .array(fc.constantFrom('alpha ', 'beta ', 'gamma ', '{"id":"W1"},', '\n', 'é'), {
        maxLength: 400,
      })
      .map((list) => bytes(list.join('')));
    const any = fc.oneof(words, fc.uint8Array({ maxLength: 500 }));
    fc.assert(
      fc.property(any, any, (before, after) => {
        const made = makeDelta(before, after);
        expect(applyDelta(before, made, after.length)).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('is small when little changed, also in two places and after a move', () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `{"id":"W${at}","state":"open"}`);
    const before = bytes(lines.join('\n'));
    const changed = [...lines];
    changed[100] = '{"id":"W100","state":"passed"}';
    changed[1900] = '{"id":"W1900","state":"failed"}';
    changed.splice(500, 0, ...changed.splice(1500, 100));
    const after = bytes(changed.join('\n'));
    const made = makeDelta(before, after);
    expect(applyDelta(before, made, after.length)).toEqual(after);
    expect(inserted(made)).toBeLessThan(after.length / 50);
    expect(makeDelta(before, before)).toEqual([{ copy: [0, before.length] }]);
  });

  it('that reaches outside or comes out wrong is refused', () => {
    const before = bytes('0123456789');
    for (const copy of [
      [8, 3],
      [-1, 2],
      [0, 0],
      [0.5, 2],
      [0, Number.NaN],
    ] as const) {
      expect(applyDelta(before, [{ copy }], copy[1])).toBeUndefined();
    }
    expect(applyDelta(before, [{ copy: [0, 4] }], 5)).toBeUndefined();
    expect(applyDelta(before, [{ copy: [0, 4] }, { insert: bytes('xy') }], 5)).toBeUndefined();
    expect(applyDelta(before, [], 0)).toEqual(new Uint8Array());
  });
});
