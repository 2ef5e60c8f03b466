import type { Bends } from './part.ts';
import type { Placed } from './placed.ts';
import type { LayoutResult } from './types.ts';

/**
 * The way of every edge: from the border of its source through bends and ports to the border of its
 * target. An edge against the direction takes the same way backwards.
 */
export function routesOf(placed: Placed): LayoutResult['routes'] {
  const { bundles, source, target, reversed } = placed.hierarchy;
  const edgeCount = source.length;
  const offsets = new Int32Array(edgeCount + 1);
  const route = new Route(placed);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const first = route.length;
    if ((bundles.of[edge] ?? -1) >= 0) {
      route.lead(edge, source[edge] ?? 0, target[edge] ?? 0);
      if (reversed[edge] === 1) route.turn(first);
    }
    offsets[edge + 1] = route.length / 2;
  }
  return { offsets, points: route.points(placed.down) };
}

/** Writes routes one after another, as pairs of along and across. */
class Route {
  readonly #placed: Placed;
  #points: Float64Array;
  /** Where the route under way began. */
  #start = 0;
  length = 0;

  constructor(placed: Placed) {
    this.#placed = placed;
    this.#points = new Float64Array(Math.max(64, placed.hierarchy.source.length * 8));
  }

  points(down: boolean): Float64Array {
    const points = this.#points.slice(0, this.length);
    if (down) {
      for (let at = 0; at < points.length; at += 2) {
        const along = points[at] ?? 0;
        points[at] = points[at + 1] ?? 0;
        points[at + 1] = along;
      }
    }
    return points;
  }

  /** Turns round what was written from there on. */
  turn(first: number): void {
    const points = this.#points;
    for (let low = first, high = this.length - 2; low < high; low += 2, high -= 2) {
      for (const side of [0, 1]) {
        const other = points[low + side] ?? 0;
        points[low + side] = points[high + side] ?? 0;
        points[high + side] = other;
      }
    }
  }

  lead(edge: number, source: number, target: number): void {
    this.#start = this.length;
    const { along, across, alongSize, acrossSize, hierarchy, results } = this.#placed;
    const { bundles, ports, stepsOut, stepsInto } = hierarchy;
    this.#point(
      (along[source] ?? 0) + (alongSize[source] ?? 0),
      (across[source] ?? 0) + (acrossSize[source] ?? 0) / 2,
    );
    const out = ports.out.first[source] ?? 0;
    const outEnd = out + (stepsOut[edge] ?? 0);
    for (let port = out; port < outEnd; port += 1) this.#leave(port);
    const level = bundles.level[edge] ?? 0;
    const bundle = (bundles.of[edge] ?? 0) - (bundles.start[level] ?? 0);
    this.#bends(level, results[level]?.edgeBends, bundle);
    const into = ports.into.first[target] ?? 0;
    for (let port = into + (stepsInto[edge] ?? 0) - 1; port >= into; port -= 1) this.#enter(port);
    this.#point(along[target] ?? 0, (across[target] ?? 0) + (acrossSize[target] ?? 0) / 2);
  }

  #leave(port: number): void {
    const { hierarchy, results, along, alongSize } = this.#placed;
    const level = hierarchy.ports.out.level[port] ?? 0;
    const number = hierarchy.ports.out.number[port] ?? 0;
    const result = results[level];
    if (result === undefined) return;
    this.#bends(level, result.outBends, number);
    const entity = hierarchy.tree.nodeCount + level;
    const centre = this.#cornerAcross(level) + (result.outCentre[number] ?? 0);
    this.#point(this.#cornerAlong(level) + result.alongSize, centre);
    this.#point((along[entity] ?? 0) + (alongSize[entity] ?? 0), centre);
  }

  #enter(port: number): void {
    const { hierarchy, results, along } = this.#placed;
    const level = hierarchy.ports.into.level[port] ?? 0;
    const number = hierarchy.ports.into.number[port] ?? 0;
    const result = results[level];
    if (result === undefined) return;
    const centre = this.#cornerAcross(level) + (result.intoCentre[number] ?? 0);
    this.#point(along[hierarchy.tree.nodeCount + level] ?? 0, centre);
    this.#point(this.#cornerAlong(level), centre);
    this.#bends(level, result.intoBends, number);
  }

  #bends(level: number, bends: Bends | undefined, number: number): void {
    if (bends === undefined) return;
    const from = bends.offsets[number] ?? 0;
    const to = bends.offsets[number + 1] ?? 0;
    if (from === to) return;
    const along = this.#cornerAlong(level);
    const across = this.#cornerAcross(level);
    for (let at = from; at < to; at += 1) {
      const centre = across + (bends.centre[at] ?? 0);
      this.#point(along + (bends.enter[at] ?? 0), centre);
      this.#point(along + (bends.leave[at] ?? 0), centre);
    }
  }

  #point(along: number, across: number): void {
    const { length } = this;
    let points = this.#points;
    const isSame = points[length - 2] === along && points[length - 1] === across;
    if (isSame && length > this.#start) return;
    if (length + 2 > points.length) {
      points = new Float64Array(2 * points.length);
      points.set(this.#points);
      this.#points = points;
    }
    points[length] = along;
    points[length + 1] = across;
    this.length = length + 2;
  }

  #cornerAlong(level: number): number {
    const { hierarchy, spacing, down, along } = this.#placed;
    const { groupCount, nodeCount } = hierarchy.tree;
    if (level === groupCount) return 0;
    return (along[nodeCount + level] ?? 0) + spacing.padding + (down ? spacing.title : 0);
  }

  #cornerAcross(level: number): number {
    const { hierarchy, spacing, down, across } = this.#placed;
    const { groupCount, nodeCount } = hierarchy.tree;
    if (level === groupCount) return 0;
    return (across[nodeCount + level] ?? 0) + spacing.padding + (down ? 0 : spacing.title);
  }
}
