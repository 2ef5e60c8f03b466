import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { useGraphLink } from './graph-link.ts';
import styles from './node-menu.module.css';
import type { PlanGraph } from './plan-graph.ts';
import { useAssumeEntries } from './scenario/scenario-menu.tsx';
import { useLongPress } from './use-long-press.ts';
import { useGraphWords } from './words.tsx';

// Its code comes with the first menu.
const PlaceMenu = lazy(() =>
  import('../../ui/place-menu.tsx').then((module) => ({ default: module.PlaceMenu })),
);

interface Asked {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly returnTo: HTMLElement | null;
}

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
  const words = useGraphWords();
  const setSearch = useGraphLink();
  const press = useLongPress();
  const [last, setLast] = useState<Asked | undefined>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const id = last?.id;
  const assume = useAssumeEntries(id, snapshot);
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
  const isKnown = id !== undefined && graph.byId.has(id);
  const isGroup = isKnown && (graph.children.has(id) || graph.closed?.has(id) === true);
  const entries: MenuEntry[] = isKnown
    ? [
        {
          kind: 'action',
          id: 'details',
          label: words.menu.details,
          onSelect: () => setSearch({ item: id }),
        },
        ...(['why', 'upstream', 'downstream', 'path'] as const).map((focus) => ({
          kind: 'action' as const,
          id: focus,
          label: words.menu[focus],
          disabled: focus === 'why' && snapshot === undefined,
          onSelect: () => setSearch({ item: id, focus, to: undefined, rule: undefined }),
        })),
        ...(isGroup
          ? [
              {
                kind: 'action' as const,
                id: 'toggle',
                label: graph.closed?.has(id) === true ? words.openGroup(id) : words.closeGroup(id),
                onSelect: () => onToggle(id),
              },
            ]
          : []),
        ...(assume.length === 0 ? [] : [{ kind: 'separator' as const, id: 'line' }, ...assume]),
      ]
    : [];
  return (
    <div className={styles.area} {...press} onContextMenuCapture={asked}>
      {children}
      {last !== undefined && (
        <Suspense>
          <PlaceMenu {...last} open={isOpen} onOpenChange={setIsOpen} entries={entries} />
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
