import { type RefObject, useEffect } from 'react';

/**
 * Brings what a link names into view when it appears.
 *
 * A page that has just opened is put at its top after its content stands; what was named is sought
 * once more then. Whoever comes back to where they had read stays there.
 * @param when whether the element is the one that is named; each change to `true` shows it anew
 */
export function useIntoView(element: RefObject<HTMLElement | null>, when: boolean): void {
  useEffect(() => {
    if (!when) return;
    const show = (): void => element.current?.scrollIntoView?.({ block: 'nearest' });
    show();
    const frame = requestAnimationFrame(() => {
      if (window.scrollY === 0) show();
    });
    return () => cancelAnimationFrame(frame);
  }, [element, when]);
}
