import type { Box, Direction, DrawingLayout, Pen, Point } from './drawing-layout.ts';
import { type CurvePen, type EdgePaths, edgePaths, traceEdge } from './edge-geometry.ts';
import { type EdgeStanding, edgeLooks } from './edge-look.ts';
import { traceRoute } from './route-table.ts';

/** What an edge is, wherever it is drawn. */
interface Meant {
  readonly key: string;
  readonly item: string;
  readonly on: string;
  readonly standing: EdgeStanding;
  readonly isFaded: boolean;
  readonly count: number;
}

/** Where an edge finds its route, and how far beside it it is drawn, in pixels. */
interface Track {
  readonly layout: Pick<DrawingLayout, 'routes' | 'direction'>;
  readonly key: string;
  readonly aside: number;
}

const noPaths: EdgePaths = { line: '', head: '', headFilled: false };

/** An edge whose route is read when it is first asked for: of a large plan most are never seen. */
export class LaidEdge implements Meant {
  readonly key: Meant['key'];
  readonly item: Meant['item'];
  readonly on: Meant['on'];
  readonly standing: Meant['standing'];
  readonly isFaded: Meant['isFaded'];
  readonly count: Meant['count'];
  readonly #track: Track;
  #route: readonly Point[] | undefined;
  #paths: EdgePaths | undefined;
  #box: Box | undefined;

  constructor(own: Meant, track: Track) {
    this.key = own.key;
    this.item = own.item;
    this.on = own.on;
    this.standing = own.standing;
    this.isFaded = own.isFaded;
    this.count = own.count;
    this.#track = track;
  }

  /** Whether it would be drawn the same. */
  isLike(own: Meant, { aside }: Track): boolean {
    return (
      this.standing === own.standing &&
      this.isFaded === own.isFaded &&
      this.count === own.count &&
      this.item === own.item &&
      this.on === own.on &&
      this.#track.aside === aside
    );
  }

  get route(): readonly Point[] {
    if (this.#route === undefined) {
      const { layout, key, aside } = this.#track;
      const route = layout.routes.get(key) ?? [];
      this.#route =
        aside === 0 ? route : route.map((point) => moved(point, aside, layout.direction));
    }
    return this.#route;
  }

  get paths(): EdgePaths {
    const { head } = edgeLooks[this.standing];
    this.#paths ??= edgePaths(this.route, head, this.#track.layout.direction) ?? noPaths;
    return this.#paths;
  }

  traceCurve(line: CurvePen, head: CurvePen): void {
    const look = edgeLooks[this.standing];
    traceEdge(this.route, look.head, this.#track.layout.direction, { line, head });
  }

  get box(): Box {
    const { layout, key, aside } = this.#track;
    if (this.#box === undefined) {
      const box = layout.routes.boxOf(key);
      this.#box = aside === 0 ? box : { ...box, ...moved(box, aside, layout.direction) };
    }
    return this.#box;
  }

  get middle(): Point {
    const { route } = this;
    const a = route[Math.ceil(route.length / 2) - 1] ?? { x: 0, y: 0 };
    const b = route[Math.floor(route.length / 2)] ?? a;
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }

  trace(pen: Pen): void {
    const { layout, key, aside } = this.#track;
    if (aside === 0) layout.routes.trace(key, pen);
    else traceRoute(this.route, pen);
  }
}

function moved({ x, y }: Point, aside: number, direction: Direction): Point {
  return direction === 'right' ? { x, y: y + aside } : { x: x + aside, y };
}
