import { describe, expect, it } from 'vitest';
import { advanceGates } from './advance.ts';
import type { Rows } from './rows.ts';

/** A list of numbers for each item. */
function rows(count: number, lists: Readonly<Record<number, readonly number[]>>): Rows {
  const targets: number[] = [];
  const offsets = new Int32Array(count + 1);
  for (let at = 0; at < count; at += 1) {
    targets.push(...(lists[at] ?? []));
    offsets[at + 1] = targets.length;
  }
  return { offsets, targets: Int32Array.from(targets) };
}

/** By item, the gates on the ways out that it has to wait for. */
function gatesFor(
  parents: readonly number[],
  dependencies: Readonly<Record<number, readonly number[]>>,
  own: Readonly<Record<number, readonly number[]>>,
): Readonly<Record<number, readonly number[]>> {
  const count = parents.length;
  const found = advanceGates(
    count,
    Int32Array.from(parents),
    rows(count, dependencies),
    rows(count, own),
  );
  const of = (at: number) => [
    ...found.targets.subarray(found.offsets[at] ?? 0, found.offsets[at + 1] ?? 0),
  ];
  expect(found.offsets).toHaveLength(count + 1);
  return Object.fromEntries(
    parents.flatMap((_, at) => (of(at).length === 0 ? [] : [[at, of(at)]])),
  );
}

describe('a gate on the way out of a phase', () => {
  it('holds what depends on the phase, or on something inside it', () => {
    // Phase 0 holds 1, which holds 2; 3 to 6 stand outside.
    const parents = [-1, 0, 1, -1, -1, -1, -1];
    expect(gatesFor(parents, { 3: [0], 4: [1], 5: [2] }, { 0: [7] })).toEqual({
      3: [7],
      4: [7],
      5: [7],
    });
  });

  it('holds nothing inside, however deep, and not the phase itself', () => {
    const parents = [-1, 0, 1, 1, 0];
    expect(gatesFor(parents, { 0: [2], 1: [0], 2: [3], 3: [4], 4: [1] }, { 0: [7] })).toEqual({});
  });

  it('is one of several on the way, from the inner phase to the outer', () => {
    // 0 holds 1 holds 2; 3 is beside 1 inside of 0; 4 is outside.
    const parents = [-1, 0, 1, 0, -1];
    const own = { 0: [8, 9], 1: [7] };
    expect(gatesFor(parents, { 3: [2], 4: [2] }, own)).toEqual({ 3: [7], 4: [7, 8, 9] });
    // What holds no gate between them is passed by.
    expect(gatesFor([-1, 0, 1, 2, -1], { 4: [3] }, { 0: [8], 2: [7] })).toEqual({ 4: [7, 8] });
  });

  it('is told once, over whichever ways it is met', () => {
    const parents = [-1, 0, 0, -1];
    expect(gatesFor(parents, { 3: [1, 2, 0] }, { 0: [7] })).toEqual({ 3: [7] });
    // Two phases may be guarded by one gate.
    expect(gatesFor([-1, -1, -1], { 2: [0, 1] }, { 0: [7], 1: [7] })).toEqual({ 2: [7] });
  });

  it('is none where nothing is guarded, or the way leads to what is not there', () => {
    expect(gatesFor([-1, 0, -1], { 2: [1, 0] }, {})).toEqual({});
    expect(gatesFor([-1, 0, -1], { 2: [-1] }, { 0: [7] })).toEqual({});
    expect(gatesFor([-1, 0, -2], { 2: [1] }, { 0: [7] })).toEqual({ 2: [7] });
    expect(gatesFor([-1, -1, -1], { 2: [1] }, { 0: [7] })).toEqual({});
  });

  it('tells phases that stand side by side apart', () => {
    // 0 holds 1 and 2; 3 holds 4 and 5; 6 holds 7.
    const parents = [-1, 0, 0, -1, 3, 3, -1, 6];
    const own = { 0: [10], 3: [13], 6: [16] };
    const dependencies = { 1: [2], 2: [4], 4: [5, 1], 5: [7], 7: [1, 4], 6: [6] };
    expect(gatesFor(parents, dependencies, own)).toEqual({
      2: [13],
      4: [10],
      5: [16],
      7: [10, 13],
    });
  });

  it('ends where items are parts of each other', () => {
    // 0 and 1 are a ring; 2 hangs on it, and 3 stands outside.
    const found = gatesFor([1, 0, 0, -1], { 3: [2] }, { 0: [7], 1: [8] });
    expect(found[3]?.toSorted()).toEqual([7, 8]);
    expect(gatesFor([0, -1], { 1: [0] }, { 0: [7] })).toEqual({ 1: [7] });
    expect(gatesFor([0, -1], { 0: [0] }, { 0: [7] })).toEqual({});
  });
});
