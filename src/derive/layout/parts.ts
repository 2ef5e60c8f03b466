import type { PartInput, Ports } from './part-input.ts';
import { floatsAt, intsAt, type Rows, rowsOf } from './typed.ts';

/** What one group, or the whole drawing, holds directly: as a part, but not all of it connected. */
export type LevelInput = PartInput;

/** What hangs together in a level is one part. */
export interface Parts {
  readonly count: number;
  /** The entities of each part. */
  readonly members: Rows;
  /** By entity: its part, −1 for what nothing touches. */
  readonly of: Int32Array;
  /** By entity: its number in the part. */
  readonly local: Int32Array;
  readonly isolated: Int32Array;
}

const UNTOUCHED = 0;
const LOOSE = 1;
const CONNECTED = 2;

/** Entities that edges of this level connect; those that only ports touch, as one part; the rest. */
export function partsOf(input: LevelInput): Parts {
  const count = input.rank.length;
  const { touched, root } = connected(input);
  const partAt = new Int32Array(count).fill(-1);
  const of = new Int32Array(count).fill(-1);
  let parts = 0;
  let loose = false;
  let isolated = 0;
  for (let at = 0; at < count; at += 1) {
    if (touched[at] === UNTOUCHED) isolated += 1;
    else if (touched[at] === LOOSE) loose = true;
    else {
      const own = root[at] ?? at;
      if (partAt[own] === -1) partAt[own] = parts++;
      of[at] = partAt[own] ?? 0;
    }
  }
  if (loose) {
    for (let at = 0; at < count; at += 1) if (touched[at] === LOOSE) of[at] = parts;
    parts += 1;
  }
  if (input.former !== undefined && parts > 1) byFormerPlace(of, parts, input.former);
  const members = rowsOf(of, parts);
  const local = new Int32Array(count);
  for (let part = 0; part < parts; part += 1) {
    const start = members.start[part] ?? 0;
    const end = members.start[part + 1] ?? 0;
    for (let at = start; at < end; at += 1) local[members.list[at] ?? 0] = at - start;
  }
  const alone = new Int32Array(isolated);
  let next = 0;
  for (let at = 0; at < count; at += 1) if (of[at] === -1) alone[next++] = at;
  return { count: parts, members, of, local, isolated: alone };
}

function connected(input: LevelInput): {
  readonly touched: Uint8Array;
  readonly root: Int32Array;
} {
  const count = input.rank.length;
  const { from, to } = input.edges;
  const touched = new Uint8Array(count);
  const root = new Int32Array(count);
  for (let at = 0; at < count; at += 1) root[at] = at;
  const find = (start: number): number => {
    let at = start;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? at] ?? at;
      at = root[at] ?? at;
    }
    return at;
  };
  for (let edge = 0; edge < from.length; edge += 1) {
    const a = from[edge] ?? 0;
    const b = to[edge] ?? 0;
    touched[a] = CONNECTED;
    touched[b] = CONNECTED;
    const x = find(a);
    const y = find(b);
    if (x < y) root[y] = x;
    else root[x] = y;
  }
  for (const { entity } of [input.into, input.out]) {
    for (const at of entity) if (touched[at] === UNTOUCHED) touched[at] = LOOSE;
  }
  for (let at = 0; at < count; at += 1) root[at] = find(at);
  return { touched, root };
}

/** Numbers the parts anew, by the mean of the places that their entities had. */
function byFormerPlace(of: Int32Array, parts: number, former: Float64Array): void {
  const sum = new Float64Array(parts);
  const known = new Float64Array(parts);
  for (let at = 0; at < of.length; at += 1) {
    const part = of[at] ?? -1;
    const place = former[at] ?? Number.NaN;
    if (part < 0 || Number.isNaN(place)) continue;
    sum[part] = (sum[part] ?? 0) + place;
    known[part] = (known[part] ?? 0) + 1;
  }
  const mean = sum.map((own, part) => own / Math.max(1, known[part] ?? 0));
  const order = Array.from(mean, (_, part) => part).sort(
    (a, b) => (mean[a] ?? 0) - (mean[b] ?? 0) || a - b,
  );
  const place = new Int32Array(parts);
  for (const [at, part] of order.entries()) place[part] = at;
  for (let at = 0; at < of.length; at += 1) {
    const part = of[at] ?? -1;
    if (part >= 0) of[at] = place[part] ?? 0;
  }
}

