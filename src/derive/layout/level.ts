import type { LayerEdges } from './layers.ts';
import { type Bends, layoutPart, type PartInput, type PartResult, type Ports } from './part.ts';
import { floatsOf, intsOf } from './typed.ts';
import type { LayoutSpacing } from './types.ts';

/** What one group, or the whole drawing, holds directly. */
export interface LevelInput {
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly rank: Int32Array;
  readonly edges: LayerEdges;
  readonly into: Ports;
  readonly out: Ports;
  readonly former?: Float64Array;
  readonly stable: boolean;
  readonly draft: boolean;
  readonly spacing: LayoutSpacing;
}

/** Positions from the level's own corner. */
export interface LevelResult {
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly intoCentre: Float64Array;
  readonly outCentre: Float64Array;
  readonly edgeBends: Bends;
  readonly intoBends: Bends;
  readonly outBends: Bends;
  readonly alongSize: number;
  readonly acrossSize: number;
}

/** The drawing is packed to about this proportion of along to across. */
const PROPORTION = 1.6;
/** Entities that only edges of the border touch are spread over layers of about this many. */
const LOOSE_LAYER = 8;

/**
 * Lays out the parts of a level that hang together, one by one, and packs them: beside one another
 * in rows where nothing crosses the border, else one under the other, so that every edge to the
 * border runs past no other part. What no edge touches follows as a grid.
 */
export function layoutLevel(input: LevelInput): LevelResult {
  const parts = partsOf(input);
  const partOf = new Int32Array(input.rank.length).fill(-1);
  const local = new Int32Array(input.rank.length);
  for (const [part, members] of parts.layered.entries()) {
    for (const [at, entity] of members.entries()) {
      partOf[entity] = part;
      local[entity] = at;
    }
  }
  const count = parts.layered.length;
  const edges = byPart(input.edges.from, partOf, count);
  const into = byPart(input.into.entity, partOf, count);
  const out = byPart(input.out.entity, partOf, count);
  const drawn = parts.layered.map((members, part) => {
    const numbers = { edges: edges[part] ?? [], into: into[part] ?? [], out: out[part] ?? [] };
    const own = partInput(input, members, numbers, local);
    return { members, ...numbers, result: layoutPart(own) };
  });
  const hasPorts = input.into.entity.length + input.out.entity.length > 0;
  const assembly = new Assembly(input);
  assembly.pack(drawn, hasPorts);
  assembly.grid(parts.isolated);
  return assembly.result(drawn);
}

interface DrawnPart {
  readonly members: readonly number[];
  readonly edges: readonly number[];
  readonly into: readonly number[];
  readonly out: readonly number[];
  readonly result: PartResult;
}

/** Entities that edges of this level connect; those that only ports touch, as one part; the rest. */
function partsOf(input: LevelInput): {
  readonly layered: readonly (readonly number[])[];
  readonly isolated: readonly number[];
} {
  const count = input.rank.length;
  const parent = Int32Array.from({ length: count }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? root] ?? root;
      root = parent[root] ?? root;
    }
    return root;
  };
  const touched = new Uint8Array(count);
  for (let edge = 0; edge < input.edges.from.length; edge += 1) {
    const a = input.edges.from[edge] ?? 0;
    const b = input.edges.to[edge] ?? 0;
    touched[a] = 2;
    touched[b] = 2;
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y);
    parent[high ?? 0] = low ?? 0;
  }
  for (const entity of [...input.into.entity, ...input.out.entity]) {
    if (touched[entity] === 0) touched[entity] = 1;
  }
  const connected = new Map<number, number[]>();
  const loose: number[] = [];
  const isolated: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (touched[at] === 0) isolated.push(at);
    else if (touched[at] === 1) loose.push(at);
    else {
      const root = find(at);
      const members = connected.get(root);
      if (members === undefined) connected.set(root, [at]);
      else members.push(at);
    }
  }
  const layered = [...connected.values()];
  if (loose.length > 0) layered.push(loose);
  const { former } = input;
  if (former === undefined) return { layered, isolated };
  const place = (members: readonly number[]) => {
    const known = members.map((at) => former[at] ?? Number.NaN).filter((at) => !Number.isNaN(at));
    return known.reduce((sum, at) => sum + at, 0) / Math.max(1, known.length);
  };
  const places = new Map(layered.map((members) => [members, place(members)]));
  return {
    layered: layered.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
    isolated,
  };
}

