import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import type { ProjectInfo } from '../../model/project.ts';
import { useItemForms } from '../../parts/item-word.ts';
import { RuleLink } from '../../parts/links.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import type { ItemForms } from '../../parts/wording/item-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { MenuOnDemand } from '../../ui/on-demand.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import { type Focus, isDrawn } from './focus.ts';
import styles from './focus-bar.module.css';
import { litCauses } from './focus-marks.ts';
import type { GraphSearch } from './graph-search.ts';
import { useMoreWords } from './more-words.ts';
import type { PlanGraph } from './plan-graph.ts';
import { type ChainLength, useChainLength } from './slack.ts';
import type { MoreGraphWords } from './words/more-en.ts';

/** Depths that are offered; a link may name any other. */
const depths = [1, 2, 3, 5] as const;

/** Says what is in focus, in one sentence, and lets it be narrowed or left. */
export function FocusBar({
  search,
  setSearch,
  info,
  graph,
  snapshot,
  focus,
}: SearchProps<GraphSearch> & {
  readonly info: ProjectInfo;
  readonly graph: PlanGraph;
  readonly snapshot: PlanSnapshot | undefined;
  readonly focus: Focus | undefined;
}): ReactNode {
  const words = useMoreWords();
  const announce = useAnnounce();
  const format = useFormat();
  const forms = useItemForms(info);
  const text = sentence(search, snapshot, focus, words, {
    forms,
    count: (items) => format.count(items, forms),
    chainLength: useChainLength(info),
    isKnown: (id) => isDrawn(graph, id),
  });
  useEffect(() => {
    if (text !== undefined) announce(text);
  }, [text, announce]);
  // The bar takes its room at once, so that the drawing need not move when its sentence is known.
  if (search.focus === undefined && search.rule === undefined) return null;
  const { rule } = search;
  const isSided = search.focus === 'upstream' || search.focus === 'downstream';
  return (
    <div className={styles.bar}>
      <span className={styles.text}>{text !== undefined && <SafeText text={text} />}</span>
      {rule !== undefined && snapshot?.invariants.some(({ id }) => id === rule) === true && (
        <RuleLink rule={rule} className={styles.link}>
          {words.ruleInFull}
        </RuleLink>
      )}
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
  const words = useMoreWords();
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
  words: MoreGraphWords,
  {
    forms,
    count,
    chainLength,
    isKnown,
  }: {
    readonly forms: ItemForms;
    readonly count: (items: number) => string;
    readonly chainLength: ChainLength;
    readonly isKnown: (id: string) => boolean;
  },
): string | undefined {
  const { item, to, rule } = search;
  const items = count(focus?.count ?? 0);
  if (rule !== undefined) {
    if (snapshot === undefined) return undefined;
    const found = snapshot.invariants.find(({ id }) => id === rule);
    if (found === undefined) return words.noSuchRule(rule);
    return words.ruleIs[found.verdict](found.title, found.counterexamples.length, items);
  }
  const unknown = namedBy(search).find((id) => !isKnown(id));
  if (unknown !== undefined) return words.noSuchItem(unknown);
  switch (search.focus) {
    case undefined:
      return undefined;
    case 'why': {
      if (focus === undefined || snapshot === undefined) return undefined;
      const { held, inScope } = snapshot.answers;
      return [
        item !== undefined
          ? words.whyItem(item, items)
          : held > 0
            ? words.heldBack(held, inScope, forms)
            : words.whyAll(items),
        ...causesOf(snapshot, focus, words),
      ].join(' ');
    }
    case 'critical':
      if (snapshot === undefined) return undefined;
      return focus === undefined || focus.count === 0
        ? words.nothingCritical
        : criticalSays(snapshot, focus, words, { count, chainLength });
    case 'path':
      if (item === undefined) return words.pathNeedsItem;
      if (to === undefined || to === item || focus === undefined) return words.pathNeedsEnd(item);
      return focus.edges.size === 0 ? words.noPath(item, to) : words.pathIs(item, to, items);
    case 'upstream':
    case 'downstream':
      if (focus === undefined || item === undefined) return words.focusNeedsItem;
      return words.sided[search.focus](item, items);
  }
}

/** The items that the focus of a link speaks of. */
function namedBy({ focus, item, to }: GraphSearch): readonly string[] {
  if (focus === undefined || focus === 'critical') return [];
  return [item, focus === 'path' ? to : undefined].filter((id) => id !== undefined);
}

/** One chain and its length; then how many more items stand on others that are as long. */
function criticalSays(
  { answers: { criticalPath, critical } }: PlanSnapshot,
  focus: Focus,
  words: MoreGraphWords,
  {
    count,
    chainLength,
  }: { readonly count: (items: number) => string; readonly chainLength: ChainLength },
): string {
  const length = critical.basis === 'length' ? undefined : chainLength(critical.total, critical);
  const more = focus.count - new Set<string>(criticalPath).size;
  return [
    words.criticalIs(count(focus.count - more), length),
    ...(more > 0 ? [words.alsoCritical(count(more))] : []),
  ].join(' ');
}

/** More causes than these are counted. */
const MOST_CAUSES = 5;

function causesOf(snapshot: PlanSnapshot, focus: Focus, words: MoreGraphWords): readonly string[] {
  const causes = litCauses(snapshot, focus);
  if (causes.length === 0) return [];
  const named = causes.slice(0, MOST_CAUSES);
  return [words.rootCauses(named, causes.length - named.length)];
}
