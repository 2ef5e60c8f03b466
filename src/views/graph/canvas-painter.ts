import type { ResolvedColours } from '../../ui/token-reader.ts';
import { placementOf, seenFromFarther, widened } from './kept-picture.ts';
import { paint, type Scene, type View } from './paint.ts';
import { readableZoom } from './use-viewport.ts';

/** From so many edges on, and seen from afar, painting everything takes longer than a frame may. */
const KEEP_FROM = 2_000;
/** Closer by nodes stand there as elements, over what the canvas has painted for the same place. */
const KEEP_BELOW = readableZoom;

/** While the reader zooms out, the next picture shows so much more, and is that much coarser. */
const OUTWARD = 2;

/**
 * Paints a scene on a canvas. A large plan seen from afar is painted beyond the pane once, on a second
 * canvas that stands in for the first while the reader moves: the browser moves it as a whole, and
 * nothing is painted. It is painted anew when it no longer reaches, and the first one is at rest.
 */
export class CanvasPainter {
  readonly #target: HTMLCanvasElement;
  readonly #moving: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #scene: Scene;
  readonly #colours: ResolvedColours;
  readonly #isLarge: boolean;
  #kept: View | undefined;
  #zoom = 0;

  /** @param moving lies over the target, with its origin in the upper left corner of the pane */
  constructor(
    target: HTMLCanvasElement,
    moving: HTMLCanvasElement,
    context: CanvasRenderingContext2D,
    scene: Scene,
    colours: ResolvedColours,
  ) {
    this.#target = target;
    this.#moving = moving;
    this.#context = context;
    this.#scene = scene;
    this.#colours = colours;
    const edges = scene.edges.reduce((sum, batch) => sum + batch.edges.length, 0);
    this.#isLarge = edges >= KEEP_FROM;
  }

  /** @returns `kept` where a picture was moved that may have been painted for another place */
  draw(
    view: View,
    ratio: number,
    isMounted: (id: string) => boolean,
    isMoving: boolean,
  ): 'kept' | 'painted' {
    const { width, height } = this.#resized(view, ratio);
    const isOutward = view.zoom < this.#zoom;
    this.#zoom = view.zoom;
    if (isMoving && this.#isLarge && view.zoom < KEEP_BELOW && width > 0 && height > 0) {
      this.#move(view, ratio, isOutward);
      return 'kept';
    }
    this.rest();
    paint(this.#context, this.#scene, view, this.#colours, ratio, isMounted);
    return 'painted';
  }

  #resized({ width, height }: View, ratio: number) {
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    if (this.#target.width !== size.width) this.#target.width = size.width;
    if (this.#target.height !== size.height) this.#target.height = size.height;
    return size;
  }

  /** The picture that was moved makes room for what is painted where it belongs. */
  rest(): void {
    this.#moving.style.visibility = 'hidden';
    this.#target.style.visibility = '';
  }

  #move(view: View, ratio: number, isOutward: boolean): void {
    let placed = this.#kept && placementOf(this.#kept, view);
    if (placed === undefined) {
      const wide = widened(isOutward ? seenFromFarther(view, OUTWARD) : view);
      const picture = this.#moving;
      picture.width = Math.ceil(wide.width * ratio);
      picture.height = Math.ceil(wide.height * ratio);
      const context = picture.getContext('2d');
      if (context === null) return;
      paint(context, this.#scene, wide, this.#colours, ratio);
      this.#kept = wide;
      placed = placementOf(wide, view);
    }
    if (placed === undefined) return;
    const { style } = this.#moving;
    style.width = `${placed.width}px`;
    style.height = `${placed.height}px`;
    style.transform = `translate(${placed.x}px, ${placed.y}px)`;
    style.visibility = 'visible';
    this.#target.style.visibility = 'hidden';
  }
}
