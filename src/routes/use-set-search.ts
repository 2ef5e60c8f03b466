import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Changes fields of the current page's search parameters; `undefined` removes a field. */
export function useSetSearch(): (
  change: Readonly<Record<string, unknown>>,
  options?: { readonly replace?: boolean },
) => void {
  const navigate = useNavigate();
  return useCallback(
    (change, options) => {
      void navigate({
        to: '.',
        search: (before: Readonly<Record<string, unknown>>) => ({ ...before, ...change }),
        replace: options?.replace ?? false,
        // The page stays; what a link names is scrolled to by whoever shows it. Restoring where boxes
        // stood before the change would move them away from it again.
        resetScroll: false,
      });
    },
    [navigate],
  );
}
