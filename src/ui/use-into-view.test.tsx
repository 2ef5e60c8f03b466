import { render } from '@testing-library/react';
import { type ReactNode, useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useIntoView } from './use-into-view.ts';

const shown = vi.fn();
let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  shown.mockClear();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.splice(id - 1, 1));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function Named({ chosen }: { readonly chosen: boolean }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useIntoView(place, chosen);
  return (
    <div
      ref={(element) => {
        if (element !== null) element.scrollIntoView = shown;
        place.current = element;
      }}
    />
  );
}

function nextFrame(): void {
  for (const frame of frames.splice(0)) frame(0);
}

it('seeks what is named again where the page was put at its top, and nothing that is not named', () => {
  const { rerender } = render(<Named chosen={false} />);
  nextFrame();
  expect(shown).not.toHaveBeenCalled();
  rerender(<Named chosen />);
  expect(shown).toHaveBeenCalledTimes(1);
  nextFrame();
  expect(shown).toHaveBeenCalledTimes(2);
});

it('leaves a place where somebody had read, and a page that is gone', () => {
  vi.stubGlobal('scrollY', 300);
  const { unmount } = render(<Named chosen />);
  nextFrame();
  expect(shown).toHaveBeenCalledTimes(1);
  vi.stubGlobal('scrollY', 0);
  const second = render(<Named chosen />);
  second.unmount();
  nextFrame();
  expect(shown).toHaveBeenCalledTimes(2);
  unmount();
});
