import type { PlanStructure, StructureItem } from '../../derive/types.ts';
import type { StructureColumns } from '../../queries/layout.ts';
import { packedStructureOf } from '../../queries/packed-structure.ts';
import { columnsOf, eachOnce, type PlanColumns, withIds } from './plan-columns.ts';

/**
 * The plan as the drawing and its keyboard walk see it: who holds whom, who waits for whom. Built
 * from the structure alone, so that it stays the same object while states arrive and change.
 */
export interface PlanGraph {
  /** In the order of the bundle; of two items with one id the first counts. */
  readonly items: readonly StructureItem[];
  readonly byId: ReadonlyMap<string, StructureItem>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly edges: readonly PlanEdge[];
  /** What the item waits for, and what waits for it. Each id once. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
  /** Ids that dependencies name and no item has. */
  readonly ghosts: readonly string[];
  /** Groups that stand for what is inside them; they have no children here. */
  readonly closed?: ReadonlySet<string>;
  /** The same in numbers; its edges stand in the same order. */
  readonly columns: PlanColumns;
}

export interface PlanEdge {
  readonly key: string;
  /** The item that waits. */
  readonly item: string;
  readonly on: string;
  readonly dangling: boolean;
  readonly optional: boolean;
  /** Keys of the dependencies that it stands for, where closed groups hide their ends. */
  readonly standsFor?: readonly string[];
}

/** Names an edge without ambiguity, whatever its ids contain. */
export function edgeKey(item: string, on: string): string {
  return `${item.length} ${item}${on}`;
}

/**
 * Each part is made when it is first asked for, and then kept: a plan of thousands is first laid out,
 * which takes its numbers alone. Linear in items and dependencies.
 *
 * @param columns of the structure, where they are known
 */
export function buildPlanGraph(
  structure: PlanStructure,
  columns: PlanColumns = columnsOf(packedStructureOf(structure)),
): PlanGraph {
  const { ids, itemCount, holder, item, on, dependency } = columns;
  const isWhole = itemCount === structure.items.length;
  const items = isWhole ? structure.items : eachOnce(structure.items);
  const byId = once(() => new Map<string, StructureItem>(items.map((own) => [own.id, own])));
  const children = once(() => {
    const found = new Map<string, string[]>();
    for (const [at, { id }] of items.entries()) {
      const parent = ids[holder[at] ?? -1];
      if (parent !== undefined) push(found, parent, id);
    }
    return found;
  });
  const idAt = (at: number | undefined): string => ids[at ?? -1] ?? '';
  const edges = once(() =>
    Array.from(dependency, (number, at): PlanEdge => {
      const ends = { item: idAt(item[at]), on: idAt(on[at]) };
      const dangling = Math.max(item[at] ?? 0, on[at] ?? 0) >= itemCount;
      const optional = structure.dependencies[number]?.optional === true;
      return { key: edgeKey(ends.item, ends.on), ...ends, dangling, optional };
    }),
  );
  const listed = (keys: Int32Array, values: Int32Array) => {
    const found = new Map<string, string[]>();
    for (let at = 0; at < keys.length; at += 1) push(found, idAt(keys[at]), idAt(values[at]));
    return found;
  };
  const before = once(() => listed(item, on));
  const after = once(() => listed(on, item));
  return {
    items,
    columns,
    ghosts: ids.slice(itemCount),
    get byId() {
      return byId();
    },
    get children() {
      return children();
    },
    get edges() {
      return edges();
    },
    get before() {
      return before();
    },
    get after() {
      return after();
    },
  };
}

/** The same result every time, made the first time. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const graphs = new WeakMap<PlanStructure, PlanGraph>();

/**
 * The same graph for the same structure, whoever asks.
 *
 * @param columns that another thread has made of it already
 */
export function planGraphOf(structure: PlanStructure, columns?: StructureColumns): PlanGraph {
  const named = columns && withIds(columns, packedStructureOf(structure));
  const known = graphs.get(structure) ?? buildPlanGraph(structure, named);
  graphs.set(structure, known);
  return known;
}

/** The parent, when it exists and does not lead back to the item itself. */
export function parentOf(
  item: StructureItem,
  byId: ReadonlyMap<string, StructureItem>,
): string | undefined {
  if (item.parent === undefined || !byId.has(item.parent)) return undefined;
  return ancestorsOf(item.id, byId).length > 0 ? item.parent : undefined;
}

/** From the parent outwards; empty when the parents form a loop, which no drawing can nest. */
export function ancestorsOf(
  id: string,
  byId: ReadonlyMap<string, StructureItem>,
): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>([id]);
  for (let at = byId.get(id)?.parent; at !== undefined; at = byId.get(at)?.parent) {
    if (seen.has(at)) return [];
    if (!byId.has(at)) break;
    seen.add(at);
    found.push(at);
  }
  return found;
}

/** Everything inside an item, at any depth. */
export function descendantsOf(id: string, children: PlanGraph['children']): readonly string[] {
  const found: string[] = [];
  const open = [...(children.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...(children.get(next) ?? []));
  }
  return found;
}

/** Adds to the list of a key. */
export function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
