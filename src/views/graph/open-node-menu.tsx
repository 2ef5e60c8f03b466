import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { PlaceMenu } from '../../ui/place-menu.tsx';
import { useGraphLink } from './graph-link.ts';
import { useMoreWords } from './more-words.ts';
import type { PlanGraph } from './plan-graph.ts';
import { useAssumeEntries } from './scenario/scenario-menu.tsx';
import { useGraphWords } from './words.tsx';

/** The node that was asked about, and where. */
export interface Asked {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly returnTo: HTMLElement | null;
}

/** The menu of a node, at the place where it was asked for. */
export function OpenNodeMenu({
  id,
  graph,
  snapshot,
  onToggle,
  ...place
}: Asked & {
  readonly graph: PlanGraph;
  readonly snapshot: PlanSnapshot | undefined;
  readonly onToggle: (id: string) => void;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactNode {
  const words = useGraphWords();
  const more = useMoreWords();
  const setSearch = useGraphLink();
  const assume = useAssumeEntries(id, snapshot);
  const isKnown = graph.byId.has(id);
  const isGroup = isKnown && (graph.children.has(id) || graph.closed?.has(id) === true);
  const entries: MenuEntry[] = isKnown
    ? [
        {
          kind: 'action',
          id: 'details',
          label: more.menu.details,
          onSelect: () => setSearch({ item: id }),
        },
        ...(['why', 'upstream', 'downstream', 'path'] as const).map((focus) => ({
          kind: 'action' as const,
          id: focus,
          label: more.menu[focus],
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
  return <PlaceMenu {...place} entries={entries} />;
}
