import { buildCsr, reverseCsr } from '../lib/graph/csr.ts';
import { reachableFrom } from '../lib/graph/order.ts';
import { countReachable } from '../lib/graph/reachability.ts';
import type { ItemId } from '../model/ids.ts';
import type { Cause } from './cause-book.ts';
import { byCodeUnit } from './cause-key.ts';
import { type DeriveContext, remembered } from './context.ts';
import { aloneEnough, causesIn, type Formula, intersection } from './formula.ts';
import { doneNode, type Obstacles, obstacles, startNode } from './obstacles.ts';
import type { CauseRow } from './types.ts';

/** How many causes a snapshot or a detail lists; the number of all of them stands beside the list. */
export const MAX_LISTED_CAUSES = 100;
/** How many item ids a cause lists for each of what it releases and holds. */
export const MAX_LISTED_ITEMS = 500;

/** All causes with what each holds, by number. */
export interface CauseTable {
  readonly obstacles: Obstacles;
  /** Items (by number) that stop being held when this cause alone is cleared, in plan order. */
  readonly releases: readonly (readonly number[])[];
  /** How many held items have it among their causes. */
  readonly holdCount: Int32Array;
  /** The nodes to which each cause belongs. */
  readonly nodesOf: readonly (readonly number[])[];
  /** Of which causes each alone is enough to free a node; `undefined`: nothing is in its way. */
  readonly enough: readonly (ReadonlySet<number> | undefined)[];
  /** Numbers of the causes worth listing, best first. */
  readonly ranked: readonly number[];
}

export const causeTable: (context: DeriveContext) => CauseTable = remembered((context) => {
  const found = obstacles(context);
  const nodesOf = nodesOfCauses(found);
  const enough = enoughForNodes(found);
  const releases = released(found, enough);
  const holdCount = countHeld(found, nodesOf);
  const ranked = found.causes
    .map((_, cause) => cause)
    .filter((cause) => isWorthListing(found.causes[cause], holdCount[cause] ?? 0));
  const order = (cause: number) => {
    const item = found.causes[cause]?.item;
    return item === undefined ? -1 : (found.indexOf.get(item) ?? -1);
  };
  ranked.sort(
    (a, b) =>
      (releases[b]?.length ?? 0) - (releases[a]?.length ?? 0) ||
      (holdCount[b] ?? 0) - (holdCount[a] ?? 0) ||
      order(a) - order(b) ||
      byCodeUnit(found.causes[a]?.key ?? '', found.causes[b]?.key ?? ''),
  );
  return { obstacles: found, releases, holdCount, nodesOf, enough, ranked };
});

/** Work that holds nobody back is no cause of anything; a fault always is. */
function isWorthListing(cause: Cause | undefined, holds: number): boolean {
  if (cause === undefined) return false;
  if (holds > 0 || cause.ref.kind !== 'item') return true;
  return cause.fault && cause.verdict !== 'deferred';
}

function nodesOfCauses(found: Obstacles): readonly (readonly number[])[] {
  const nodes: number[][] = found.causes.map(() => []);
  for (const [node, formulas] of found.formulas.entries()) {
    for (const cause of causesIn({ kind: 'all', of: formulas })) nodes[cause]?.push(node);
  }
  return nodes;
}

/** Components are numbered so that what a component needs comes before it. */
function enoughForNodes(found: Obstacles): readonly (ReadonlySet<number> | undefined)[] {
  const { condensed, formulas } = found;
  const byComponent: (ReadonlySet<number> | undefined)[] = [];
  for (let at = 0; at < condensed.count; at += 1) {
    let enough: ReadonlySet<number> | undefined;
    for (const node of membersOf(found, at)) {
      for (const formula of formulas[node] ?? [])
        enough = intersection(enough, aloneEnough(formula));
    }
    for (const target of targetsOf(found, at)) enough = intersection(enough, byComponent[target]);
    byComponent.push(enough);
  }
  return formulas.map((_, node) => byComponent[condensed.component[node] ?? 0]);
}

function membersOf(found: Obstacles, component: number): Int32Array {
  const { memberOffsets, members } = found.condensed;
  return members.subarray(memberOffsets[component], memberOffsets[component + 1]);
}

function targetsOf(found: Obstacles, component: number): Int32Array {
  const { offsets, targets } = found.condensed.graph;
  return targets.subarray(offsets[component], offsets[component + 1]);
}

function released(
  found: Obstacles,
  enough: readonly (ReadonlySet<number> | undefined)[],
): readonly (readonly number[])[] {
  const releases: number[][] = found.causes.map(() => []);
  for (let item = 0; item < found.items.length; item += 1) {
    if (found.held[item] !== 1) continue;
    for (const cause of enough[startNode(item)] ?? []) releases[cause]?.push(item);
  }
  return releases;
}

