import { buildLayers } from './layers.ts';
import { orderLayers } from './ordering.ts';
import type { PartInput } from './part-input.ts';
import type { Shape } from './types.ts';

/** A picture must become so many times larger on the screen to be worth columns. */
const WORTH = 1.5;
/** Depths of a layer that are tried: steps, so that a small change of a plan moves nothing. */
const STEP = Math.SQRT2;
const SHALLOWEST = 512;

/**
 * Ranks in which an over-full layer stands in several columns, of which edges pass the first ones;
 * nothing when that gains too little. Nodes side by side in the order of the layer, so that it reads
 * row by row; where a former drawing is known, each in the column that it had.
 */
export function spreadRanks(input: PartInput, shape: Shape): Int32Array | undefined {
  // Most parts are shallow, and are looked at no further.
  if (deepestOf(input) <= shape.across) return undefined;
  const layers = layersOf(input);
  const columns = columnsOf(input, layers, shape);
  if (columns === undefined) return undefined;
  const order = orderOf(input);
  const offset = new Int32Array(columns.length + 1);
  for (let layer = 0; layer < columns.length; layer += 1) {
    offset[layer + 1] = (offset[layer] ?? 0) + (columns[layer] ?? 1);
  }
  const rank = new Int32Array(input.rank.length);
  for (const [layer, members] of layers.members.entries()) {
    const count = columns[layer] ?? 1;
    const sorted = members.toSorted((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
    const former = count > 1 ? formerColumns(sorted, input, count) : undefined;
    for (const [at, entity] of sorted.entries()) {
      rank[entity] = (offset[layer] ?? 0) + (former?.get(entity) ?? at % count);
    }
  }
  return dense(rank);
}

function deepestOf({ rank, across, spacing }: PartInput): number {
  const depth = new Float64Array(rank.length);
  let deepest = 0;
  for (let entity = 0; entity < rank.length; entity += 1) {
    const layer = rank[entity] ?? 0;
    const own = (depth[layer] ?? 0) + (across[entity] ?? 0) + spacing.node;
    depth[layer] = own;
    if (own > deepest) deepest = own;
  }
  return deepest;
}

interface Layers {
  readonly members: readonly number[][];
  /** By layer: what its entities need across and along. */
  readonly depth: readonly number[];
  readonly thickness: readonly number[];
}

function layersOf({ rank, across, along, spacing }: PartInput): Layers {
  const count = rank.reduce((most, own) => Math.max(most, own + 1), 0);
  const members = Array.from({ length: count }, (): number[] => []);
  const depth = new Array<number>(count).fill(0);
  const thickness = new Array<number>(count).fill(0);
  for (const [entity, own] of rank.entries()) {
    members[own]?.push(entity);
    depth[own] = (depth[own] ?? 0) + (across[entity] ?? 0) + spacing.node;
    thickness[own] = Math.max(thickness[own] ?? 0, along[entity] ?? 0);
  }
  return { members, depth, thickness };
}

/** By layer: in how many columns it stands. */
function columnsOf(
  { spacing }: PartInput,
  { members, depth, thickness }: Layers,
  shape: Shape,
): readonly number[] | undefined {
  const proportion = shape.along / shape.across;
  const sizeWith = (columns: readonly number[]): number => {
    let across = 0;
    let along = 0;
    for (const [layer, count] of columns.entries()) {
      const sides = (layer > 0 ? 1 : 0) + (layer < columns.length - 1 ? 1 : 0);
      const passing = (members[layer]?.length ?? 0) * (1 - 1 / count) * sides;
      across = Math.max(across, (depth[layer] ?? 0) / count + passing * PASSING);
      along += count * ((thickness[layer] ?? 0) + spacing.layer);
    }
    return Math.max(along / proportion, across);
  };
  const deepest = depth.reduce((most, own) => Math.max(most, own), 0);
  let best: readonly number[] | undefined;
  let least = sizeWith(depth.map(() => 1)) / WORTH;
  for (let room = SHALLOWEST; room < deepest; room *= STEP) {
    const columns = depth.map((own) => Math.max(1, Math.ceil(own / room)));
    const size = sizeWith(columns);
    if (size >= least) continue;
    least = size;
    best = columns;
  }
  return best;
}

/** Between edges that pass through the columns of a full layer, in pixels. */
export const PASSING = 4;

/** The order of each layer as it would be in one column. */
function orderOf({ rank, edges, former }: PartInput): Int32Array {
  const graph = buildLayers(rank, edges);
  const start = new Float64Array(graph.vertexCount).fill(Number.NaN);
  if (former !== undefined) start.set(former);
  const { place } = orderLayers(graph, {
    effort: former === undefined ? 'quick' : 'keep',
    ...(former !== undefined && { start }),
  });
  return place;
}

/** The columns in which the entities of a layer stood; new ones go where there is most room. */
function formerColumns(
  members: readonly number[],
  { formerAlong }: PartInput,
  count: number,
): ReadonlyMap<number, number> | undefined {
  if (formerAlong === undefined) return undefined;
  const places = members.map((entity) => Math.round(formerAlong[entity] ?? Number.NaN));
  const known = [...new Set(places.filter((place) => !Number.isNaN(place)))].sort((a, b) => a - b);
  if (known.length === 0 || known.length > count) return undefined;
  const filled = new Array<number>(count).fill(0);
  const found = new Map<number, number>();
  for (const [at, entity] of members.entries()) {
    const column = known.indexOf(places[at] ?? Number.NaN);
    if (column < 0) continue;
    found.set(entity, column);
    filled[column] = (filled[column] ?? 0) + 1;
  }
  for (const entity of members) {
    if (found.has(entity)) continue;
    const column = filled.indexOf(Math.min(...filled));
    found.set(entity, column);
    filled[column] = (filled[column] ?? 0) + 1;
  }
  return found;
}

/** Ranks that nothing has are left out. */
function dense(rank: Int32Array): Int32Array {
  const used = [...new Set(rank)].sort((a, b) => a - b);
  const place = new Map(used.map((own, at) => [own, at]));
  return rank.map((own) => place.get(own) ?? 0);
}
