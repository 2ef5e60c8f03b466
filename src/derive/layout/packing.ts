import type { LayoutSpacing } from './types.ts';

export interface Shift {
  readonly along: number;
  readonly across: number;
}

type Size = Shift;

/** Entities that nothing ties. */
export interface Loose {
  readonly large: Int32Array;
  /** Of about one size. */
  readonly equal: Int32Array;
}

interface Given {
  /** Sizes by entity. */
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly spacing: LayoutSpacing;
  /** One part under the other. */
  readonly isStacked: boolean;
}

interface LoosePlace extends Shift {
  readonly entity: number;
}

export interface Packed extends Size {
  readonly parts: readonly Shift[];
  readonly loose: readonly LoosePlace[];
}

/** Lengths of rows that are tried: from that of a packing without gaps, in steps. */
const STEP = 2 ** 0.25;
const LONGEST = 4;
/** Longer rows must make the picture so many times larger, so that a small change of a plan moves nothing. */
const WORTH = 1.05;

/** Puts parts beside and under one another, and what nothing ties under them, in rows of one length. */
export class Packing {
  readonly #parts: readonly Size[];
  readonly #loose: Loose;
  readonly #given: Given;

  constructor(parts: readonly Size[], loose: Loose, given: Given) {
    this.#parts = parts;
    this.#loose = loose;
    this.#given = given;
  }

  /** With rows of the length that shows the whole largest in a pane of this proportion of along to across. */
  best(proportion: number): Packed {
    const scale = ({ along, across }: Size) => Math.max(along / proportion, across);
    const tight = Math.sqrt(this.#area() * proportion);
    let best = this.#with(tight);
    // What edges lead into and out of stands in a row of others, which it must not make longer.
    if (this.#given.isStacked) return best;
    // One under the other, and nothing loose: rows have no say, whatever their length.
    if (tight === 0) return best;
    for (let times = STEP; times <= LONGEST; times *= STEP) {
      const own = this.#with(tight * times);
      if (scale(own) * WORTH < scale(best)) best = own;
    }
    return best;
  }

  /** Taken by everything, were there no gaps. */
  #area(): number {
    const { along, across, spacing, isStacked } = this.#given;
    let area = 0;
    if (!isStacked) {
      for (const part of this.#parts) {
        area += (part.along + spacing.part) * (part.across + spacing.part);
      }
    }
    for (const entities of [this.#loose.large, this.#loose.equal]) {
      for (const at of entities) {
        area += ((along[at] ?? 0) + spacing.node) * ((across[at] ?? 0) + spacing.node);
      }
    }
    return area;
  }

  #with(room: number): Packed {
    const { along, across, spacing, isStacked } = this.#given;
    const parts = shelved(this.#parts, isStacked ? 0 : room, spacing.part);
    const large = this.#loose.large;
    const sizes = Array.from(large, (at) => ({ along: along[at] ?? 0, across: across[at] ?? 0 }));
    const shelves = shelved(sizes, Math.max(parts.along, room), spacing.node);
    const top = under(parts, shelves, spacing);
    const grid = this.#grid(Math.max(parts.along, shelves.along, room));
    const whole = below(parts, shelves, top);
    const gridTop = under(whole, grid, spacing);
    const loose = Array.from(large, (entity, at) => ({
      entity,
      ...lowered(shelves.places[at], top),
    }));
    for (const [at, entity] of this.#loose.equal.entries()) {
      loose.push({ entity, ...lowered(grid.places[at], gridTop) });
    }
    return { parts: parts.places, loose, ...below(whole, grid, gridTop) };
  }

  #grid(room: number): Shelved {
    const { along, across, spacing } = this.#given;
    const entities = this.#loose.equal;
    if (entities.length === 0) return { places: [], along: 0, across: 0 };
    let stepAlong = 0;
    let stepAcross = 0;
    for (const at of entities) {
      stepAlong = Math.max(stepAlong, (along[at] ?? 0) + spacing.node);
      stepAcross = Math.max(stepAcross, (across[at] ?? 0) + spacing.node);
    }
    const fitting = Math.max(1, Math.floor((room + spacing.node) / stepAlong));
    const columns = Math.min(entities.length, fitting);
    return {
      places: Array.from(entities, (_, at) => ({
        along: (at % columns) * stepAlong,
        across: Math.floor(at / columns) * stepAcross,
      })),
      along: columns * stepAlong - spacing.node,
      across: Math.ceil(entities.length / columns) * stepAcross - spacing.node,
    };
  }
}

interface Shelved extends Size {
  readonly places: readonly Shift[];
}

/** Where the second begins under the first. */
function under(first: Size, second: Size, { part }: LayoutSpacing): number {
  return first.across > 0 && second.across > 0 ? first.across + part : first.across;
}

function below(first: Size, second: Size, top: number): Size {
  return { along: Math.max(first.along, second.along), across: top + second.across };
}

function lowered(place: Shift | undefined, top: number): Shift {
  return { along: place?.along ?? 0, across: (place?.across ?? 0) + top };
}

/**
 * Rows in the order given, as long as the longest at least. What is no longer than the one before it
 * goes under that, as long as the row does not become deeper by it.
 */
function shelved(sizes: readonly Size[], wanted: number, gap: number): Shelved {
  const room = sizes.reduce((most, { along }) => Math.max(most, along), wanted);
  const shelves = new Shelves(room, gap);
  const places = sizes.map(({ along, across }) => shelves.put(along, across));
  const ends = (key: 'along' | 'across') =>
    sizes.reduce((most, size, at) => Math.max(most, (places[at]?.[key] ?? 0) + size[key]), 0);
  return { places, along: ends('along'), across: ends('across') };
}

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
