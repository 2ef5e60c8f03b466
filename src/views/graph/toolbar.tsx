import {
  ChevronDown,
  ChevronUp,
  Filter,
  FlaskConical,
  FunnelX,
  GitCompareArrows,
  Group,
  Network,
  Table2,
} from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { ItemState } from '../../gates/types.ts';
import type { SearchProps } from '../../parts/search-props.ts';
import { itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuOnDemand, OnDemand } from '../../ui/on-demand.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl, ToggleSet } from '../../ui/segmented-control.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { useRevisions } from './compare/use-compare.ts';
import { FilterMenu } from './filter-menu.tsx';
import { type GraphSearch, graphFocuses, itemStates } from './graph-search.ts';
import { CompareMenu, loadCompareMenu, loadScenarioMenu, ScenarioMenu } from './on-demand.ts';
import { ToolButton } from './tool-button.tsx';
import styles from './toolbar.module.css';
import type { Matches } from './use-matches.ts';
import { useGraphWords } from './words.tsx';

export interface ToolbarProps extends SearchProps<GraphSearch> {
  readonly snapshot: PlanSnapshot | undefined;
  readonly shape: 'graph' | 'table';
  readonly matches: Matches;
  /** Every id that can be closed. */
  readonly groups: readonly string[];
  readonly titleOf: (id: string) => string;
}

/** What is shown and what is lit; each choice stands in the link. */
export function Toolbar({
  search,
  setSearch,
  snapshot,
  shape,
  matches,
  groups,
  titleOf,
}: ToolbarProps): ReactNode {
  const words = useGraphWords();
  const focused = search.rule === undefined ? search.focus : undefined;
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    matches.go(event.shiftKey ? -1 : 1);
  };
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.page}>
      <div className={styles.strip}>
        <ToggleSet
          label={words.focus}
          options={graphFocuses.map((focus) => ({
            value: focus,
            label: words.focuses[focus],
            disabled: isOverall(focus) ? snapshot === undefined : search.item === undefined,
          }))}
          value={focused === undefined ? [] : [focused]}
          onChange={(chosen) =>
            setSearch({
              focus: chosen.find((one) => one !== focused),
              to: undefined,
              rule: undefined,
            })
          }
        />
        {snapshot !== undefined && snapshot.invariants.length > 0 && (
          <RuleMenu search={search} setSearch={setSearch} snapshot={snapshot} />
        )}
        <CompareTool search={search} setSearch={setSearch} />
        {snapshot !== undefined && <ScenarioTool search={search} snapshot={snapshot} />}
        {snapshot !== undefined && (
          <StateMenu
            snapshot={snapshot}
            chosen={search.state ?? []}
            onChange={(state) => setSearch({ state: state.length === 0 ? undefined : state })}
          />
        )}
        {snapshot !== undefined && (
          <FilterMenu
            search={search}
            setSearch={setSearch}
            snapshot={snapshot}
            groups={groups}
            titleOf={titleOf}
          />
        )}
        {shape === 'graph' && groups.length > 0 && (
          <MenuOnDemand
            trigger={<ToolButton icon={<Icon of={Group} />} word={words.groups} yields />}
            entries={[
              {
                kind: 'action',
                id: 'close',
                label: words.closeAllGroups,
                disabled: groups.every((id) => search.closed?.includes(id)),
                onSelect: () => setSearch({ closed: groups }),
              },
              {
                kind: 'action',
                id: 'open',
                label: words.openAllGroups,
                disabled: search.closed === undefined,
                onSelect: () => setSearch({ closed: undefined }),
              },
            ]}
          />
        )}
      </div>
      <div className={styles.search}>
        <div className={styles.field}>
          <SearchField
            label={words.search}
            value={search.q ?? ''}
            onChange={(q) =>
              setSearch({ q: q === '' ? undefined : q, hit: undefined }, { replace: true })
            }
            onKeyDown={key}
          />
        </div>
        <MatchSteps matches={matches} setSearch={setSearch} />
      </div>
      <SegmentedControl
        label={words.show}
        options={[
          {
            value: 'graph',
            label: <span className={styles.shape}>{words.graphShape}</span>,
            icon: <Icon of={Network} />,
          },
          {
            value: 'table',
            label: <span className={styles.shape}>{words.tableShape}</span>,
            icon: <Icon of={Table2} />,
          },
        ]}
        value={shape}
        onChange={(show) => setSearch({ show })}
      />
    </div>
  );
}

