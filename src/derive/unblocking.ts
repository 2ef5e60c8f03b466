import type { ItemId } from '../model/ids.ts';
import { type DeriveContext, remembered } from './context.ts';
import type { Formula } from './formula.ts';
import { type Obstacles, obstacles, startNode } from './obstacles.ts';
import {
  causeRow,
  causeTable,
  formulasFor,
  MAX_LISTED_CAUSES,
  releaseNode,
  rootCausesOf,
} from './root-causes.ts';
import { type CauseSet, smallestSet } from './smallest-set.ts';
import type { Answers, ItemDetail } from './types.ts';

const MAX_LISTED = 1_000;

/** A smallest set of causes that releases every held item. */
export const unblockingAll: (context: DeriveContext) => Answers['unblocking'] = remembered(
  (context) => {
    const found = obstacles(context);
    const starts = found.items.flatMap((_, item) =>
      found.held[item] === 1 ? [startNode(item)] : [],
    );
    const set = ranked(context, formulasFor(found, starts));
    return {
      causes: set.causes.slice(0, MAX_LISTED).flatMap((cause) => found.causes[cause]?.key ?? []),
      count: set.causes.length,
      exact: set.exact,
      atLeast: set.atLeast,
    };
  },
);

/** A smallest set of causes that releases one item: its start while it waits, else its completion. */
export function unblockingItem(context: DeriveContext, item: ItemId): ItemDetail['release'] {
  const found = obstacles(context);
  const node = releaseNode(found, item);
  const set = ranked(context, node === undefined ? [] : formulasFor(found, [node]));
  return {
    causes: set.causes
      .slice(0, MAX_LISTED_CAUSES)
      .flatMap((cause) => causeRow(context, cause) ?? []),
    count: set.causes.length,
    exact: set.exact,
    atLeast: set.atLeast,
  };
}

/** Solves with the causes renumbered by rank, so that ties go to the cause of greater effect. */
function ranked(context: DeriveContext, formulas: readonly Formula[]): CauseSet {
  const { ranked: order, obstacles: found } = causeTable(context);
  const listed = new Set(order);
  const byRank = [...order, ...[...found.causes.keys()].filter((cause) => !listed.has(cause))];
  const rankOf = new Map(byRank.map((cause, rank) => [cause, rank]));
  const set = smallestSet(formulas.map((formula) => renumbered(formula, rankOf)));
  return { ...set, causes: set.causes.flatMap((rank) => byRank[rank] ?? []) };
}

function renumbered(formula: Formula, rankOf: ReadonlyMap<number, number>): Formula {
  if (formula.kind === 'cause') {
    return { kind: 'cause', cause: rankOf.get(formula.cause) ?? formula.cause };
  }
  return { ...formula, of: formula.of.map((part) => renumbered(part, rankOf)) };
}

/**
 * Held items that one cause alone would let start: nothing that they wait for waits itself or has
 * work of others before it, so that clearing the cause is all that is left to do.
 */
export const oneStepAway: (context: DeriveContext) => Answers['oneStepAway'] = remembered(
  (context) => {
    const { obstacles: found, enough } = causeTable(context);
    return found.items.flatMap((item, at) => {
      if (found.held[at] !== 1) return [];
      const node = startNode(at);
      const [cause] = enough[node] ?? [];
      const key = cause === undefined ? undefined : found.causes[cause]?.key;
      const isNear = needsOf(found, node).every((other) => isWorkable(found, enough, other));
      return key === undefined || !isNear ? [] : [{ item: item.id, cause: key }];
    });
  },
);

function needsOf({ needs }: Obstacles, node: number): readonly number[] {
  return [...needs.targets.subarray(needs.offsets[node], needs.offsets[node + 1])];
}

/** Whether clearing its own causes is all that the node needs. */
function isWorkable(
  found: Obstacles,
  enough: readonly (ReadonlySet<number> | undefined)[],
  node: number,
): boolean {
  const item = node >> 1;
  if (item >= found.items.length) return true;
  if (found.held[item] === 1) return false;
  if (node === startNode(item)) return true;
  const start = startNode(item);
  return enough[start] === undefined && needsOf(found, node).every((other) => other === start);
}

/** The root causes of one item, best first. */
export function itemCauses(context: DeriveContext, item: ItemId): ItemDetail['causes'] {
  const { ranked: order } = causeTable(context);
  const rankOf = new Map(order.map((cause, rank) => [cause, rank]));
  return rootCausesOf(context, item)
    .toSorted((a, b) => (rankOf.get(a) ?? order.length) - (rankOf.get(b) ?? order.length))
    .slice(0, MAX_LISTED_CAUSES)
    .flatMap((cause) => causeRow(context, cause) ?? []);
}
