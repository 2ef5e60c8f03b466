import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementOf, widened } from './kept-picture.ts';
import type { View } from './paint.ts';

const views: fc.Arbitrary<View> = fc.record({
  x: fc.integer({ min: -5_000, max: 5_000 }),
  y: fc.integer({ min: -5_000, max: 5_000 }),
  zoom: fc.double({ min: 0.01, max: 2, noNaN: true }),
  width: fc.integer({ min: 100, max: 2_000 }),
  height: fc.integer({ min: 100, max: 2_000 }),
});

describe('placementOf', () => {
  it('puts every point of the plan where painting it anew would put it', () => {
    const moves = fc.record({
      dx: fc.integer({ min: -900, max: 900 }),
      dy: fc.integer({ min: -900, max: 900 }),
      stretch: fc.double({ min: 0.5, max: 3.5, noNaN: true }),
      point: fc.tuple(fc.integer({ max: 9_999 }), fc.integer({ max: 9_999 })),
    });
    fc.assert(
      fc.property(views, moves, (view, { dx, dy, stretch, point }) => {
        const painted = widened(view);
        const next = {
          ...view,
          x: view.x + dx,
          y: view.y + dy,
          zoom: view.zoom * stretch,
        };
        const placed = placementOf(painted, next);
        fc.pre(placed !== undefined);
        const [px = 0, py = 0] = point.map((at) => at % 10_000);
        const scale = placed.width / painted.width;
        const seenX = placed.x + (px * painted.zoom + painted.x) * scale;
        const seenY = placed.y + (py * painted.zoom + painted.y) * scale;
        expect(seenX).toBeCloseTo(px * next.zoom + next.x, 4);
        expect(seenY).toBeCloseTo(py * next.zoom + next.y, 4);
        expect(placed.x).toBeLessThanOrEqual(0);
        expect(placed.y).toBeLessThanOrEqual(0);
        expect(placed.x + placed.width).toBeGreaterThanOrEqual(next.width);
        expect(placed.y + placed.height).toBeGreaterThanOrEqual(next.height);
      }),
    );
  });

  it('shows the same view without moving, and none that it does not reach', () => {
    const view = { x: 10, y: 20, zoom: 0.1, width: 800, height: 600 };
    const painted = widened(view);
    expect(placementOf(painted, view)).toEqual({ x: -280, y: -210, width: 1360, height: 1020 });
    expect(placementOf(painted, { ...view, x: 400 })).toBeUndefined();
    expect(placementOf(painted, { ...view, zoom: 0.4 })).toBeUndefined();
  });
});
