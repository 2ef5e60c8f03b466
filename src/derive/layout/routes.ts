import type { Way } from './hierarchy.ts';
import type { Bends } from './part.ts';
import type { Placed } from './placed.ts';
import type { LayoutResult } from './types.ts';

/**
 * The way of every edge: from the border of its source through bends and ports to the border of its
 * target. An edge against the direction takes the same way backwards.
 */
export function routesOf(placed: Placed): LayoutResult['routes'] {
  const { ways, reversed } = placed.hierarchy;
  const offsets = new Int32Array(ways.length + 1);
  const points: number[] = [];
  const route = new Route(placed);
  for (const [edge, way] of ways.entries()) {
    const own = way === undefined ? [] : route.of(way);
    const count = own.length / 2;
    for (let at = 0; at < count; at += 1) {
      const from = reversed[edge] === 1 ? count - 1 - at : at;
      const along = own[2 * from] ?? 0;
      const across = own[2 * from + 1] ?? 0;
      if (placed.down) points.push(across, along);
      else points.push(along, across);
    }
    offsets[edge + 1] = points.length / 2;
  }
  return { offsets, points: Float64Array.from(points) };
}

class Route {
  readonly #placed: Placed;
  #points: number[] = [];

  constructor(placed: Placed) {
    this.#placed = placed;
  }

  /** Pairs of along and across. */
  of(way: Way): readonly number[] {
    this.#points = [];
    const { along, across, alongSize, acrossSize } = this.#placed;
    const { source, target } = way;
    this.#point(
      (along[source] ?? 0) + (alongSize[source] ?? 0),
      (across[source] ?? 0) + (acrossSize[source] ?? 0) / 2,
    );
    for (const level of this.#levelsBelow(source, way.level)) this.#leave(level, source);
    this.#bends(way.level, this.#placed.results[way.level]?.edgeBends, way.bundle);
    for (const level of this.#levelsBelow(target, way.level).toReversed()) {
      this.#enter(level, target);
    }
    this.#point(along[target] ?? 0, (across[target] ?? 0) + (acrossSize[target] ?? 0) / 2);
    return this.#points;
  }

  #levelsBelow(node: number, top: number): readonly number[] {
    const { holder, nodeCount } = this.#placed.hierarchy;
    const levels: number[] = [];
    let level = holder[node] ?? top;
    while (level !== top) {
      levels.push(level);
      level = holder[nodeCount + level] ?? top;
    }
    return levels;
  }

  #leave(level: number, node: number): void {
    const port = this.#placed.hierarchy.portOf(level, 'out', node);
    const result = this.#placed.results[level];
    if (port === undefined || result === undefined) return;
    this.#bends(level, result.outBends, port);
    const entity = this.#placed.hierarchy.nodeCount + level;
    const end = (this.#placed.along[entity] ?? 0) + (this.#placed.alongSize[entity] ?? 0);
    const centre = this.#cornerAcross(level) + (result.outCentre[port] ?? 0);
    const last = this.#cornerAlong(level) + result.alongSize;
    this.#point(last, centre);
    this.#point(end, centre);
  }

  #enter(level: number, node: number): void {
    const port = this.#placed.hierarchy.portOf(level, 'into', node);
    const result = this.#placed.results[level];
    if (port === undefined || result === undefined) return;
    const entity = this.#placed.hierarchy.nodeCount + level;
    const centre = this.#cornerAcross(level) + (result.intoCentre[port] ?? 0);
    this.#point(this.#placed.along[entity] ?? 0, centre);
    this.#point(this.#cornerAlong(level), centre);
    this.#bends(level, result.intoBends, port);
  }

  #bends(level: number, bends: Bends | undefined, number: number): void {
    if (bends === undefined) return;
    const along = this.#cornerAlong(level);
    const across = this.#cornerAcross(level);
    const to = bends.offsets[number + 1] ?? 0;
    for (let at = bends.offsets[number] ?? 0; at < to; at += 1) {
      const centre = across + (bends.centre[at] ?? 0);
      this.#point(along + (bends.enter[at] ?? 0), centre);
      this.#point(along + (bends.leave[at] ?? 0), centre);
    }
  }

  #point(along: number, across: number): void {
    const length = this.#points.length;
    if (this.#points[length - 2] === along && this.#points[length - 1] === across) return;
    this.#points.push(along, across);
  }

  #cornerAlong(level: number): number {
    const { hierarchy, spacing, down, along } = this.#placed;
    if (level === hierarchy.groupCount) return 0;
    return (along[hierarchy.nodeCount + level] ?? 0) + spacing.padding + (down ? spacing.title : 0);
  }

  #cornerAcross(level: number): number {
    const { hierarchy, spacing, down, across } = this.#placed;
    if (level === hierarchy.groupCount) return 0;
    return (
      (across[hierarchy.nodeCount + level] ?? 0) + spacing.padding + (down ? 0 : spacing.title)
    );
  }
}
