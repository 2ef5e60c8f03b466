import { type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import styles from './node-menu.module.css';
import { OpenNodeMenu } from './on-demand.ts';
import type { Asked } from './open-node-menu.tsx';
import type { PlanGraph } from './plan-graph.ts';
import { useLongPress } from './use-long-press.ts';

/**
 * What can be done with the node under the pointer, the finger or the keyboard: read it, follow its
 * dependencies, open or close it, assume something of it. No menu where there is no node.
 */
export function NodeMenu({
  graph,
  snapshot,
  idAt,
  onToggle,
  children,
}: {
  readonly graph: PlanGraph;
  readonly snapshot: PlanSnapshot | undefined;
  /** The node at a point of the screen where none is mounted. */
  readonly idAt: (x: number, y: number) => string | undefined;
  readonly onToggle: (id: string) => void;
  readonly children: ReactNode;
}): ReactNode {
  const press = useLongPress();
  const [last, setLast] = useState<Asked | undefined>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const asked = (event: MouseEvent<HTMLElement>): void => {
    press.onContextMenuCapture();
    const next = nodeOf(event.target) ?? idAt(event.clientX, event.clientY);
    // The browser's own menu is of no use on an empty place either; but it stays available there.
    if (next === undefined || !graph.byId.has(next)) return;
    event.preventDefault();
    const { activeElement } = document;
    const returnTo = activeElement instanceof HTMLElement ? activeElement : null;
    setLast({ id: next, ...pointOf(event), returnTo });
    setIsOpen(true);
  };
  return (
    <div className={styles.area} {...press} onContextMenuCapture={asked}>
      {children}
      {last !== undefined && (
        <Suspense>
          <OpenNodeMenu
            {...last}
            graph={graph}
            snapshot={snapshot}
            onToggle={onToggle}
            open={isOpen}
            onOpenChange={setIsOpen}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Where the menu was asked for; by key, where there is no pointer, the corner of the node. */
function pointOf({ clientX, clientY, target }: MouseEvent): {
  readonly x: number;
  readonly y: number;
} {
  if (clientX !== 0 || clientY !== 0 || !(target instanceof Element)) {
    return { x: clientX, y: clientY };
  }
  const { left, bottom } = target.getBoundingClientRect();
  return { x: left, y: bottom };
}

/** The box around each node that is mounted names it. */
function nodeOf(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest('[data-id]')?.getAttribute('data-id') ?? undefined;
}
