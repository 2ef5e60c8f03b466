import type { ResolvedColours } from '../../ui/token-reader.ts';
import { placementOf, widened } from './kept-picture.ts';
import { paint, type Scene, type View } from './paint.ts';
import { readableZoom } from './use-viewport.ts';

/** From so many edges on, and seen from afar, painting everything takes longer than a frame may. */
const KEEP_FROM = 2_000;
/** Closer by nodes stand there as elements, over what the canvas has painted for the same place. */
const KEEP_BELOW = readableZoom;

/**
 * Paints a scene on a canvas. A large plan seen from afar is painted beyond the pane once, and while
 * the reader moves that picture is moved; it is painted anew when it no longer reaches, or at rest.
 */
export class CanvasPainter {
  readonly #target: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #scene: Scene;
  readonly #colours: ResolvedColours;
  readonly #isLarge: boolean;
  #kept: { readonly picture: HTMLCanvasElement; readonly view: View } | undefined;

  constructor(
    target: HTMLCanvasElement,
    context: CanvasRenderingContext2D,
    scene: Scene,
    colours: ResolvedColours,
  ) {
    this.#target = target;
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
    if (isMoving && this.#isLarge && view.zoom < KEEP_BELOW && width > 0 && height > 0) {
      this.#move(view, ratio);
      return 'kept';
    }
    paint(this.#context, this.#scene, view, this.#colours, ratio, isMounted);
    return 'painted';
  }

  #resized({ width, height }: View, ratio: number) {
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    if (this.#target.width !== size.width) this.#target.width = size.width;
    if (this.#target.height !== size.height) this.#target.height = size.height;
    return size;
  }

  #move(view: View, ratio: number): void {
    let kept = this.#kept;
    let placed = kept && placementOf(kept.view, view);
    if (kept === undefined || placed === undefined) {
      const wide = widened(view);
      const picture = kept?.picture ?? document.createElement('canvas');
      picture.width = Math.ceil(wide.width * ratio);
      picture.height = Math.ceil(wide.height * ratio);
      const context = picture.getContext('2d');
      if (context === null) return;
      paint(context, this.#scene, wide, this.#colours, ratio);
      kept = { picture, view: wide };
      this.#kept = kept;
      placed = placementOf(wide, view);
    }
    if (placed === undefined) return;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.clearRect(0, 0, this.#target.width, this.#target.height);
    context.drawImage(
      kept.picture,
      placed.x * ratio,
      placed.y * ratio,
      placed.width * ratio,
      placed.height * ratio,
    );
  }
}