/** A cause at several nodes gets a node of its own, so that what it holds is counted once. */
function countHeld(found: Obstacles, nodesOf: readonly (readonly number[])[]): Int32Array {
  const from: number[] = [];
  const to: number[] = [];
  const { needs } = found;
  for (let node = 0; node < needs.nodeCount; node += 1) {
    for (let slot = needs.offsets[node] ?? 0; slot < (needs.offsets[node + 1] ?? 0); slot += 1) {
      from.push(needs.targets[slot] ?? 0);
      to.push(node);
    }
  }
  const nodeOfCause = nodesOf.map((nodes, cause) => {
    if (nodes.length === 1) return nodes[0] ?? 0;
    const own = needs.nodeCount + cause;
    for (const node of nodes) {
      from.push(own);
      to.push(node);
    }
    return own;
  });
  const counted = new Uint8Array(needs.nodeCount + nodesOf.length);
  for (let item = 0; item < found.items.length; item += 1) {
    counted[startNode(item)] = found.held[item] ?? 0;
  }
  const reached = countReachable(buildCsr(counted.length, from, to), counted);
  return Int32Array.from(nodeOfCause, (node) => (reached[node] ?? 0) + (counted[node] ?? 0));
}

/** A cause with what it releases and holds. */
export function causeRow(context: DeriveContext, cause: number): CauseRow | undefined {
  const rows = knownRows(context);
  const known = rows.get(cause);
  if (known !== undefined) return known;
  const row = buildRow(context, cause);
  if (row !== undefined) rows.set(cause, row);
  return row;
}

const knownRows = remembered(() => new Map<number, CauseRow>());

function buildRow(context: DeriveContext, cause: number): CauseRow | undefined {
  const table = causeTable(context);
  const found = table.obstacles.causes[cause];
  if (found === undefined) return undefined;
  const releases = table.releases[cause] ?? [];
  return {
    key: found.key,
    cause: found.ref,
    verdict: found.verdict,
    title: found.title,
    ...(found.item === undefined ? {} : { item: found.item }),
    ...(found.gate === undefined ? {} : { gate: found.gate }),
    ...(found.owner === undefined ? {} : { owner: found.owner }),
    reason: found.reason,
    uses: found.uses,
    releases: idsOf(table.obstacles, releases),
    releaseCount: releases.length,
    holds: idsOf(table.obstacles, heldBy(context, cause)),
    holdCount: table.holdCount[cause] ?? 0,
  };
}

/** The held items (by number) that have this cause among their causes, in plan order. */
export function heldBy(context: DeriveContext, cause: number): readonly number[] {
  const { obstacles: found, nodesOf } = causeTable(context);
  const { offsets, targets } = reversedNeeds(context);
  const seen = new Uint8Array(offsets.length);
  const reached = [...(nodesOf[cause] ?? [])];
  for (const node of reached) seen[node] = 1;
  const held: number[] = [];
  for (const node of reached) {
    const item = node >> 1;
    if (node === startNode(item) && found.held[item] === 1) held.push(item);
    const end = offsets[node + 1] ?? 0;
    for (let slot = offsets[node] ?? 0; slot < end; slot += 1) {
      const target = targets[slot] ?? 0;
      if (seen[target] === 1) continue;
      seen[target] = 1;
      reached.push(target);
    }
  }
  return held.sort((a, b) => a - b);
}

const reversedNeeds = remembered((context) => reverseCsr(obstacles(context).needs));

function idsOf(found: Obstacles, items: readonly number[]): readonly ItemId[] {
  return items.slice(0, MAX_LISTED_ITEMS).flatMap((item) => found.items[item]?.id ?? []);
}

/** The causes worth listing, at most {@link MAX_LISTED_CAUSES}, best first. */
export const listedCauses: (context: DeriveContext) => readonly CauseRow[] = remembered((context) =>
  causeTable(context)
    .ranked.slice(0, MAX_LISTED_CAUSES)
    .flatMap((cause) => causeRow(context, cause) ?? []),
);

/** What must be cleared for the nodes to be free, including everything that they need. */
export function formulasFor(found: Obstacles, nodes: Iterable<number>): readonly Formula[] {
  const reached = reachableFrom(found.needs, nodes);
  return found.formulas.flatMap((formulas, node) => (reached[node] === 1 ? formulas : []));
}

/** All root causes of an item, by number: of its waiting while it waits, else of its own state. */
export function rootCausesOf(context: DeriveContext, item: ItemId): readonly number[] {
  const found = obstacles(context);
  const node = releaseNode(found, item);
  return node === undefined ? [] : causesIn({ kind: 'all', of: formulasFor(found, [node]) });
}

/** The node that must be free for the item to be released. */
export function releaseNode(found: Obstacles, item: ItemId): number | undefined {
  const at = found.indexOf.get(item);
  if (at === undefined) return undefined;
  return found.held[at] === 1 ? startNode(at) : doneNode(at);
}

/** Items whose completion is kept from happening by a fault, their own or somebody else's. */
export const faultyItems: (context: DeriveContext) => ReadonlySet<ItemId> = remembered(
  (context) => {
    const found = obstacles(context);
    const atFault = found.formulas.flatMap((formulas, node) =>
      causesIn({ kind: 'all', of: formulas }).some((cause) => found.causes[cause]?.fault === true)
        ? [node]
        : [],
    );
    const reached = reachableFrom(reversedNeeds(context), atFault);
    return new Set(
      found.items.flatMap((item, at) => (reached[doneNode(at)] === 1 ? [item.id] : [])),
    );
  },
);
