import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type LostField, lostFields } from '../../routes/lost-fields.ts';

/**
 * What the page made nothing of in the link that led here. The router puts a link right before it shows
 * the first page, so the one that was opened is read before that.
 */
export function useLostFields(): readonly LostField[] {
  const router = useRouter();
  const [opened] = useState(() => router.latestLocation);
  const [lost, setLost] = useState<readonly LostField[]>([]);
  useEffect(() => {
    let isFirst = true;
    return router.subscribe('onResolved', ({ toLocation }) => {
      const asked = isFirst && opened.pathname === toLocation.pathname ? opened : toLocation;
      isFirst = false;
      const read = router.state.matches.at(-1)?.search;
      const next = read === undefined ? [] : lostFields(asked.searchStr, read);
      setLost((before) => (before.length === 0 && next.length === 0 ? before : next));
    });
  }, [router, opened]);
  return lost;
}
