import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { Box, Point } from './drawing-layout.ts';
import { type Extent, fitted, largestZoom, smallestZoom } from './fitted.ts';
import type { View } from './paint.ts';
import { shallowEqual } from './shallow-equal.ts';

/** Which nodes stand there as elements; another object whenever that changes. */
export interface Mounted {
  readonly has: (id: string) => boolean;
}

/** Where the drawing is seen from, how large the pane is, and what stands in it. */
export interface Seen extends View {
  readonly mounted: Mounted;
}

type Place = Pick<View, 'x' | 'y' | 'zoom'>;
type Size = Pick<View, 'width' | 'height'>;

/** Moves what is shown to a place; `duration` in milliseconds, 0 for at once. */
export type Mover = (place: Place, duration: number) => void;

/**
 * Where a drawing is seen from. Everything in it reads this and moves by this; who brings it about is
 * another matter. Without a mover a move is done at once; with one the mover does it, and reports.
 */
export class Camera {
  readonly #listeners = new Set<() => void>();
  #seen: Seen;
  #mover: Mover | undefined;

  /** Shows all of the layout in a pane of that size. */
  constructor(layout: Extent, { width, height }: Size) {
    // A pane without a size is one that nobody sees.
    const place =
      width === 0 || height === 0 ? { x: 0, y: 0, zoom: 1 } : fitted(layout, width, height);
    this.#seen = { ...place, width, height, mounted: new Set<string>() };
  }

  get seen(): Seen {
    return this.#seen;
  }

  /** @returns what ends it */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What has changed by itself or by the reader's hand. */
  report(change: Partial<Seen>): void {
    this.#seen = { ...this.#seen, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** @returns what takes the mover away again */
  attach(mover: Mover): () => void {
    this.#mover = mover;
    // It may begin elsewhere.
    mover(this.seen, 0);
    return () => {
      if (this.#mover === mover) this.#mover = undefined;
    };
  }

  moveTo({ x, y, zoom }: Place, duration = 0): void {
    if (this.#mover === undefined) this.report({ x, y, zoom });
    else this.#mover({ x, y, zoom }, duration);
  }

  /** Brings a point of the drawing to the middle of the pane. */
  centre(point: Point, wanted: number, duration = 0): void {
    const { width, height } = this.seen;
    const zoom = within(wanted);
    this.moveTo({ x: width / 2 - point.x * zoom, y: height / 2 - point.y * zoom, zoom }, duration);
  }

  /** Zooms around the middle of the pane. */
  zoomTo(wanted: number, duration = 0): void {
    const { width, height } = this.seen;
    this.centre(this.pointAt({ x: width / 2, y: height / 2 }), wanted, duration);
  }

  /** The point of the drawing that lies under a point of the pane. */
  pointAt({ x, y }: Point): Point {
    const { x: left, y: top, zoom } = this.seen;
    return { x: (x - left) / zoom, y: (y - top) / zoom };
  }
}

function within(zoom: number): number {
  return Math.min(largestZoom, Math.max(smallestZoom, zoom));
}

/** The middle of a box. */
export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

const CameraContext = createContext<Camera | undefined>(undefined);

export const CameraProvider = CameraContext.Provider;

/** @throws outside a drawing, which is a fault of the program. */
export function useCamera(): Camera {
  const camera = useContext(CameraContext);
  if (camera === undefined) throw new Error('There is no drawing to look at.');
  return camera;
}

/** What is read of the view; renders anew when that changes, a list when one of its members does. */
export function useSeen<T>(read: (seen: Seen) => T): T {
  const camera = useCamera();
  const last = useRef<T | undefined>(undefined);
  return useSyncExternalStore(camera.subscribe, () => {
    const next = read(camera.seen);
    if (last.current !== undefined && isSame(last.current, next)) return last.current;
    last.current = next;
    return next;
  });
}

function isSame(before: unknown, next: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(next)) return shallowEqual(before, next);
  return Object.is(before, next);
}
