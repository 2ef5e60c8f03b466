import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Camera } from './camera.ts';
import { largestZoom, smallestZoom } from './fitted.ts';

const length = fc.integer({ min: 200, max: 4000 });
const pane = fc.record({ width: length, height: length });
const layout = fc.record({
  width: fc.integer({ min: 1, max: 100_000 }),
  height: fc.integer({ min: 1, max: 100_000 }),
  left: fc.integer({ min: -5000, max: 5000 }),
  top: fc.integer({ min: -5000, max: 5000 }),
});

describe('Camera', () => {
  it('shows all of a drawing from the beginning', () => {
    fc.assert(
      fc.property(layout, pane, (drawn, size) => {
        const camera = new Camera(drawn, size);
        const { x, y, zoom } = camera.seen;
        if (zoom <= smallestZoom) return;
        const left = drawn.left * zoom + x;
        const top = drawn.top * zoom + y;
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + drawn.width * zoom).toBeLessThanOrEqual(size.width);
        expect(top + drawn.height * zoom).toBeLessThanOrEqual(size.height);
      }),
    );
  });

  it('zooms around the middle of the pane, no further than one can see', () => {
    fc.assert(
      fc.property(
        layout,
        pane,
        fc.double({ min: 1e-4, max: 50, noNaN: true }),
        (drawn, size, wanted) => {
          const camera = new Camera(drawn, size);
          const middle = { x: size.width / 2, y: size.height / 2 };
          const before = camera.pointAt(middle);
          camera.zoomTo(wanted);
          const { zoom } = camera.seen;
          expect(zoom).toBe(Math.min(largestZoom, Math.max(smallestZoom, wanted)));
          const after = camera.pointAt(middle);
          expect(after.x).toBeCloseTo(before.x, 3);
          expect(after.y).toBeCloseTo(before.y, 3);
        },
      ),
    );
  });

  it('leaves moving to whoever is attached, from where it stands, until that is taken away', () => {
    const camera = new Camera({ width: 100, height: 100 }, { width: 800, height: 600 });
    const start = camera.seen;
    const asked: [number, number][] = [];
    const detach = camera.attach(({ zoom }, duration) => asked.push([zoom, duration]));
    expect(asked).toEqual([[start.zoom, 0]]);
    camera.zoomTo(2, 200);
    expect(asked.at(-1)).toEqual([2, 200]);
    expect(camera.seen).toBe(start);
    detach();
    camera.zoomTo(2);
    expect(camera.seen.zoom).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it('tells whoever listens, until they do not', () => {
    const camera = new Camera({ width: 100, height: 100 }, { width: 0, height: 0 });
    expect(camera.seen).toMatchObject({ x: 0, y: 0, zoom: 1 });
    let told = 0;
    const end = camera.subscribe(() => {
      told += 1;
    });
    camera.report({ width: 10 });
    end();
    camera.report({ width: 20 });
    expect([told, camera.seen.width]).toEqual([1, 20]);
  });
});
