import type { PlanSnapshot } from '../../derive/types.ts';
import { formatNumber, type Locale } from '../../lib/format/number.ts';
import type { Focus } from './focus.ts';
import type { GraphSearch } from './graph-search.ts';
import type { NodeMark } from './node-mark.ts';

/** Root causes among what is lit, best first, each item once. */
export function litCauses(
  snapshot: PlanSnapshot,
  focus: Pick<Focus, 'items'> | undefined,
): readonly string[] {
  const ids = snapshot.answers.causes.flatMap(({ item }) => item ?? []);
  return [...new Set<string>(ids)].filter((id) => focus?.items.has(id) === true);
}

/**
 * What a focus says of nodes: which of those that are lit are root causes, and beside the longest chain
 * of open work by how much the others can slip. Nothing for other focuses.
 */
export function focusMarks(
  snapshot: PlanSnapshot | undefined,
  focus: Focus | undefined,
  { focus: chosen, rule }: Pick<GraphSearch, 'focus' | 'rule'>,
  locale: Locale = 'en',
): ReadonlyMap<string, NodeMark> | undefined {
  if (snapshot === undefined || focus === undefined || rule !== undefined) return undefined;
  if (chosen === 'why') {
    return new Map(litCauses(snapshot, focus).map((id) => [id, { kind: 'cause' }]));
  }
  if (chosen !== 'critical') return undefined;
  return new Map(
    // What holds others may be done later than what cannot slip inside it: that would read as a contradiction.
    snapshot.items.flatMap(({ id, slack, hasChildren }): [string, NodeMark][] =>
      slack === undefined || slack === 0 || hasChildren
        ? []
        : [[id, { kind: 'slack', label: formatNumber(slack, { locale }) }]],
    ),
  );
}