/** Edges and ports of each part, by their numbers in the level. */
export interface PartRows {
  readonly edges: Rows;
  readonly into: Rows;
  readonly out: Rows;
}

export function rowsOfParts(input: LevelInput, { of, count }: Parts): PartRows {
  return {
    edges: rowsOf(intsAt(of, input.edges.from), count),
    into: rowsOf(intsAt(of, input.into.entity), count),
    out: rowsOf(intsAt(of, input.out.entity), count),
  };
}

export function rowOf({ start, list }: Rows, row: number): Int32Array {
  return list.subarray(start[row] ?? 0, start[row + 1] ?? 0);
}

/** A part by itself, its entities, edges and ports numbered from 0. */
export function partInput(
  input: LevelInput,
  { members, local, of }: Parts,
  rows: PartRows,
  part: number,
): PartInput {
  const own = rowOf(members, part);
  const edges = rowOf(rows.edges, part);
  const common = {
    effort: input.effort,
    spacing: input.spacing,
    ...(input.shape === undefined ? {} : { shape: input.shape }),
  };
  const rank = ranksOf(input.rank, own, edges.length === 0);
  // Everything in one part, as in most plans without groups: nothing has a new number.
  if (own.length === of.length) {
    const { along, across, into, out, former, formerAlong } = input;
    const all = { along, across, rank, edges: input.edges, into, out, ...common };
    if (former === undefined) return all;
    return { ...all, former, ...(formerAlong === undefined ? {} : { formerAlong }) };
  }
  const inner = (numbers: Int32Array): Int32Array => intsAt(local, numbers);
  const ports = ({ entity, offset, hint }: Ports, at: Int32Array): Ports => ({
    entity: inner(intsAt(entity, at)),
    offset: floatsAt(offset, at),
    hint: floatsAt(hint, at),
  });
  return {
    along: floatsAt(input.along, own),
    across: floatsAt(input.across, own),
    rank,
    edges: {
      from: inner(intsAt(input.edges.from, edges)),
      to: inner(intsAt(input.edges.to, edges)),
      weight: floatsAt(input.edges.weight, edges),
      offsetFrom: floatsAt(input.edges.offsetFrom, edges),
      offsetTo: floatsAt(input.edges.offsetTo, edges),
    },
    into: ports(input.into, rowOf(rows.into, part)),
    out: ports(input.out, rowOf(rows.out, part)),
    ...(input.former === undefined ? {} : { former: floatsAt(input.former, own) }),
    ...(input.formerAlong === undefined ? {} : { formerAlong: floatsAt(input.formerAlong, own) }),
    ...common,
  };
}

/** Entities that only edges of the border touch are spread over layers of about this many. */
const LOOSE_LAYER = 8;
/** The drawing is packed to about this proportion of along to across. */
export const PROPORTION = 1.6;

/** The ranks of the level from 0 without gaps; entities without edges among them are spread. */
function ranksOf(rank: Int32Array, members: Int32Array, loose: boolean): Int32Array {
  const own = intsAt(rank, members);
  if (loose) {
    const perLayer = Math.max(LOOSE_LAYER, Math.ceil(Math.sqrt(members.length) * PROPORTION));
    return own.map((_, at) => Math.floor(at / perLayer));
  }
  let top = 0;
  for (const at of own) top = Math.max(top, at);
  const dense = new Int32Array(top + 1);
  for (const at of own) dense[at] = 1;
  let next = 0;
  for (let at = 0; at <= top; at += 1) {
    const isUsed = dense[at] ?? 0;
    dense[at] = next;
    next += isUsed;
  }
  for (let at = 0; at < own.length; at += 1) own[at] = dense[own[at] ?? 0] ?? 0;
  return own;
}
