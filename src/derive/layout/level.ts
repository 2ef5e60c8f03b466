import { type Bends, layoutPart, type PartResult } from './part.ts';
import {
  type LevelInput,
  type PartRows,
  PROPORTION,
  partInput,
  partsOf,
  rowOf,
  rowsOfParts,
} from './parts.ts';
import { floatsAt, type Rows } from './typed.ts';

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

/**
 * Lays out the parts of a level that hang together, one by one, and packs them: beside one another
 * in rows where nothing crosses the border, else one under the other, so that every edge to the
 * border runs past no other part. What no edge touches follows as a grid.
 */
export function layoutLevel(input: LevelInput): LevelResult {
  const parts = partsOf(input);
  const rows = rowsOfParts(input, parts);
  const drawn: DrawnPart[] = [];
  for (let part = 0; part < parts.count; part += 1) {
    drawn.push({
      members: rowOf(parts.members, part),
      edges: rowOf(rows.edges, part),
      into: rowOf(rows.into, part),
      out: rowOf(rows.out, part),
      result: layoutPart(partInput(input, parts, rows, part)),
    });
  }
  const hasPorts = input.into.entity.length + input.out.entity.length > 0;
  const assembly = new Assembly(input);
  assembly.pack(drawn, parts.isolated, hasPorts);
  assembly.loose(parts.isolated);
  return assembly.result(drawn, rows);
}

/** So many times as large as the usual is another size. */
const MUCH = 1.5;

interface DrawnPart {
  readonly members: Int32Array;
  readonly edges: Int32Array;
  readonly into: Int32Array;
  readonly out: Int32Array;
  readonly result: PartResult;
}

interface Shift {
  readonly along: number;
  readonly across: number;
}

class Assembly {
  readonly #input: LevelInput;
  readonly #along: Float64Array;
  readonly #across: Float64Array;
  readonly #into: Float64Array;
  readonly #out: Float64Array;
  #shifts: readonly Shift[] = [];
  /** The length of rows that gives the whole its proportion. */
  #room = 0;
  #alongSize = 0;
  #acrossSize = 0;

  constructor(input: LevelInput) {
    this.#input = input;
    this.#along = new Float64Array(input.rank.length);
    this.#across = new Float64Array(input.rank.length);
    this.#into = new Float64Array(input.into.entity.length);
    this.#out = new Float64Array(input.out.entity.length);
  }

