import { type Loose, Packing, type Shift } from './packing.ts';
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

class Assembly {
  readonly #input: LevelInput;
  readonly #along: Float64Array;
  readonly #across: Float64Array;
  readonly #into: Float64Array;
  readonly #out: Float64Array;
  #shifts: readonly Shift[] = [];
  #alongSize = 0;
  #acrossSize = 0;

  constructor(input: LevelInput) {
    this.#input = input;
    this.#along = new Float64Array(input.rank.length);
    this.#across = new Float64Array(input.rank.length);
    this.#into = new Float64Array(input.into.entity.length);
    this.#out = new Float64Array(input.out.entity.length);
  }

  /** @param loose what follows under the parts, and shares their width */
  pack(parts: readonly DrawnPart[], loose: Int32Array, isStacked: boolean): void {
    const { along, across, spacing, shape } = this.#input;
    const sizes = parts.map(({ result }) => ({
      along: result.alongSize,
      across: result.acrossSize,
    }));
    const packing = new Packing(sizes, this.#sorted(loose), { along, across, spacing, isStacked });
    const proportion = shape === undefined ? PROPORTION : shape.along / shape.across;
    const found = packing.best(proportion);
    this.#shifts = found.parts;
    this.#alongSize = found.along;
    this.#acrossSize = found.across;
    for (const [at, part] of parts.entries()) this.#put(part, this.#shifts[at]);
    for (const { entity, ...place } of found.loose) {
      this.#along[entity] = place.along;
      this.#across[entity] = place.across;
    }
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
   * Entities that nothing ties: those of about one size, for a grid, and what is larger, as groups are,
   * which would make every cell as large.
   */
  #sorted(entities: Int32Array): Loose {
    const { along, across } = this.#input;
    const usual = (sizes: Float64Array) =>
      MUCH * (floatsAt(sizes, entities).sort()[entities.length >> 1] ?? 0);
    const [long, deep] = [usual(along), usual(across)];
    const isLarge = (at: number) => (along[at] ?? 0) > long || (across[at] ?? 0) > deep;
    return { large: entities.filter(isLarge), equal: entities.filter((at) => !isLarge(at)) };
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
