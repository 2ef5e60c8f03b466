import type { ItemChange, RevisionDiff } from '../../../derive/revision-diff-types.ts';
import type { GateRow } from '../../../derive/types.ts';
import type { CompareMark, NodeMark } from '../node-mark.ts';

/** One line of the list of what is marked. */
export interface ComparedItem {
  readonly id: string;
  readonly title: string;
  readonly mark: CompareMark;
  readonly before: ItemChange['before'];
  readonly after: ItemChange['after'];
  /** Names of fields that differ, and gates of the item whose verdict flipped. */
  readonly fields: readonly string[];
  readonly gates: readonly string[];
}

/**
 * Every item that differs, in the order of the plan: added, removed, flipped to another state, or
 * changed in what the plan says of it or in the verdict of one of its gates.
 */
export function comparedItems(
  diff: RevisionDiff,
  gates: readonly Pick<GateRow, 'id' | 'guards'>[],
  titleOf: (id: string) => string,
): readonly ComparedItem[] {
  const guarded = new Map<string, GateRow['guards']>(gates.map(({ id, guards }) => [id, guards]));
  const flips = new Map<string, string[]>();
  for (const { id } of diff.gates) {
    for (const { item } of guarded.get(id) ?? []) {
      const known = flips.get(item);
      if (known === undefined) flips.set(item, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  }
  const rows = diff.items.map((item): ComparedItem => {
    const own = flips.get(item.id) ?? [];
    flips.delete(item.id);
    return {
      id: item.id,
      title: item.title,
      mark: markOf(item),
      before: item.before,
      after: item.after,
      fields: item.fields.map(({ field }) => field),
      gates: own,
    };
  });
  const byGates = [...flips].map(
    ([id, own]): ComparedItem => ({
      id,
      title: titleOf(id),
      mark: 'changed',
      before: undefined,
      after: undefined,
      fields: [],
      gates: own,
    }),
  );
  return [...rows, ...byGates];
}

function markOf({ kind, before, after }: ItemChange): CompareMark {
  if (kind !== 'changed') return kind;
  return before === after ? 'changed' : 'flipped';
}

/** The marks on nodes. The other state is the one that was. */
export function compareMarksOf(rows: readonly ComparedItem[]): ReadonlyMap<string, NodeMark> {
  return new Map(
    rows.map(({ id, mark, before }) => [
      id,
      { kind: mark, state: mark === 'flipped' || mark === 'removed' ? before : undefined },
    ]),
  );
}

/** How many there are of each mark. */
export function countMarks(rows: readonly ComparedItem[]): ReadonlyMap<CompareMark, number> {
  const counts = new Map<CompareMark, number>();
  for (const { mark } of rows) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}
