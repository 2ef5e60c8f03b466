import { FlaskConical } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { PlanSnapshot } from '../../../derive/types.ts';
import { itemId } from '../../../model/ids.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Menu, type MenuAction, type MenuEntry } from '../../../ui/menu.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useToasts } from '../../../ui/toasts.tsx';
import { assumedOf, useScenario } from './scenario-context.ts';
import { useScenarioWords } from './words.ts';

/** More gates than these are chosen in the panel of the item. */
const MOST_GATES = 8;

/** Assumptions that a menu offers for an item: that it is complete, and that its gates pass. */
export function useAssumeEntries(
  item: string | undefined,
  snapshot: PlanSnapshot | undefined,
): readonly MenuAction[] {
  const words = useScenarioWords();
  const { assumptions, assume, drop } = useScenario();
  const row = snapshot?.items.find(({ id }) => id === item);
  if (snapshot === undefined || row === undefined) return [];
  const complete = { kind: 'item', item: itemId(row.id) } as const;
  const isAssumed = assumedOf(assumptions, complete) !== undefined;
  const gates = snapshot.gates.filter(
    ({ guards, verdict }) => verdict !== 'passed' && guards.some((guard) => guard.item === row.id),
  );
  return [
    {
      kind: 'action',
      id: 'complete',
      label: <SafeText text={isAssumed ? words.takeBack : words.assumeComplete(row.id)} />,
      icon: <Icon of={FlaskConical} />,
      disabled: row.state === 'complete' && !isAssumed,
      onSelect: () => (isAssumed ? drop(complete) : assume([complete])),
    },
    ...gates.slice(0, MOST_GATES).map(
      ({ id }): MenuAction => ({
        kind: 'action',
        id: JSON.stringify(['gate', id]),
        label: <SafeText text={words.assumeGate(id)} />,
        icon: <Icon of={FlaskConical} />,
        onSelect: () => assume([{ kind: 'gate', gate: id, verdict: 'passed' }]),
      }),
    ),
  ];
}

/** A function that assumes that causes are cleared, by their keys. */
export function useAssumeCleared(): (causes: readonly string[]) => void {
  const { session, request } = useOpenProject();
  const words = useScenarioWords();
  const toasts = useToasts();
  const { assume } = useScenario();
  return (causes) => {
    session.clearing(request, causes).then(assume, () => {
      toasts.add({ title: words.failed, failure: true });
    });
  };
}

/** What can be assumed of the plan and of the item that is chosen. Opens at once. */
export function ScenarioMenu({
  trigger,
  item,
  snapshot,
}: {
  readonly trigger: ReactElement;
  readonly item: string | undefined;
  readonly snapshot: PlanSnapshot;
}): ReactNode {
  const words = useScenarioWords();
  const { assumptions, clear } = useScenario();
  const ofItem = useAssumeEntries(item, snapshot);
  const assumeCleared = useAssumeCleared();
  const smallest = snapshot.answers.unblocking.causes;
  const entries: MenuEntry[] = [
    ...ofItem,
    {
      kind: 'action',
      id: 'smallest',
      label: words.assumeSmallest(smallest.length),
      icon: <Icon of={FlaskConical} />,
      disabled: smallest.length === 0,
      onSelect: () => assumeCleared(smallest),
    },
    { kind: 'separator', id: 'line' },
    {
      kind: 'action',
      id: 'clear',
      label: words.clear,
      disabled: assumptions.length === 0,
      onSelect: clear,
    },
  ];
  return <Menu trigger={trigger} defaultOpen entries={entries} />;
}