/** Where among the matches one stands, the way to the others, and out of all filters at once. */
function MatchSteps({
  matches,
  setSearch,
}: Pick<SearchProps<GraphSearch>, 'setSearch'> & { readonly matches: Matches }): ReactNode {
  const words = useGraphWords();
  if (matches.says === undefined) return null;
  return (
    <>
      {matches.count > 0 && (
        <>
          <IconButton
            label={words.matchBefore}
            size="small"
            icon={<Icon of={ChevronUp} />}
            onClick={() => matches.go(-1)}
          />
          <IconButton
            label={words.matchAfter}
            size="small"
            icon={<Icon of={ChevronDown} />}
            onClick={() => matches.go(1)}
          />
        </>
      )}
      {matches.at === undefined ? (
        <span className={styles.matches} title={matches.says}>
          {matches.says}
        </span>
      ) : (
        <span className={styles.at} title={matches.says}>
          {matches.at}
        </span>
      )}
      <IconButton
        label={words.clearFilters}
        size="small"
        icon={<Icon of={FunnelX} />}
        onClick={() =>
          setSearch({
            q: undefined,
            hit: undefined,
            state: undefined,
            owner: undefined,
            group: undefined,
          })
        }
      />
    </>
  );
}

/** A focus on the plan as a whole; the others start from an item. */
function isOverall(focus: (typeof graphFocuses)[number]): boolean {
  return focus === 'why' || focus === 'critical';
}

/** Nothing where there is no revision before. */
function CompareTool({ search, setSearch }: SearchProps<GraphSearch>): ReactNode {
  const words = useGraphWords();
  const { earlier } = useRevisions();
  const { against } = search;
  if (earlier.length === 0 && against === undefined) return null;
  const trigger = (
    <ToolButton
      icon={<Icon of={GitCompareArrows} />}
      word={words.compare}
      aria-pressed={against !== undefined}
    />
  );
  return (
    <OnDemand trigger={trigger} has="menu" load={loadCompareMenu}>
      <CompareMenu
        trigger={trigger}
        against={against}
        onChange={(chosen) => setSearch({ against: chosen, assume: undefined })}
      />
    </OnDemand>
  );
}

function ScenarioTool({
  search,
  snapshot,
}: Pick<SearchProps<GraphSearch>, 'search'> & { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useGraphWords();
  const trigger = (
    <ToolButton
      icon={<Icon of={FlaskConical} />}
      word={words.whatIf}
      aria-pressed={search.assume !== undefined}
    />
  );
  return (
    <OnDemand trigger={trigger} has="menu" load={loadScenarioMenu}>
      <ScenarioMenu trigger={trigger} item={search.item} snapshot={snapshot} />
    </OnDemand>
  );
}

function RuleMenu({
  search,
  setSearch,
  snapshot,
}: SearchProps<GraphSearch> & { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useGraphWords();
  return (
    <MenuOnDemand
      trigger={<Button aria-pressed={search.rule !== undefined}>{words.rules}</Button>}
      entries={snapshot.invariants.map(({ id, title, verdict, counterexamples }) => ({
        kind: 'check',
        id,
        label: (
          <span className={styles.state}>
            <SafeText text={title} />
            <span className={styles.count}>
              {verdict === 'violated' ? counterexamples.length : words.ruleVerdict[verdict]}
            </span>
          </span>
        ),
        checked: search.rule === id,
        onChange: (isChosen) =>
          setSearch({ rule: isChosen ? id : undefined, focus: undefined, to: undefined }),
      }))}
    />
  );
}

function StateMenu({
  snapshot,
  chosen,
  onChange,
}: {
  readonly snapshot: PlanSnapshot;
  readonly chosen: readonly ItemState[];
  readonly onChange: (states: readonly ItemState[]) => void;
}): ReactNode {
  const words = useGraphWords();
  const states = useStateWords();
  const counts = new Map<ItemState, number>();
  for (const { state } of snapshot.items) counts.set(state, (counts.get(state) ?? 0) + 1);
  const offered = itemStates.filter((state) => counts.has(state) || chosen.includes(state));
  return (
    <MenuOnDemand
      trigger={
        <ToolButton
          icon={<Icon of={Filter} />}
          word={chosen.length === 0 ? words.states : words.statesChosen(chosen.length)}
          aria-pressed={chosen.length > 0}
        />
      }
      entries={[
        ...offered.map((state) => ({
          kind: 'check' as const,
          id: state,
          label: (
            <span className={styles.state}>
              <StateBadge tone={itemTone[state]} word={states.item[state]} look="plain" />
              <span className={styles.count}>{counts.get(state) ?? 0}</span>
            </span>
          ),
          checked: chosen.includes(state),
          onChange: (isChosen: boolean) =>
            onChange(itemStates.filter((one) => (one === state ? isChosen : chosen.includes(one)))),
        })),
        ...(chosen.length === 0
          ? []
          : [
              { kind: 'separator' as const, id: 'line' },
              {
                kind: 'action' as const,
                id: 'clear',
                label: words.clearFilters,
                onSelect: () => onChange([]),
              },
            ]),
      ]}
    />
  );
}
