import { useEffect, useRef, useState } from 'react';
import { mountMore, nothingMounted } from './gradual.ts';

/**
 * Comes to the wanted ids over several frames, so that none of them is long; meanwhile the canvas
 * shows what is not there yet. All at once where that is not asked for.
 */
export function useGradually(wanted: readonly string[], isGradual: boolean): readonly string[] {
  const state = useRef(nothingMounted);
  const [mounted, setMounted] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isGradual) return;
    let last: number | undefined;
    let frame = 0;
    const step = (now: number): void => {
      const next = mountMore(state.current, wanted, last === undefined ? 0 : now - last);
      if (next === state.current) return;
      last = now;
      state.current = next;
      setMounted([...next.mounted]);
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [wanted, isGradual]);
  return isGradual ? mounted : wanted;
}
