import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnSketcher } from './column-sketch.ts';

function sketchOf(fields: readonly (string | undefined)[]) {
  const sketcher = new ColumnSketcher();
  for (const field of fields) sketcher.add(field);
  return sketcher.sketch(1, true);
}

describe('the sketch of a column', () => {
  it('is every value while there are few', () => {
    expect(sketchOf(['3', '', ' 1.5 ', 'x', undefined])).toEqual({
      points: [
        { row: 1, value: 3 },
        { row: 2, value: null },
        { row: 3, value: 1.5 },
        { row: 4, value: null },
        { row: 5, value: null },
      ],
      rows: 5,
      count: 2,
      low: 1.5,
      high: 3,
      share: 1,
      isComplete: true,
    });
    expect(sketchOf([])).not.toHaveProperty('low');
  });

  it('keeps every extreme of a long one, in few points and in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 9000 }),
        fc.nat(1999),
        fc.nat(1999),
        (length, peak, gap) => {
          const fields = Array.from({ length }, (_, at) => String(at % 7));
          fields[gap] = '';
          fields[peak] = '99';
          const { points, rows, count, low, high } = sketchOf(fields);
          expect(points.length).toBeLessThanOrEqual(1800);
          expect(points.map(({ row }) => row)).toEqual(
            points.map(({ row }) => row).toSorted((a, b) => a - b),
          );
          expect(points).toContainEqual({ row: peak + 1, value: 99 });
          if (gap !== peak) expect(points).toContainEqual({ row: gap + 1, value: null });
          expect({ rows, low, high }).toEqual({ rows: length, low: 0, high: 99 });
          expect(count).toBe(gap === peak ? length : length - 1);
        },
      ),
      { numRuns: 30 },
    );
  });
});