function partInput(
  input: LevelInput,
  members: readonly number[],
  numbers: Pick<DrawnPart, 'edges' | 'into' | 'out'>,
  local: Int32Array,
): PartInput {
  const { edges } = numbers;
  const inner = (entity: number) => local[entity] ?? 0;
  const { former } = input;
  return {
    along: floatsOf(members, (at) => input.along[at] ?? 0),
    across: floatsOf(members, (at) => input.across[at] ?? 0),
    rank: ranksOf(input, members, edges.length === 0),
    edges: {
      from: intsOf(edges, (at) => inner(input.edges.from[at] ?? 0)),
      to: intsOf(edges, (at) => inner(input.edges.to[at] ?? 0)),
      weight: floatsOf(edges, (at) => input.edges.weight[at] ?? 1),
      offsetFrom: floatsOf(edges, (at) => input.edges.offsetFrom[at] ?? 0),
      offsetTo: floatsOf(edges, (at) => input.edges.offsetTo[at] ?? 0),
    },
    into: portsAt(input.into, numbers.into, inner),
    out: portsAt(input.out, numbers.out, inner),
    ...(former === undefined
      ? {}
      : { former: floatsOf(members, (at) => former[at] ?? Number.NaN) }),
    stable: input.stable,
    draft: input.draft,
    spacing: input.spacing,
  };
}

/** The numbers of edges or ports by the part of the entity that each stands at. */
function byPart(entities: Int32Array, partOf: Int32Array, parts: number): readonly number[][] {
  const lists: number[][] = Array.from({ length: parts }, () => []);
  for (let at = 0; at < entities.length; at += 1) {
    lists[partOf[entities[at] ?? 0] ?? -1]?.push(at);
  }
  return lists;
}

function portsAt(ports: Ports, at: readonly number[], inner: (entity: number) => number): Ports {
  return {
    entity: intsOf(at, (port) => inner(ports.entity[port] ?? 0)),
    offset: floatsOf(at, (port) => ports.offset[port] ?? 0),
    hint: floatsOf(at, (port) => ports.hint[port] ?? Number.NaN),
  };
}

/** The ranks of the level from 0; entities without edges among them are spread in order. */
function ranksOf(input: LevelInput, members: readonly number[], loose: boolean): Int32Array {
  if (loose) {
    const perLayer = Math.max(LOOSE_LAYER, Math.ceil(Math.sqrt(members.length) * PROPORTION));
    return Int32Array.from(members, (_, at) => Math.floor(at / perLayer));
  }
  const lowest = members.reduce(
    (low, at) => Math.min(low, input.rank[at] ?? 0),
    Number.POSITIVE_INFINITY,
  );
  const used = [...new Set(members.map((at) => (input.rank[at] ?? 0) - lowest))].sort(
    (a, b) => a - b,
  );
  const dense = new Map(used.map((rank, at) => [rank, at]));
  return intsOf(members, (at) => dense.get((input.rank[at] ?? 0) - lowest) ?? 0);
}

class Assembly {
  readonly #input: LevelInput;
  readonly #along: Float64Array;
  readonly #across: Float64Array;
  readonly #into: Float64Array;
  readonly #out: Float64Array;
  #shifts: readonly { readonly along: number; readonly across: number }[] = [];
  #alongSize = 0;
  #acrossSize = 0;

  constructor(input: LevelInput) {
    this.#input = input;
    this.#along = new Float64Array(input.rank.length);
    this.#across = new Float64Array(input.rank.length);
    this.#into = new Float64Array(input.into.entity.length);
    this.#out = new Float64Array(input.out.entity.length);
  }

