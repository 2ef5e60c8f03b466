import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, followed live. `false` where the browser cannot tell. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia?.(query);
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia?.(query).matches ?? false,
    () => false,
  );
}

/** Below this width the navigation is a bottom bar and the inspector a sheet. */
export const narrowQuery = '(max-width: 719px)';

/** Whether the window is narrow, as the style sheets understand it. */
export function useNarrow(): boolean {
  return useMedia(narrowQuery);
}