  get #proportion(): number {
    const { shape } = this.#input;
    return shape === undefined ? PROPORTION : shape.along / shape.across;
  }

  /** @param loose what follows under the parts, and shares their width */
  pack(parts: readonly DrawnPart[], loose: Int32Array, stacked: boolean): void {
    const gap = this.#input.spacing.part;
    const { along, across, spacing } = this.#input;
    let area = stacked ? 0 : areaOf(parts, gap);
    for (const at of loose) {
      area += ((along[at] ?? 0) + spacing.node) * ((across[at] ?? 0) + spacing.node);
    }
    this.#room = Math.sqrt(area * this.#proportion);
    const longest = parts.reduce((most, { result }) => Math.max(most, result.alongSize), 0);
    const room = stacked ? 0 : Math.max(longest, this.#room);
    const shelf = new Shelves(room, gap);
    this.#shifts = parts.map(({ result }) => {
      const shift = shelf.put(result.alongSize, result.acrossSize);
      this.#alongSize = Math.max(this.#alongSize, shift.along + result.alongSize);
      this.#acrossSize = Math.max(this.#acrossSize, shift.across + result.acrossSize);
      return shift;
    });
    for (const [at, part] of parts.entries()) this.#put(part, this.#shifts[at]);
  }

  #put({ members, into, out, result }: DrawnPart, shift = { along: 0, across: 0 }): void {
    for (let at = 0; at < members.length; at += 1) {
      const entity = members[at] ?? 0;
      const half = (this.#input.across[entity] ?? 0) / 2;
      this.#along[entity] = shift.along + (result.along[at] ?? 0);
      this.#across[entity] = shift.across + (result.centre[at] ?? 0) - half;
    }
    for (let at = 0; at < into.length; at += 1) {
      this.#into[into[at] ?? 0] = shift.across + (result.intoCentre[at] ?? 0);
    }
    for (let at = 0; at < out.length; at += 1) {
      this.#out[out[at] ?? 0] = shift.across + (result.outCentre[at] ?? 0);
    }
  }

  /**
   * Entities that nothing ties, row after row in their order: those of about one size as a grid, and
   * before them what is larger, as groups are, which would make every cell as large.
   */
  loose(entities: Int32Array): void {
    const { along, across } = this.#input;
    const usual = (sizes: Float64Array) =>
      MUCH * (floatsAt(sizes, entities).sort()[entities.length >> 1] ?? 0);
    const [long, deep] = [usual(along), usual(across)];
    const isLarge = (at: number) => (along[at] ?? 0) > long || (across[at] ?? 0) > deep;
    this.#shelve(entities.filter(isLarge));
    this.#grid(entities.filter((at) => !isLarge(at)));
  }

  #shelve(entities: Int32Array): void {
    const { along, across, spacing } = this.#input;
    const longest = entities.reduce((most, at) => Math.max(most, along[at] ?? 0), this.#alongSize);
    const room = Math.max(longest, this.#room);
    const shelves = new Shelves(room, spacing.node);
    const top = this.#acrossSize > 0 ? this.#acrossSize + spacing.part : 0;
    for (const at of entities) {
      const place = shelves.put(along[at] ?? 0, across[at] ?? 0);
      this.#along[at] = place.along;
      this.#across[at] = top + place.across;
      this.#alongSize = Math.max(this.#alongSize, place.along + (along[at] ?? 0));
      this.#acrossSize = Math.max(this.#acrossSize, top + place.across + (across[at] ?? 0));
    }
  }

  #grid(entities: Int32Array): void {
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
    const room = Math.max(this.#alongSize, this.#room);
    const columns = Math.min(
      entities.length,
      Math.max(1, Math.floor((room + spacing.node) / stepAlong)),
    );
    const top = this.#acrossSize > 0 ? this.#acrossSize + spacing.part : 0;
    for (let at = 0; at < entities.length; at += 1) {
      const entity = entities[at] ?? 0;
      this.#along[entity] = (at % columns) * stepAlong;
      this.#across[entity] = top + Math.floor(at / columns) * stepAcross;
    }
    const rows = Math.ceil(entities.length / columns);
    this.#alongSize = Math.max(this.#alongSize, columns * stepAlong - spacing.node);
    this.#acrossSize = top + rows * stepAcross - spacing.node;
  }

  result(parts: readonly DrawnPart[], rows: PartRows): LevelResult {
    const bends = (count: number, own: Rows, first: (part: DrawnPart) => number) =>
      gathered(count, { parts, shifts: this.#shifts, rows: own, first });
    return {
      along: this.#along,
      across: this.#across,
      intoCentre: this.#into,
      outCentre: this.#out,
      edgeBends: bends(this.#input.edges.from.length, rows.edges, () => 0),
      intoBends: bends(this.#into.length, rows.into, ({ edges }) => edges.length),
      outBends: bends(this.#out.length, rows.out, ({ edges, into }) => edges.length + into.length),
      alongSize: this.#alongSize,
      acrossSize: this.#acrossSize,
    };
  }
}

/**
 * Rows of parts in their order. A part that is no longer than the one before it goes under that, as
 * long as the row does not become deeper by it.
 */
class Shelves {
  readonly #room: number;
  readonly #gap: number;
  #top = 0;
  #deepest = 0;
  /** The column that is being filled. */
  #along = 0;
  #width = 0;
  #depth = 0;

  constructor(room: number, gap: number) {
    this.#room = room;
    this.#gap = gap;
  }

  put(along: number, across: number): Shift {
    const under = this.#depth + this.#gap;
    if (this.#width > 0 && along <= this.#width && under + across <= this.#deepest) {
      this.#depth = under + across;
      return { along: this.#along, across: this.#top + under };
    }
    if (this.#width > 0) this.#along += this.#width + this.#gap;
    if (this.#along > 0 && this.#along + along > this.#room) {
      this.#top += this.#deepest + this.#gap;
      this.#along = 0;
      this.#deepest = 0;
    }
    this.#width = along;
    this.#depth = across;
    this.#deepest = Math.max(this.#deepest, across);
    return { along: this.#along, across: this.#top };
  }
}

function areaOf(parts: readonly DrawnPart[], gap: number): number {
  return parts.reduce(
    (area, { result }) => area + (result.alongSize + gap) * (result.acrossSize + gap),
    0,
  );
}

interface Gathering {
  readonly parts: readonly DrawnPart[];
  readonly shifts: readonly Shift[];
  /** The numbers in the level of what each part has. */
  readonly rows: Rows;
  /** Where those stand among the bends of the part. */
  readonly first: (part: DrawnPart) => number;
}

/** Bends of all parts, back under the numbers of the level. */
function gathered(count: number, { parts, shifts, rows, first }: Gathering): Bends {
  const offsets = new Int32Array(count + 1);
  for (const [at, part] of parts.entries()) {
    const numbers = rowOf(rows, at);
    const own = part.result.bends.offsets;
    const start = first(part);
    for (let n = 0; n < numbers.length; n += 1) {
      offsets[(numbers[n] ?? 0) + 1] = (own[start + n + 1] ?? 0) - (own[start + n] ?? 0);
    }
  }
  for (let at = 0; at < count; at += 1) {
    offsets[at + 1] = (offsets[at + 1] ?? 0) + (offsets[at] ?? 0);
  }
  const total = offsets[count] ?? 0;
  const enter = new Float64Array(total);
  const leave = new Float64Array(total);
  const centre = new Float64Array(total);
  for (const [at, part] of parts.entries()) {
    const shift = shifts[at] ?? { along: 0, across: 0 };
    const { bends } = part.result;
    const numbers = rowOf(rows, at);
    const start = first(part);
    for (let n = 0; n < numbers.length; n += 1) {
      let target = offsets[numbers[n] ?? 0] ?? 0;
      const to = bends.offsets[start + n + 1] ?? 0;
      for (let slot = bends.offsets[start + n] ?? 0; slot < to; slot += 1) {
        enter[target] = (bends.enter[slot] ?? 0) + shift.along;
        leave[target] = (bends.leave[slot] ?? 0) + shift.along;
        centre[target] = (bends.centre[slot] ?? 0) + shift.across;
        target += 1;
      }
    }
  }
  return { offsets, enter, leave, centre };
}
