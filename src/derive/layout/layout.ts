import { buildHierarchy, type Hierarchy, type Side } from './hierarchy.ts';
import { type LevelResult, layoutLevel } from './level.ts';
import type { Ports } from './part-input.ts';
import { PROPORTION } from './parts.ts';
import type { Placed } from './placed.ts';
import { meanFarEnds } from './ports.ts';
import { routesOf } from './routes.ts';
import { keepPlaces } from './stable.ts';
import { floatsAt, intsAt } from './typed.ts';
import {
  DEFAULT_SPACING,
  type Effort,
  LayoutAborted,
  type LayoutInput,
  type LayoutResult,
  type LayoutSignal,
  type LayoutSpacing,
  type Shape,
} from './types.ts';

/** A former layout that knows less than this share of the nodes is no help. */
const ENOUGH_FORMER = 0.5;

/**
 * Lays out a graph in layers, groups as nested rectangles that nothing foreign enters. The same
 * input gives the same result on every machine: nothing depends on the clock or on chance.
 *
 * Groups are laid out from the innermost outwards, each as one entity of the group that holds it.
 * Edges that leave a group pass a port on its border. Where there are such edges, everything is laid
 * out a second time, with the ports in the order of the far ends that the first time has found.
 *
 * @param onProgress is told now and then which share of the work is done, 0–1
 * @throws LayoutAborted when the signal says that nobody waits any longer.
 * @throws RangeError when an edge or a group leads out of the drawing.
 */
export function layoutGraph(
  input: LayoutInput,
  signal?: LayoutSignal,
  onProgress?: (share: number) => void,
): LayoutResult {
  const drawing = new Drawing(input, signal, onProgress);
  const { former } = drawing;
  if (former !== undefined) {
    drawing.layOut('keep', former);
    return keepPlaces(drawing.result(), input);
  }
  const { crossesBorders } = drawing;
  if (input.draft === true) drawing.layOut('quick', undefined);
  else if (crossesBorders) {
    drawing.layOut('rough', undefined);
    drawing.layOut('full', drawing.centresAcross());
  } else drawing.layOut('full', undefined);
  return drawing.result();
}

class Drawing {
  readonly #input: LayoutInput;
  readonly #signal: LayoutSignal | undefined;
  readonly #onProgress: ((share: number) => void) | undefined;
  readonly #hierarchy: Hierarchy;
  readonly #spacing: LayoutSpacing;
  readonly #down: boolean;
  readonly #alongSize: Float64Array;
  readonly #acrossSize: Float64Array;
  /** Former centres across, when enough of them are known to start from. */
  readonly former: Float64Array | undefined;
  readonly #shape: Shape | undefined;
  readonly #formerAlong: Float64Array | undefined;
  readonly #results: LevelResult[] = [];
  /** Entities that were laid out, a second time too. */
  #done = 0;

  constructor(
    input: LayoutInput,
    signal: LayoutSignal | undefined,
    onProgress: ((share: number) => void) | undefined,
  ) {
    this.#input = input;
    this.#signal = signal;
    this.#onProgress = onProgress;
    this.#hierarchy = buildHierarchy(input);
    this.#spacing = { ...DEFAULT_SPACING, ...input.spacing };
    this.#down = input.direction === 'down';
    const { nodeCount, groupCount } = this.#hierarchy.tree;
    const { width, height } = input.nodes;
    this.#alongSize = new Float64Array(nodeCount + groupCount);
    this.#acrossSize = new Float64Array(nodeCount + groupCount);
    this.#alongSize.set(this.#down ? height : width);
    this.#acrossSize.set(this.#down ? width : height);
    this.#shape = input.fold === true ? this.#shapeOfAll() : undefined;
    this.former = this.#formerPlaces(this.#down ? 'x' : 'y', this.#acrossSize);
    this.#formerAlong = this.#formerPlaces(this.#down ? 'y' : 'x', new Float64Array(0));
  }

  get crossesBorders(): boolean {
    const { into, out } = this.#hierarchy.ports;
    return into.level.length + out.level.length > 0;
  }

