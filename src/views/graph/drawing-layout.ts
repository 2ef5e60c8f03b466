import type { LayoutInput } from '../../derive/layout/types.ts';

/** Above this many nodes a canvas draws everything, and nodes are mounted where they can be read. */
export const CANVAS_FROM = 200;

/** Which way dependencies lead. */
export type Direction = LayoutInput['direction'];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a route can be drawn on; a `Path2D` is one. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** The way of each edge, from what is waited for to what waits, by the key of the edge. */
export interface Routes {
  readonly size: number;
  readonly keys: () => IterableIterator<string>;
  readonly get: (key: string) => readonly Point[] | undefined;
  /** How many points it has; 0 where there is none. */
  readonly length: (key: string) => number;
  /** Draws it as straight lines, without a list of its points. */
  readonly trace: (key: string, pen: Pen) => void;
  /** Around all of its points. */
  readonly boxOf: (key: string) => Box;
}

/** Where everything stands, in the drawing's own pixels: inside the box from (`left`, `top`). */
export interface DrawingLayout {
  readonly direction: Direction;
  /** 0, unless the layout goes on from a former one, of which what stayed keeps its place. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Items, groups and ghosts by id. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly routes: Routes;
  /** A rough one, until the thorough one of the same plan is there. */
  readonly isDraft?: boolean;
}
