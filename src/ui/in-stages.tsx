import {
  Children,
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react';
import { usePrinting } from './use-printing.ts';

export interface InStagesProps {
  readonly children: ReactNode;
  /** How many children stand there at once; what the reader sees first. */
  readonly first?: number;
  /** How many follow at a time. */
  readonly step?: number;
}

/** How many lists of the page are not complete yet. */
let arriving = 0;

function note(change: 1 | -1): void {
  arriving += change;
  document.documentElement.toggleAttribute('data-arriving', arriving > 0);
}

/**
 * A long page or list in parts: the first children at once, the others one step after another,
 * each in a render that lets clicks and keys go first. All of them come without being asked for,
 * so search, links and screen readers find everything; paper gets all of them in any case. While
 * some are to come, the document's element carries `data-arriving`.
 */
export function InStages({ children, first = 1, step = 1 }: InStagesProps): ReactNode {
  const parts = Children.toArray(children);
  const printing = usePrinting();
  const [shown, setShown] = useState(first);
  const total = parts.length;
  const isWhole = shown === Number.POSITIVE_INFINITY;
  useLayoutEffect(() => {
    if (isWhole) return;
    note(1);
    return () => note(-1);
  }, [isWhole]);
  useEffect(() => {
    if (isWhole) return;
    const next = shown + step;
    // Once all stand there, what a reader adds later comes at once and moves nothing out.
    startTransition(() => setShown(next < total ? next : Number.POSITIVE_INFINITY));
  }, [isWhole, shown, total, step]);
  return printing ? parts : parts.slice(0, shown);
}
