import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { ChartModel } from './chart-model.ts';
import { seriesFaces } from './chart-model.ts';
import { frame, valueRange, valueScale } from './scale.ts';
import { Surface } from './surface.tsx';

// The plot is 1,000 CSS pixels wide and holds 1,000 seconds: a pixel is a second.
const size = { width: 1000 + frame.left + frame.right, height: 300 };
const x = (second: number): number => frame.left + second;

async function shown() {
  const [face] = seriesFaces;
  if (face === undefined) throw new Error('no face');
  const t = Array.from({ length: 11 }, (_, at) => at * 100_000);
  const model: ChartModel = {
    unit: 'ms',
    from: 0,
    to: 1_000_000,
    isLog: false,
    series: [{ id: 'm', title: 'M', t, v: t.map((_, at) => at), shape: 'line', face }],
    lines: [],
    bands: [],
    marks: [],
    levels: [],
    rings: [],
  };
  const onSpan = vi.fn();
  render(
    <Surface
      model={model}
      scale={valueScale(valueRange(model), false)}
      size={size}
      isBeyond={() => false}
      onSpan={onSpan}
    />,
  );
  return { onSpan, surface: await screen.findByRole('slider') };
}

const finger = (pointerId: number, second: number) => ({
  pointerId,
  pointerType: 'touch',
  button: 0,
  clientX: x(second),
});

it('zooms by the wheel with Ctrl around the pointer, and leaves a plain wheel to the page', async () => {
  const { onSpan, surface } = await shown();
  const plain = new WheelEvent('wheel', { deltaY: -100, clientX: x(200), cancelable: true });
  surface.dispatchEvent(plain);
  expect([plain.defaultPrevented, onSpan.mock.calls]).toEqual([false, []]);
  const zoom = new WheelEvent('wheel', {
    deltaY: -100,
    clientX: x(200),
    ctrlKey: true,
    cancelable: true,
    bubbles: true,
  });
  Object.defineProperty(zoom, 'timeStamp', { value: 10_000 });
  surface.dispatchEvent(zoom);
  expect(zoom.defaultPrevented).toBe(true);
  expect(onSpan).toHaveBeenCalledExactlyOnceWith({ from: 100_000, to: 600_000 }, false);
});

it('a finger reads at once, and draws a stretch after it was held', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { onSpan, surface } = await shown();
  fireEvent.pointerDown(surface, finger(1, 300));
  fireEvent.pointerMove(surface, finger(1, 500));
  fireEvent.pointerUp(surface, finger(1, 500));
  expect(onSpan).not.toHaveBeenCalled();
  expect(surface).toHaveAttribute('aria-valuenow', '5');
  fireEvent.pointerDown(surface, finger(2, 300));
  act(() => void vi.advanceTimersByTime(500));
  fireEvent.pointerMove(surface, finger(2, 700));
  fireEvent.pointerUp(surface, finger(2, 700));
  expect(onSpan).toHaveBeenCalledExactlyOnceWith({ from: 300_000, to: 700_000 });
  vi.useRealTimers();
});

it('two fingers keep the times under them', async () => {
  const { onSpan, surface } = await shown();
  fireEvent.pointerDown(surface, finger(1, 400));
  fireEvent.pointerDown(surface, finger(2, 600));
  fireEvent.pointerMove(surface, finger(1, 200));
  fireEvent.pointerMove(surface, finger(2, 700));
  fireEvent.pointerUp(surface, finger(2, 700));
  // 400 s stand at 0.2 of the width, 600 s at 0.7: the whole of it is 400 s long and begins at 320 s.
  const [span] = onSpan.mock.calls.at(-1) ?? [];
  expect(span.from).toBeCloseTo(320_000, 3);
  expect(span.to).toBeCloseTo(720_000, 3);
});
