import type { PlanStructure } from '../../derive/types.ts';
import { buildCsr } from '../../lib/graph/csr.ts';
import type { StructureColumns } from '../../queries/layout.ts';
import {
  type PackedStructure,
  packStructure,
  unpackStructure,
} from '../../queries/packed-structure.ts';

/**
 * A plan in numbers: what a layout is asked with, without an object or a text for each of thousands of
 * items and dependencies. Ids are numbered by their place in `ids`.
 */
export interface PlanColumns extends StructureColumns {
  /** The items, each id once, and after them what only dependencies name. */
  readonly ids: readonly string[];
}

/** The columns that another thread has made of the same structure. */
export function withIds(columns: StructureColumns, { items }: PackedStructure): PlanColumns {
  return { ...columns, ids: items.names.slice(0, columns.holder.length) };
}

/** Of two items with one id the first counts. Linear in items and dependencies. */
export function columnsOf(packed: PackedStructure): PlanColumns {
  const { items, dependencies } = packed;
  const itemCount = items.titles.length;
  if (new Set(items.names.slice(0, itemCount)).size < itemCount) {
    const structure = unpackStructure(packed);
    return columnsOf(packStructure({ ...structure, items: eachOnce(structure.items) }));
  }
  let named = itemCount;
  for (const ends of [dependencies.item, dependencies.on]) {
    for (const end of ends) if (end >= named) named = end + 1;
  }
  const dependency = firstOfPairs(items.names.length, dependencies.item, dependencies.on);
  return {
    ids: items.names.slice(0, named),
    itemCount,
    holder: holders(named, items.parent),
    item: dependency.map((at) => dependencies.item[at] ?? 0),
    on: dependency.map((at) => dependencies.on[at] ?? 0),
    dependency,
  };
}

/** The same of a plan of which some groups are closed. */
export function columnsOfShown({
  items,
  ghosts,
  children,
  edges,
}: {
  readonly items: readonly { readonly id: string }[];
  readonly ghosts: readonly string[];
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly edges: readonly { readonly item: string; readonly on: string }[];
}): PlanColumns {
  const ids = [...items.map(({ id }) => id), ...ghosts];
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const numberOf = (id: string): number => numbers.get(id) ?? -1;
  const holder = new Int32Array(ids.length).fill(-1);
  for (const [id, inside] of children)
    for (const one of inside) holder[numberOf(one)] = numberOf(id);
  return {
    ids,
    itemCount: items.length,
    holder,
    item: Int32Array.from(edges, ({ item }) => numberOf(item)),
    on: Int32Array.from(edges, ({ on }) => numberOf(on)),
    dependency: Int32Array.from(edges, (_, at) => at),
  };
}

/** The first of the items with each id. */
export function eachOnce(items: PlanStructure['items']): PlanStructure['items'] {
  const byId = new Map<string, PlanStructure['items'][number]>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return byId.size === items.length ? items : [...byId.values()];
}

/** Places at which a pair of ends stands for the first time, in order. */
function firstOfPairs(nodeCount: number, from: Int32Array, to: Int32Array): Int32Array {
  const { offsets, targets, edges } = buildCsr(nodeCount, from, to);
  const lastFrom = new Int32Array(nodeCount).fill(-1);
  const isAgain = new Uint8Array(from.length);
  let repeated = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let slot = offsets[node] ?? 0; slot < end; slot += 1) {
      const target = targets[slot] ?? 0;
      if (lastFrom[target] === node) {
        isAgain[edges[slot] ?? 0] = 1;
        repeated += 1;
      }
      lastFrom[target] = node;
    }
  }
  const first = new Int32Array(from.length - repeated);
  let at = 0;
  for (let edge = 0; edge < from.length; edge += 1) {
    if (isAgain[edge] === 1) continue;
    first[at] = edge;
    at += 1;
  }
  return first;
}

const onThisWay = 1;
const nested = 2;
const circling = 3;

/**
 * The parents that hold something: items that exist, on a way outwards that comes to an end.
 *
 * @param count of all ids; parents of the items stand in `parent`
 */
function holders(count: number, parent: Int32Array): Int32Array {
  const holder = new Int32Array(count).fill(-1);
  const known = new Uint8Array(parent.length);
  const way: number[] = [];
  for (let item = 0; item < parent.length; item += 1) {
    let at = item;
    while (at >= 0 && at < parent.length && known[at] === 0) {
      known[at] = onThisWay;
      way.push(at);
      at = parent[at] ?? -1;
    }
    const isOutside = at < 0 || at >= parent.length;
    const end = isOutside || known[at] === nested ? nested : circling;
    for (let step = way.pop(); step !== undefined; step = way.pop()) {
      known[step] = end;
      const up = parent[step] ?? -1;
      if (end === nested && up >= 0 && up < parent.length) holder[step] = up;
    }
  }
  return holder;
}
