import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { ProjectInfo } from '../../model/project.ts';
import { useItemForms } from '../../parts/item-word.ts';
import type { SearchProps } from '../../parts/search-props.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { MenuOnDemand } from '../../ui/on-demand.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import type { Focus } from './focus.ts';
import styles from './focus-bar.module.css';
import { litCauses } from './focus-marks.ts';
import type { GraphSearch } from './graph-search.ts';
import { type ChainLength, useChainLength } from './slack.ts';
import type { GraphWords } from './words/en.ts';
import { useGraphWords } from './words.tsx';

/** Depths that are offered; a link may name any other. */
const depths = [1, 2, 3, 5] as const;

/** Says what is in focus, in one sentence, and lets it be narrowed or left. */
export function FocusBar({
  search,
  setSearch,
  info,
  snapshot,
  focus,
}: SearchProps<GraphSearch> & {
  readonly info: ProjectInfo;
  readonly snapshot: PlanSnapshot | undefined;
  readonly focus: Focus | undefined;
}): ReactNode {
  const words = useGraphWords();
  const announce = useAnnounce();
  const format = useFormat();
  const text = sentence(search, snapshot, focus, words, {
    items: format.count(focus?.count ?? 0, useItemForms(info)),
    chainLength: useChainLength(info),
  });
  useEffect(() => {
    if (text !== undefined) announce(text);
  }, [text, announce]);
  // The bar takes its room at once, so that the drawing need not move when its sentence is known.
  if (search.focus === undefined && search.rule === undefined) return null;
  const isSided = search.focus === 'upstream' || search.focus === 'downstream';
  return (
    <div className={styles.bar}>
      <span className={styles.text}>{text !== undefined && <SafeText text={text} />}</span>
      {isSided && search.rule === undefined && (
        <Depth depth={search.depth} onChange={(depth) => setSearch({ depth })} />
      )}
      <IconButton
        label={words.leaveFocus}
        size="small"
        icon={<Icon of={X} />}
        onClick={() =>
          setSearch({ focus: undefined, to: undefined, depth: undefined, rule: undefined })
        }
      />
    </div>
  );
}

function Depth({
  depth,
  onChange,
}: {
  readonly depth: number | undefined;
  readonly onChange: (depth: number | undefined) => void;
}): ReactNode {
  const words = useGraphWords();
  const offered = [...new Set([...depths, ...(depth === undefined ? [] : [depth])])].sort(
    (a, b) => a - b,
  );
  return (
    <MenuOnDemand
      trigger={<Button>{words.depth(depth)}</Button>}
      entries={[
        {
          kind: 'choice',
          id: 'depth',
          heading: words.depthHeading,
          options: [
            ...offered.map((one) => ({ value: String(one), label: words.steps(one) })),
            { value: 'all', label: words.allSteps },
          ],
          value: depth === undefined ? 'all' : String(depth),
          onChange: (value) => onChange(value === 'all' ? undefined : Number(value)),
        },
      ]}
    />
  );
}

function sentence(
  search: GraphSearch,
  snapshot: PlanSnapshot | undefined,
  focus: Focus | undefined,
  words: GraphWords,
  { items, chainLength }: { readonly items: string; readonly chainLength: ChainLength },
): string | undefined {
  const { item, to, rule } = search;
  if (rule !== undefined) {
    if (snapshot === undefined) return undefined;
    const found = snapshot.invariants.find(({ id }) => id === rule);
    if (found === undefined) return words.noSuchRule(rule);
    return words.ruleIs[found.verdict](found.title, found.counterexamples.length, items);
  }
  switch (search.focus) {
    case undefined:
      return undefined;
    case 'why':
      if (focus === undefined || snapshot === undefined) return undefined;
      return [
        item === undefined ? words.whyAll(items) : words.whyItem(item, items),
        ...causesOf(snapshot, focus, words),
      ].join(' ');
    case 'critical':
      if (snapshot === undefined) return undefined;
      return focus === undefined || focus.count === 0
        ? words.nothingCritical
        : words.criticalIs(
            items,
            chainLength(snapshot.answers.critical.total, snapshot.answers.critical),
          );
    case 'path':
      if (item === undefined) return words.pathNeedsItem;
      if (to === undefined) return words.pathNeedsEnd(item);
      if (focus === undefined) return words.noSuchItem(to);
      return focus.edges.size === 0 ? words.noPath(item, to) : words.pathIs(item, to, items);
    case 'upstream':
    case 'downstream':
      if (focus === undefined || item === undefined) return words.focusNeedsItem;
      return words.sided[search.focus](item, items);
  }
}

/** More causes than these are counted. */
const MOST_CAUSES = 5;

function causesOf(snapshot: PlanSnapshot, focus: Focus, words: GraphWords): readonly string[] {
  const causes = litCauses(snapshot, focus);
  if (causes.length === 0) return [];
  const named = causes.slice(0, MOST_CAUSES);
  return [words.rootCauses(named, causes.length - named.length)];
}