  pack(parts: readonly DrawnPart[], stacked: boolean): void {
    const gap = this.#input.spacing.part;
    const room = stacked ? 0 : rowLength(parts, gap);
    let along = 0;
    let across = 0;
    let deepest = 0;
    this.#shifts = parts.map(({ result }) => {
      if (along > 0 && along + result.alongSize > room) {
        across += deepest + gap;
        along = 0;
        deepest = 0;
      }
      const shift = { along, across };
      along += result.alongSize + gap;
      deepest = Math.max(deepest, result.acrossSize);
      this.#alongSize = Math.max(this.#alongSize, shift.along + result.alongSize);
      this.#acrossSize = Math.max(this.#acrossSize, across + result.acrossSize);
      return shift;
    });
    for (const [at, part] of parts.entries()) this.#put(part, this.#shifts[at]);
  }

  #put(part: DrawnPart, shift = { along: 0, across: 0 }): void {
    for (const [at, entity] of part.members.entries()) {
      const half = (this.#input.across[entity] ?? 0) / 2;
      this.#along[entity] = shift.along + (part.result.along[at] ?? 0);
      this.#across[entity] = shift.across + (part.result.centre[at] ?? 0) - half;
    }
    for (const [at, port] of part.into.entries()) {
      this.#into[port] = shift.across + (part.result.intoCentre[at] ?? 0);
    }
    for (const [at, port] of part.out.entries()) {
      this.#out[port] = shift.across + (part.result.outCentre[at] ?? 0);
    }
  }

  /** Entities of one size of cell, row after row, in their order. */
  grid(entities: readonly number[]): void {
    if (entities.length === 0) return;
    const { along, across, spacing } = this.#input;
    let cellAlong = 0;
    let cellAcross = 0;
    for (const at of entities) {
      cellAlong = Math.max(cellAlong, along[at] ?? 0);
      cellAcross = Math.max(cellAcross, across[at] ?? 0);
    }
    const stepAlong = cellAlong + spacing.node;
    const stepAcross = cellAcross + spacing.node;
    const area = entities.length * stepAlong * stepAcross;
    const room = Math.max(this.#alongSize, Math.sqrt(area * PROPORTION));
    const columns = Math.min(
      entities.length,
      Math.max(1, Math.floor((room + spacing.node) / stepAlong)),
    );
    const top = this.#acrossSize > 0 ? this.#acrossSize + spacing.part : 0;
    for (const [at, entity] of entities.entries()) {
      this.#along[entity] = (at % columns) * stepAlong;
      this.#across[entity] = top + Math.floor(at / columns) * stepAcross;
    }
    const rows = Math.ceil(entities.length / columns);
    this.#alongSize = Math.max(this.#alongSize, columns * stepAlong - spacing.node);
    this.#acrossSize = top + rows * stepAcross - spacing.node;
  }

  result(parts: readonly DrawnPart[]): LevelResult {
    const shifts = this.#shifts;
    return {
      along: this.#along,
      across: this.#across,
      intoCentre: this.#into,
      outCentre: this.#out,
      edgeBends: gathered(this.#input.edges.from.length, parts, shifts, (part) => part.edges, 0),
      intoBends: gathered(this.#into.length, parts, shifts, (part) => part.into, 1),
      outBends: gathered(this.#out.length, parts, shifts, (part) => part.out, 2),
      alongSize: this.#alongSize,
      acrossSize: this.#acrossSize,
    };
  }
}

function rowLength(parts: readonly DrawnPart[], gap: number): number {
  let area = 0;
  let longest = 0;
  for (const { result } of parts) {
    area += (result.alongSize + gap) * (result.acrossSize + gap);
    longest = Math.max(longest, result.alongSize);
  }
  return Math.max(longest, Math.sqrt(area * PROPORTION));
}

/** Bends of all parts, back under the numbers of the level. */
function gathered(
  count: number,
  parts: readonly DrawnPart[],
  shifts: readonly { readonly along: number; readonly across: number }[],
  numbers: (part: DrawnPart) => readonly number[],
  group: 0 | 1 | 2,
): Bends {
  const offsets = new Int32Array(count + 1);
  const firstOf = (part: DrawnPart) =>
    group === 0 ? 0 : part.edges.length + (group === 1 ? 0 : part.into.length);
  for (const part of parts) {
    const first = firstOf(part);
    for (const [at, number] of numbers(part).entries()) {
      const { offsets: own } = part.result.bends;
      offsets[number + 1] = (own[first + at + 1] ?? 0) - (own[first + at] ?? 0);
    }
  }
  for (let at = 0; at < count; at += 1)
    offsets[at + 1] = (offsets[at + 1] ?? 0) + (offsets[at] ?? 0);
  const total = offsets[count] ?? 0;
  const enter = new Float64Array(total);
  const leave = new Float64Array(total);
  const centre = new Float64Array(total);
  for (const [partAt, part] of parts.entries()) {
    const shift = shifts[partAt] ?? { along: 0, across: 0 };
    const first = firstOf(part);
    const { bends } = part.result;
    for (const [at, number] of numbers(part).entries()) {
      let target = offsets[number] ?? 0;
      const to = bends.offsets[first + at + 1] ?? 0;
      for (let slot = bends.offsets[first + at] ?? 0; slot < to; slot += 1) {
        enter[target] = (bends.enter[slot] ?? 0) + shift.along;
        leave[target] = (bends.leave[slot] ?? 0) + shift.along;
        centre[target] = (bends.centre[slot] ?? 0) + shift.across;
        target += 1;
      }
    }
  }
  return { offsets, enter, leave, centre };
}
