import type { PlanStructure, StructureItem } from '../derive/types.ts';
import type { ItemId } from '../model/ids.ts';
import type { Dependency } from '../model/plan.ts';

/**
 * A structure in columns, as it crosses from the engine's thread: one object for each of thousands of
 * items and dependencies takes the page several times as long to receive as to make.
 */
export interface PackedStructure extends Omit<PlanStructure, 'items' | 'dependencies'> {
  readonly items: {
    /** Every id that an item or a dependency names, those of the items first. */
    readonly names: readonly ItemId[];
    readonly titles: readonly string[];
    /** Different kinds, and by item which of them it is. */
    readonly kinds: readonly string[];
    readonly kind: Int32Array;
    /** By item: the parent among the names, −1 for none. */
    readonly parent: Int32Array;
    /** By item: `NaN` for none. */
    readonly order: Float64Array;
  };
  readonly dependencies: {
    /** Among the names. */
    readonly item: Int32Array;
    readonly on: Int32Array;
    /** Different sets of what else is said of a dependency, and by dependency which one it is. */
    readonly rests: readonly Omit<Dependency, 'item' | 'on'>[];
    readonly rest: Int32Array;
  };
}

const packedOf = new WeakMap<PlanStructure, PackedStructure>();

/** The structure as it came between the threads, else packed now; the same every time. */
export function packedStructureOf(structure: PlanStructure): PackedStructure {
  const packed = packedOf.get(structure) ?? packStructure(structure);
  packedOf.set(structure, packed);
  return packed;
}

export function packStructure({ items, dependencies, ...head }: PlanStructure): PackedStructure {
  const names: ItemId[] = items.map(({ id }) => id);
  const at = new Map<ItemId, number>();
  for (const [number, id] of names.entries()) if (!at.has(id)) at.set(id, number);
  const nameAt = (id: ItemId): number => {
    const known = at.get(id);
    if (known !== undefined) return known;
    at.set(id, names.length);
    names.push(id);
    return names.length - 1;
  };
  const kinds = new Numbering<string>();
  const rests = new Numbering<Omit<Dependency, 'item' | 'on'>>();
  const item = new Int32Array(dependencies.length);
  const on = new Int32Array(dependencies.length);
  const rest = new Int32Array(dependencies.length);
  let known: Dependency | undefined;
  let number = -1;
  for (const dependency of dependencies) {
    number += 1;
    // Those of one item mostly stand together.
    const isSameItem = number > 0 && dependency.item === names[item[number - 1] ?? -1];
    item[number] = isSameItem ? (item[number - 1] ?? 0) : nameAt(dependency.item);
    on[number] = nameAt(dependency.on);
    // Nearly all say the same as the one before.
    if (known !== undefined && saysTheSame(known, dependency)) {
      rest[number] = rest[number - 1] ?? 0;
      continue;
    }
    const { item: _, on: __, ...others } = dependency;
    rest[number] = rests.numberOf(JSON.stringify(others), others);
    known = dependency;
  }
  return {
    ...head,
    items: {
      titles: items.map(({ title }) => title),
      kind: Int32Array.from(items, ({ kind }) => kinds.numberOf(kind, kind)),
      kinds: kinds.values,
      parent: Int32Array.from(items, ({ parent }) => (parent === undefined ? -1 : nameAt(parent))),
      order: Float64Array.from(items, ({ order }) => order ?? Number.NaN),
      names,
    },
    dependencies: { item, on, rest, rests: rests.values },
  };
}

/** Whether two dependencies differ in their ends at most; `false` also where it is not plain to see. */
function saysTheSame(a: Dependency, b: Dependency): boolean {
  let count = 0;
  for (const key in b) {
    if (!Object.hasOwn(a, key)) return false;
    if (key !== 'item' && key !== 'on' && Reflect.get(a, key) !== Reflect.get(b, key)) return false;
    count += 1;
  }
  for (const _ in a) count -= 1;
  return count === 0;
}

/** The same structure again. */
export function unpackStructure(from: PackedStructure): PlanStructure {
  const { items: packed, dependencies: packedDependencies, ...head } = from;
  const { names, titles, kinds, kind, parent, order } = packed;
  const items = titles.map((title, at): StructureItem => {
    const holder = names[parent[at] ?? -1];
    const place = order[at] ?? Number.NaN;
    return {
      id: known(names[at]),
      kind: kinds[kind[at] ?? 0] ?? '',
      title,
      ...(holder === undefined ? {} : { parent: holder }),
      ...(Number.isNaN(place) ? {} : { order: place }),
    };
  });
  const { item, on, rest, rests } = packedDependencies;
  const dependencies: Dependency[] = [];
  for (let at = 0; at < item.length; at += 1) {
    dependencies.push({
      item: known(names[item[at] ?? -1]),
      on: known(names[on[at] ?? -1]),
      ...rests[rest[at] ?? 0],
    });
  }
  const structure = { ...head, items, dependencies };
  packedOf.set(structure, from);
  return structure;
}

/** @throws RangeError when a number leads to no name, which is a fault of the program */
function known(name: ItemId | undefined): ItemId {
  if (name === undefined) throw new RangeError('A structure names what it does not have.');
  return name;
}

/** Numbers for values that occur again and again. */
class Numbering<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(key: string, value: T): number {
    const number = this.#numbers.get(key);
    if (number !== undefined) return number;
    this.#numbers.set(key, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}
