import {
  type Bundle,
  buildHierarchy,
  type Hierarchy,
  type Level,
  type Port,
  type Side,
} from './hierarchy.ts';
import { type LevelResult, layoutLevel } from './level.ts';
import type { Ports } from './part.ts';
import type { Placed } from './placed.ts';
import { routesOf } from './routes.ts';
import { floatsOf, intsOf } from './typed.ts';
import {
  DEFAULT_SPACING,
  LayoutAborted,
  type LayoutInput,
  type LayoutResult,
  type LayoutSignal,
  type LayoutSpacing,
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
 * @throws LayoutAborted when the signal says that nobody waits any longer.
 * @throws RangeError when an edge or a group leads out of the drawing.
 */
export function layoutGraph(input: LayoutInput, signal?: LayoutSignal): LayoutResult {
  const drawing = new Drawing(input, signal);
  const { former } = drawing;
  drawing.layOut(former);
  if (former === undefined && drawing.crossesBorders) drawing.layOut(drawing.centresAcross());
  return drawing.result();
}

class Drawing {
  readonly #input: LayoutInput;
  readonly #signal: LayoutSignal | undefined;
  readonly #hierarchy: Hierarchy;
  readonly #spacing: LayoutSpacing;
  readonly #down: boolean;
  readonly #alongSize: Float64Array;
  readonly #acrossSize: Float64Array;
  /** Former centres across, when enough of them are known to start from. */
  readonly former: Float64Array | undefined;
  readonly #results: LevelResult[] = [];

  constructor(input: LayoutInput, signal: LayoutSignal | undefined) {
    this.#input = input;
    this.#signal = signal;
    this.#hierarchy = buildHierarchy(input);
    this.#spacing = { ...DEFAULT_SPACING, ...input.spacing };
    this.#down = input.direction === 'down';
    const { nodeCount, groupCount } = this.#hierarchy;
    const { width, height } = input.nodes;
    this.#alongSize = new Float64Array(nodeCount + groupCount);
    this.#acrossSize = new Float64Array(nodeCount + groupCount);
    this.#alongSize.set(this.#down ? height : width);
    this.#acrossSize.set(this.#down ? width : height);
    this.former = this.#formerCentres();
  }

  get crossesBorders(): boolean {
    return this.#hierarchy.levels.some((level) => level.into.length + level.out.length > 0);
  }

  layOut(centres: Float64Array | undefined): void {
    for (const level of this.#hierarchy.inner) {
      if (this.#signal?.aborted === true) throw new LayoutAborted();
      const own = this.#hierarchy.levels[level];
      if (own === undefined) continue;
      const result = this.#layOutLevel(own, centres);
      this.#results[level] = result;
      if (level === this.#hierarchy.groupCount) continue;
      const at = this.#hierarchy.nodeCount + level;
      const { padding, title } = this.#spacing;
      this.#alongSize[at] = result.alongSize + 2 * padding + (this.#down ? title : 0);
      this.#acrossSize[at] = result.acrossSize + 2 * padding + (this.#down ? 0 : title);
    }
  }

  #layOutLevel(level: Level, centres: Float64Array | undefined): LevelResult {
    const { entities, bundles } = level;
    const size = (sizes: Float64Array) => floatsOf(entities, (at) => sizes[at] ?? 0);
    const former = this.former ?? centres;
    return layoutLevel({
      along: size(this.#alongSize),
      across: size(this.#acrossSize),
      rank: level.rank,
      edges: {
        from: intsOf(bundles, (bundle) => bundle.from),
        to: intsOf(bundles, (bundle) => bundle.to),
        weight: floatsOf(bundles, (bundle) => bundle.edges.length),
        offsetFrom: floatsOf(bundles, (bundle) => this.#touch(level, bundle, 'out')),
        offsetTo: floatsOf(bundles, (bundle) => this.#touch(level, bundle, 'into')),
      },
      into: this.#ports(level, 'into', centres),
      out: this.#ports(level, 'out', centres),
      ...(former === undefined
        ? {}
        : { former: floatsOf(entities, (at) => former[at] ?? Number.NaN) }),
      stable: this.former !== undefined,
      draft: centres === undefined && this.crossesBorders,
      spacing: this.#spacing,
    });
  }

  /** Where a bundle touches its end, from the centre of the entity: the mean of its edges. */
  #touch(level: Level, bundle: Bundle, side: Side): number {
    const entity = level.entities[side === 'out' ? bundle.from : bundle.to] ?? 0;
    if (entity < this.#hierarchy.nodeCount) return 0;
    let sum = 0;
    for (const edge of bundle.edges) {
      const way = this.#hierarchy.ways[edge];
      sum += this.#portOffset(entity, side, (side === 'out' ? way?.source : way?.target) ?? 0);
    }
    return sum / bundle.edges.length;
  }

  /** Where the edges of a node cross the border of a group, from the centre of the group. */
  #portOffset(entity: number, side: Side, node: number): number {
    const group = entity - this.#hierarchy.nodeCount;
    const port = this.#hierarchy.portOf(group, side, node);
    const result = this.#results[group];
    if (port === undefined || result === undefined) return 0;
    const centre = (side === 'out' ? result.outCentre : result.intoCentre)[port] ?? 0;
    return this.#innerAcross() + centre - (this.#acrossSize[entity] ?? 0) / 2;
  }

  #innerAcross(): number {
    return this.#spacing.padding + (this.#down ? 0 : this.#spacing.title);
  }

  #ports(level: Level, side: Side, centres: Float64Array | undefined): Ports {
    const ports: readonly Port[] = level[side];
    const hint = (port: Port) => {
      if (centres === undefined) return Number.NaN;
      const known = port.others.flatMap((node) => {
        const centre = centres[node] ?? Number.NaN;
        return Number.isNaN(centre) ? [] : [centre];
      });
      return known.reduce((sum, centre) => sum + centre, 0) / known.length;
    };
    return {
      entity: intsOf(ports, (port) => port.entity),
      offset: floatsOf(ports, (port) => {
        const entity = level.entities[port.entity] ?? 0;
        return entity < this.#hierarchy.nodeCount ? 0 : this.#portOffset(entity, side, port.node);
      }),
      hint: floatsOf(ports, hint),
    };
  }

  #formerCentres(): Float64Array | undefined {
    const { previous } = this.#input;
    if (previous === undefined) return undefined;
    const { nodeCount, groupCount, holder } = this.#hierarchy;
    const former = new Float64Array(nodeCount + groupCount).fill(Number.NaN);
    const sums = new Float64Array(groupCount + 1);
    const counts = new Float64Array(groupCount + 1);
    const corner = this.#down ? previous.x : previous.y;
    let known = 0;
    for (let node = 0; node < nodeCount; node += 1) {
      const centre = (corner[node] ?? Number.NaN) + (this.#acrossSize[node] ?? 0) / 2;
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
    return known >= nodeCount * ENOUGH_FORMER ? former : undefined;
  }

  centresAcross(): Float64Array {
    const { across } = this.#placed();
    return across.map((at, entity) => at + (this.#acrossSize[entity] ?? 0) / 2);
  }

  /** From the outside inwards: what holds something is placed before it. */
  #placed(): Placed {
    const hierarchy = this.#hierarchy;
    const { nodeCount, groupCount } = hierarchy;
    const along = new Float64Array(nodeCount + groupCount);
    const across = new Float64Array(nodeCount + groupCount);
    const { padding, title } = this.#spacing;
    for (const level of hierarchy.inner.toReversed()) {
      const isRoot = level === groupCount;
      const cornerAlong = isRoot
        ? 0
        : (along[nodeCount + level] ?? 0) + padding + (this.#down ? title : 0);
      const cornerAcross = isRoot ? 0 : (across[nodeCount + level] ?? 0) + this.#innerAcross();
      const result = this.#results[level];
      for (const [at, entity] of (hierarchy.levels[level]?.entities ?? []).entries()) {
        along[entity] = cornerAlong + (result?.along[at] ?? 0);
        across[entity] = cornerAcross + (result?.across[at] ?? 0);
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
    const { nodeCount, groupCount, levels, holder, local, reversed } = this.#hierarchy;
    const root = this.#results[groupCount];
    const alongSize = root?.alongSize ?? 0;
    const acrossSize = root?.acrossSize ?? 0;
    const horizontal = this.#down ? placed.across : placed.along;
    const vertical = this.#down ? placed.along : placed.across;
    const layer = new Int32Array(nodeCount);
    for (let node = 0; node < nodeCount; node += 1) {
      layer[node] = levels[holder[node] ?? groupCount]?.rank[local[node] ?? 0] ?? 0;
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
      width: this.#down ? acrossSize : alongSize,
      height: this.#down ? alongSize : acrossSize,
    };
  }
}
