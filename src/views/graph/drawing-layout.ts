import type { LayoutInput } from '../../derive/layout/types.ts';

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

/** Where everything stands, in the drawing's own pixels, from (0, 0). */
export interface DrawingLayout {
  readonly direction: Direction;
  readonly width: number;
  readonly height: number;
  /** Items, groups and ghosts by id. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** Routes by the key of the edge, from what is waited for to what waits. */
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}
