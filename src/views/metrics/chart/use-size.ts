import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './scene.ts';

/** The size of an element, followed live. Before it is measured, and where nobody measures, a usual one. */
export function useSize(element: RefObject<HTMLElement | null>, usual: Size): Size {
  const [size, setSize] = useState(usual);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null || typeof ResizeObserver === 'undefined') return;
    const read = (): void => {
      const width = Math.round(target.clientWidth);
      const height = Math.round(target.clientHeight);
      if (width === 0 || height === 0) return;
      setSize((last) =>
        last.width === width && last.height === height ? last : { width, height },
      );
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
