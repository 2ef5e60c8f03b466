import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { narrowQuery, useMedia, useNarrow } from './use-media.ts';

/** A window whose width changes when the test says so. */
function fakeMedia(): { set: (query: string, holds: boolean) => void; listeners: () => number } {
  const holding = new Set<string>();
  const listeners = new Map<() => void, string>();
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    get matches() {
      return holding.has(media);
    },
    addEventListener: (_: string, listener: () => void) => listeners.set(listener, media),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  }));
  return {
    set: (query, holds) => {
      if (holds) holding.add(query);
      else holding.delete(query);
      for (const [listener, media] of listeners) if (media === query) listener();
    },
    listeners: () => listeners.size,
  };
}

describe('useMedia', () => {
  it('follows the window until nobody looks', () => {
    const media = fakeMedia();
    const { result, unmount } = renderHook(() => useNarrow());
    expect(result.current).toBe(false);
    act(() => media.set(narrowQuery, true));
    expect(result.current).toBe(true);
    act(() => media.set(narrowQuery, false));
    expect(result.current).toBe(false);
    unmount();
    expect(media.listeners()).toBe(0);
  });

  it('follows another query when asked for another', () => {
    const media = fakeMedia();
    media.set('(b)', true);
    const { result, rerender } = renderHook(({ query }) => useMedia(query), {
      initialProps: { query: '(a)' },
    });
    expect(result.current).toBe(false);
    rerender({ query: '(b)' });
    expect(result.current).toBe(true);
    expect(media.listeners()).toBe(1);
  });

  it('does not hold where the browser cannot tell', () => {
    vi.stubGlobal('matchMedia', undefined);
    expect(renderHook(() => useMedia('(print)')).result.current).toBe(false);
  });
});
