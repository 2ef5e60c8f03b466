import { useEffect, useRef, useState } from 'react';
import { mountMore, nothingMounted } from './gradual.ts';

/**
 * Comes to the wanted ids over several frames, so that none of them is long; meanwhile the canvas
 * shows what is not there yet. All at once where that is not asked for.
 *
 * @param isHeld whether nothing may be mounted just now; what is no longer wanted goes all the same
 */
export function useGradually(
  wanted: readonly string[],
  isGradual: boolean,
  isHeld: () => boolean,
): readonly string[] {
  const state = useRef(nothingMounted);
  const [mounted, setMounted] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isGradual) return;
    let last: number | undefined;
    let frame = 0;
    const step = (now: number): void => {
      const before = state.current;
      const goal = isHeld() ? wanted.filter((id) => before.mounted.has(id)) : wanted;
      const next = mountMore(before, goal, last === undefined ? 0 : now - last);
      if (next === before && goal === wanted) return;
      last = now;
      state.current = next;
      if (next !== before) setMounted([...next.mounted]);
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [wanted, isGradual, isHeld]);
  return isGradual ? mounted : wanted;
}
