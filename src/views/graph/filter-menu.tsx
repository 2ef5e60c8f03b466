import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { SearchProps } from '../../parts/search-props.ts';
import { Icon } from '../../ui/icon.tsx';
import type { MenuCheck, MenuEntry } from '../../ui/menu.tsx';
import { MenuOnDemand } from '../../ui/on-demand.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import type { GraphSearch } from './graph-search.ts';
import { NOBODY } from './item-filter.ts';
import { ToolButton } from './tool-button.tsx';
import styles from './toolbar.module.css';
import { useGraphWords } from './words.tsx';

// `team-2` comes before `team-10`.
const collator = new Intl.Collator('en', { numeric: true });

/** More lines than these are no menu; the text filter finds owners too. */
const MOST_LINES = 100;

/** Narrows the plan to owners and to the inside of groups. Nothing where the plan has neither. */
export function FilterMenu({
  search,
  setSearch,
  snapshot,
  groups,
  titleOf,
}: SearchProps<GraphSearch> & {
  readonly snapshot: PlanSnapshot;
  readonly groups: readonly string[];
  readonly titleOf: (id: string) => string;
}): ReactNode {
  const words = useGraphWords();
  // One that only the link names is offered too: it must be possible to take it away.
  const named = search.owner?.filter((owner) => owner !== NOBODY) ?? [];
  const owners = [
    ...new Set([...snapshot.items.flatMap(({ owner }) => owner ?? []), ...named]),
  ].sort(collator.compare);
  if (owners.length === 0 && groups.length === 0) return null;
  const chosen = (search.owner?.length ?? 0) + (search.group?.length ?? 0);
  const line = (field: 'owner' | 'group', value: string, label: string): MenuCheck => ({
    kind: 'check',
    id: JSON.stringify([field, value]),
    label: (
      <span className={styles.state}>
        <SafeText text={label} />
      </span>
    ),
    checked: search[field]?.includes(value) === true,
    onChange: (isChosen) => {
      const others = (search[field] ?? []).filter((one) => one !== value);
      const next = isChosen ? [...others, value] : others;
      setSearch({ [field]: next.length === 0 ? undefined : next });
    },
  });
  const entries: MenuEntry[] = [];
  if (owners.length > 0) {
    entries.push({
      kind: 'group',
      id: 'owner',
      heading: words.owners,
      entries: [
        ...owners.slice(0, MOST_LINES).map((owner) => line('owner', owner, owner)),
        line('owner', NOBODY, words.nobody),
      ],
    });
  }
  if (groups.length > 0) {
    entries.push({
      kind: 'group',
      id: 'group',
      heading: words.insideGroup,
      entries: groups.slice(0, MOST_LINES).map((id) => line('group', id, `${id} ${titleOf(id)}`)),
    });
  }
  if (chosen > 0) {
    entries.push(
      { kind: 'separator', id: 'line' },
      {
        kind: 'action',
        id: 'clear',
        label: words.clearFilters,
        onSelect: () => setSearch({ owner: undefined, group: undefined }),
      },
    );
  }
  return (
    <MenuOnDemand
      trigger={
        <ToolButton
          icon={<Icon of={ListFilter} />}
          word={words.filters(chosen)}
          aria-pressed={chosen > 0}
        />
      }
      entries={entries}
    />
  );
}