  /** @param centres across, of a layout before: the ports are sorted by their far ends there */
  layOut(effort: Effort, centres: Float64Array | undefined): void {
    const { inner, groupCount, nodeCount, start, entities } = this.#hierarchy.tree;
    const hints = this.#hints(centres);
    const work = entities.length * (effort === 'rough' || centres !== undefined ? 2 : 1);
    for (const level of inner) {
      if (this.#signal?.aborted === true) throw new LayoutAborted();
      const result = this.#layOutLevel(level, effort, centres, hints);
      this.#results[level] = result;
      this.#done += (start[level + 1] ?? 0) - (start[level] ?? 0);
      this.#onProgress?.(Math.min(1, this.#done / work));
      if (level === groupCount) continue;
      const at = nodeCount + level;
      const { padding, title } = this.#spacing;
      this.#alongSize[at] = result.alongSize + 2 * padding + (this.#down ? title : 0);
      this.#acrossSize[at] = result.acrossSize + 2 * padding + (this.#down ? 0 : title);
    }
  }

  /** The room that all nodes need about, in the proportion of a screen. */
  #shapeOfAll(): Shape | undefined {
    const { layer, node } = this.#spacing;
    let area = 0;
    for (let at = 0; at < this.#hierarchy.tree.nodeCount; at += 1) {
      area += ((this.#alongSize[at] ?? 0) + layer) * ((this.#acrossSize[at] ?? 0) + node);
    }
    if (area === 0) return undefined;
    const proportion = this.#down ? 1 / PROPORTION : PROPORTION;
    return { along: Math.sqrt(area * proportion), across: Math.sqrt(area / proportion) };
  }

  #hints(centres: Float64Array | undefined): Record<Side, Float64Array | undefined> {
    if (centres === undefined) return { into: undefined, out: undefined };
    const { ports, source, target, stepsOut, stepsInto } = this.#hierarchy;
    return {
      into: meanFarEnds(ports.into, target, source, stepsInto, centres),
      out: meanFarEnds(ports.out, source, target, stepsOut, centres),
    };
  }

  #layOutLevel(
    level: number,
    effort: Effort,
    centres: Float64Array | undefined,
    hints: Record<Side, Float64Array | undefined>,
  ): LevelResult {
    const { tree, bundles, rank } = this.#hierarchy;
    const begin = tree.start[level] ?? 0;
    const end = tree.start[level + 1] ?? 0;
    const entities = tree.entities.subarray(begin, end);
    const first = bundles.start[level] ?? 0;
    const last = bundles.start[level + 1] ?? 0;
    const weight = new Float64Array(last - first);
    for (let at = 0; at < weight.length; at += 1) {
      weight[at] =
        (bundles.edges.start[first + at + 1] ?? 0) - (bundles.edges.start[first + at] ?? 0);
    }
    return layoutLevel({
      along: floatsAt(this.#alongSize, entities),
      across: floatsAt(this.#acrossSize, entities),
      rank: rank.subarray(begin, end),
      edges: {
        from: bundles.from.subarray(first, last),
        to: bundles.to.subarray(first, last),
        weight,
        offsetFrom: this.#touches(entities, first, last, 'out'),
        offsetTo: this.#touches(entities, first, last, 'into'),
      },
      into: this.#ports(level, entities, 'into', hints.into),
      out: this.#ports(level, entities, 'out', hints.out),
      ...(centres === undefined ? {} : { former: floatsAt(centres, entities) }),
      ...(effort !== 'keep' || this.#formerAlong === undefined
        ? {}
        : { formerAlong: floatsAt(this.#formerAlong, entities) }),
      ...(this.#shape !== undefined && { shape: this.#shape }),
      effort,
      spacing: this.#spacing,
    });
  }

  /** Where bundles touch their ends, from the centres of the entities: the mean of their edges. */
  #touches(entities: Int32Array, first: number, last: number, side: Side): Float64Array {
    const { bundles, ports, tree, source, target, stepsOut, stepsInto } = this.#hierarchy;
    const touches = new Float64Array(last - first);
    if (tree.groupCount === 0) return touches;
    const [ends, nodes, steps] =
      side === 'out' ? [bundles.from, source, stepsOut] : [bundles.to, target, stepsInto];
    const { start, list } = bundles.edges;
    for (let bundle = first; bundle < last; bundle += 1) {
      const entity = entities[ends[bundle] ?? 0] ?? 0;
      if (entity < tree.nodeCount) continue;
      const begin = start[bundle] ?? 0;
      const stop = start[bundle + 1] ?? 0;
      let sum = 0;
      for (let at = begin; at < stop; at += 1) {
        const edge = list[at] ?? 0;
        const port = (ports[side].first[nodes[edge] ?? 0] ?? 0) + (steps[edge] ?? 0) - 1;
        sum += this.#portOffset(side, port);
      }
      touches[bundle - first] = sum / (stop - begin);
    }
    return touches;
  }

  /** Where edges cross the border of a group at a port, from the centre of the group. */
  #portOffset(side: Side, port: number): number {
    const { ports, tree } = this.#hierarchy;
    const group = ports[side].level[port] ?? 0;
    const result = this.#results[group];
    if (result === undefined) return 0;
    const number = ports[side].number[port] ?? 0;
    const centre = (side === 'out' ? result.outCentre : result.intoCentre)[number] ?? 0;
    const { padding, title } = this.#spacing;
    const corner = padding + (this.#down ? 0 : title);
    return corner + centre - (this.#acrossSize[tree.nodeCount + group] ?? 0) / 2;
  }

  #ports(level: number, entities: Int32Array, side: Side, hints: Float64Array | undefined): Ports {
    const { tree, ports } = this.#hierarchy;
    const own = ports[side];
    const { start, list } = own.byLevel;
    // The whole drawing has no border.
    const begin = level === tree.groupCount ? 0 : (start[level] ?? 0);
    const end = level === tree.groupCount ? 0 : (start[level + 1] ?? 0);
    const numbers = list.subarray(begin, end);
    const entity = intsAt(own.entity, numbers);
    const offset = new Float64Array(numbers.length);
    for (let at = 0; at < numbers.length; at += 1) {
      // A port that leads to a group inside leads to the same node's port on its border.
      if ((entities[entity[at] ?? 0] ?? 0) < tree.nodeCount) continue;
      offset[at] = this.#portOffset(side, (numbers[at] ?? 0) - 1);
    }
    const hint =
      hints === undefined
        ? new Float64Array(numbers.length).fill(Number.NaN)
        : floatsAt(hints, numbers);
    return { entity, offset, hint };
  }

  /** Former corners and half of the sizes; of groups the mean of what they hold. */
  #formerPlaces(axis: 'x' | 'y', sizes: Float64Array): Float64Array | undefined {
    const { previous } = this.#input;
    if (previous === undefined) return undefined;
    const { nodeCount, groupCount, holder } = this.#hierarchy.tree;
    const former = new Float64Array(nodeCount + groupCount).fill(Number.NaN);
    const sums = new Float64Array(groupCount + 1);
    const counts = new Float64Array(groupCount + 1);
    const corner = previous[axis];
    let known = 0;
    for (let node = 0; node < nodeCount; node += 1) {
      const centre = (corner[node] ?? Number.NaN) + (sizes[node] ?? 0) / 2;
      if (Number.isNaN(centre)) continue;
      former[node] = centre;
      known += 1;
      let group = holder[node] ?? groupCount;
      while (group !== groupCount) {
        sums[group] = (sums[group] ?? 0) + centre;
        counts[group] = (counts[group] ?? 0) + 1;
        group = holder[nodeCount + group] ?? groupCount;
      }
    }
    for (let group = 0; group < groupCount; group += 1) {
      former[nodeCount + group] = (sums[group] ?? 0) / (counts[group] ?? 0);
    }
    return known > 0 && known >= nodeCount * ENOUGH_FORMER ? former : undefined;
  }

  centresAcross(): Float64Array {
    const { across } = this.#placed();
    return across.map((at, entity) => at + (this.#acrossSize[entity] ?? 0) / 2);
  }

  /** From the outside inwards: what holds something is placed before it. */
  #placed(): Placed {
    const hierarchy = this.#hierarchy;
    const { nodeCount, groupCount, inner, start, entities } = hierarchy.tree;
    const along = new Float64Array(nodeCount + groupCount);
    const across = new Float64Array(nodeCount + groupCount);
    const { padding, title } = this.#spacing;
    for (let at = inner.length - 1; at >= 0; at -= 1) {
      const level = inner[at] ?? 0;
      const isRoot = level === groupCount;
      const holder = nodeCount + level;
      const cornerAlong = isRoot ? 0 : (along[holder] ?? 0) + padding + (this.#down ? title : 0);
      const cornerAcross = isRoot ? 0 : (across[holder] ?? 0) + padding + (this.#down ? 0 : title);
      const result = this.#results[level];
      const begin = start[level] ?? 0;
      const end = start[level + 1] ?? 0;
      for (let slot = begin; slot < end; slot += 1) {
        const entity = entities[slot] ?? 0;
        along[entity] = cornerAlong + (result?.along[slot - begin] ?? 0);
        across[entity] = cornerAcross + (result?.across[slot - begin] ?? 0);
      }
    }
    return {
      hierarchy,
      spacing: this.#spacing,
      down: this.#down,
      results: this.#results,
      alongSize: this.#alongSize,
      acrossSize: this.#acrossSize,
      along,
      across,
    };
  }

  result(): LayoutResult {
    const placed = this.#placed();
    const { tree, rank, reversed } = this.#hierarchy;
    const { nodeCount, groupCount, entities } = tree;
    const root = this.#results[groupCount];
    const alongSize = root?.alongSize ?? 0;
    const acrossSize = root?.acrossSize ?? 0;
    const horizontal = this.#down ? placed.across : placed.along;
    const vertical = this.#down ? placed.along : placed.across;
    const layer = new Int32Array(nodeCount);
    for (let slot = 0; slot < entities.length; slot += 1) {
      const entity = entities[slot] ?? 0;
      if (entity < nodeCount) layer[entity] = rank[slot] ?? 0;
    }
    return {
      x: horizontal.slice(0, nodeCount),
      y: vertical.slice(0, nodeCount),
      groups: {
        x: horizontal.slice(nodeCount),
        y: vertical.slice(nodeCount),
        width: (this.#down ? this.#acrossSize : this.#alongSize).slice(nodeCount),
        height: (this.#down ? this.#alongSize : this.#acrossSize).slice(nodeCount),
      },
      routes: routesOf(placed),
      reversed,
      layer,
      left: 0,
      top: 0,
      width: this.#down ? acrossSize : alongSize,
      height: this.#down ? alongSize : acrossSize,
    };
  }
}
