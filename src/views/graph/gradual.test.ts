import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gradual, mountMore, nothingMounted } from './gradual.ts';

const ids = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => `n${from + at}`);

describe('mounting little by little', () => {
  it('comes to what is wanted, and then rests', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(80), (a, b, c, frame) => {
        let state: Gradual = { mounted: new Set(ids(0, a)), budget: 12 };
        const wanted = ids(b, b + c);
        for (let step = 0; step < 400; step += 1) {
          const next = mountMore(state, wanted, frame);
          if (next === state) break;
          state = next;
        }
        expect([...state.mounted].sort()).toEqual([...wanted].sort());
        expect(mountMore(state, wanted, frame)).toBe(state);
      }),
      { numRuns: 50 },
    );
  });

  it('never mounts many at once, and fewer after a long frame', () => {
    let state = nothingMounted;
    let before = 0;
    for (let step = 0; step < 30; step += 1) {
      state = mountMore(state, ids(0, 2000), 10);
      expect(state.mounted.size - before).toBeLessThanOrEqual(16);
      before = state.mounted.size;
    }
    const after = mountMore(state, ids(0, 2000), 60);
    expect(after.mounted.size - before).toBe(8);
  });

  it('keeps what is still wanted', () => {
    const state: Gradual = { mounted: new Set(ids(0, 20)), budget: 12 };
    const next = mountMore(state, ids(10, 400), 10);
    for (const id of ids(10, 20)) expect(next.mounted).toContain(id);
  });
});
