import { describe, expect, it } from 'vitest';
import type { StateTone } from '../../ui/state.ts';
import { shownPips } from './shown-pips.ts';

const pips = (count: number, last: StateTone = 'passed') =>
  Array.from({ length: count }, (_, at): StateTone => (at === count - 1 ? last : 'passed'));

describe('the conditions beside an id', () => {
  it.each([
    ['W-1', 10, 8],
    ['W-148', 8, 8],
    ['W-148', 9, 7],
    ['W-4901', 9, 6],
    ['build-windows-x64', 5, 2],
    ['build-windows-x64', 3, 3],
  ])('of %s, %i of them, are cut after %i', (id, count, shown) => {
    expect(Math.min(shownPips(id, pips(count)).most, count)).toBe(shown);
  });

  it('are in their order where all have room, and the worst first where not', () => {
    expect(shownPips('W-1', pips(4, 'failed')).pips.indexOf('failed')).toBe(3);
    expect(shownPips('W-1', pips(12, 'failed')).pips.indexOf('failed')).toBe(0);
  });
});
