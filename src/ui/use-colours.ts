import { useLayoutEffect, useState } from 'react';
import { type ResolvedColours, readColours } from './token-reader.ts';

const systemQueries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

/** The colours in use at an element, read again when the theme changes. */
export function useColours(at: HTMLElement | null): ResolvedColours | undefined {
  const [colours, setColours] = useState<ResolvedColours | undefined>(undefined);
  // Before the browser paints, so that no frame is without them.
  useLayoutEffect(() => {
    if (at === null) return;
    const read = (): void => setColours(readColours(at));
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class'],
    });
    const lists = systemQueries.map((query) => window.matchMedia(query));
    for (const list of lists) list.addEventListener('change', read);
    return () => {
      observer.disconnect();
      for (const list of lists) list.removeEventListener('change', read);
    };
  }, [at]);
  return colours;
}
