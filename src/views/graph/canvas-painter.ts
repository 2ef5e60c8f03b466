import type { ResolvedColours } from '../../ui/token-reader.ts';
import { stepsOf } from './in-turn.ts';
import { placementOf, seenFromFarther, widened } from './kept-picture.ts';
import { paint, paintSteps, type Scene, type View } from './paint.ts';
import { readableZoom } from './use-viewport.ts';

/** From so many edges on, and seen from afar, painting everything takes longer than a frame may. */
const KEEP_FROM = 2_000;
/** Closer by nodes stand there as elements, over what the canvas has painted for the same place. */
const KEEP_BELOW = readableZoom;

/** While the reader zooms out, the next picture shows so much more, and is that much coarser. */
const OUTWARD = 2;

/** Seen close by, the picture that is made ready for going away is painted for this zoom. */
const READY_AT = 0.75 * KEEP_BELOW;
/** A picture is made ready unless there is one that would be stretched by no more than this. */
const READY_STRETCH = 1.5;

/** So many pixels all pictures may have together; four bytes each. */
const MOST_PIXELS = 16_000_000;

/** A canvas, and what it shows. */
interface Picture {
  readonly canvas: HTMLCanvasElement;
  painted: View | undefined;
  /** The larger, the later it was shown or made ready. */
  used: number;
}

/**
 * Paints a scene on a canvas. A large plan seen from afar is painted beyond the pane, on other
 * canvases of which one stands in for the first while the reader moves: the browser moves it as a whole,
 * and nothing is painted. Only where none reaches is another painted, and the first one is at rest.
 */
export class CanvasPainter {
  readonly #target: HTMLCanvasElement;
  readonly #pictures: readonly Picture[];
  readonly #context: CanvasRenderingContext2D;
  #scene: Scene;
  #colours: ResolvedColours;
  #isLarge = false;
  #uses = 0;
  #zoom = 0;
  #ratio = 0;

  /** @param moving lie over the target, with their origins in the upper left corner of the pane */
  constructor(
    target: HTMLCanvasElement,
    moving: readonly HTMLCanvasElement[],
    context: CanvasRenderingContext2D,
    scene: Scene,
    colours: ResolvedColours,
  ) {
    this.#target = target;
    this.#pictures = moving.map((canvas) => ({ canvas, painted: undefined, used: 0 }));
    this.#context = context;
    this.#scene = scene;
    this.#colours = colours;
    this.#isLarge = isLargeScene(scene);
  }

  /** @returns whether there is something else to paint than before */
  show(scene: Scene, colours: ResolvedColours): boolean {
    if (scene === this.#scene && colours === this.#colours) return false;
    this.#scene = scene;
    this.#colours = colours;
    this.#isLarge = isLargeScene(scene);
    for (const picture of this.#pictures) picture.painted = undefined;
    return true;
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
      this.#move(view, isOutward);
      return 'kept';
    }
    this.rest();
    paint(this.#context, this.#scene, view, this.#colours, ratio, isMounted);
    return 'painted';
  }

  /** Whether painting all that is in view takes longer than a frame may. */
  isSlow({ width, height, zoom }: View): boolean {
    return this.#isLarge && zoom < KEEP_BELOW && width > 0 && height > 0;
  }

  /**
   * Paints what {@link draw} would paint at rest, aside and in short steps. What was there is seen until
   * the last one.
   */
  *drawInSteps(
    view: View,
    ratio: number,
    isMounted: (id: string) => boolean,
  ): Generator<() => void, void> {
    yield* this.#paintAside(view, ratio, isMounted, (easel) => {
      this.#resized(view, ratio);
      this.#zoom = view.zoom;
      this.rest();
      copy(easel, this.#context);
    });
  }

  /** Paints beforehand, while nobody waits for it and in short steps, the picture that the next move will want. */
  *prepare(view: View, ratio: number): Generator<() => void, void> {
    if (!this.#isLarge || view.width === 0 || view.height === 0) return;
    this.#resized(view, ratio);
    const from =
      view.zoom < KEEP_BELOW ? view : seenFromFarther(view, Math.max(1, view.zoom / READY_AT));
    const known = this.#best(from);
    const stretch = from.zoom / (known?.painted?.zoom ?? 0);
    if (stretch <= READY_STRETCH && stretch >= 1 / READY_STRETCH) return;
    const wide = widened(from);
    yield* this.#paintAside(wide, ratio, undefined, (easel) => {
      const picture = this.#pictureFor(wide);
      const context = picture?.canvas.getContext('2d');
      if (picture === undefined || !context) return;
      copy(easel, context);
      picture.painted = wide;
      this.#used(picture);
    });
  }

  /** On a canvas that nobody sees; each step is over when its pixels are there. */
  *#paintAside(
    view: View,
    ratio: number,
    isMounted: ((id: string) => boolean) | undefined,
    done: (easel: HTMLCanvasElement) => void,
  ): Generator<() => void, void> {
    const easel = document.createElement('canvas');
    const context = easel.getContext('2d', { willReadFrequently: true });
    if (context === null) return;
    yield () => resize(easel, sizeOf(view, ratio));
    const painting = paintSteps(context, this.#scene, view, this.#colours, ratio, isMounted);
    for (const step of stepsOf(painting, () => undefined)) {
      yield () => {
        step();
        context.getImageData(0, 0, 1, 1);
      };
    }
    yield () => done(easel);
  }

  #resized(view: View, ratio: number) {
    if (ratio !== this.#ratio) for (const picture of this.#pictures) picture.painted = undefined;
    this.#ratio = ratio;
    const size = {
      width: Math.round(view.width * ratio),
      height: Math.round(view.height * ratio),
    };
    resize(this.#target, size);
    return size;
  }

  /** The picture that was moved makes room for what is painted where it belongs. */
  rest(): void {
    this.#show(undefined);
  }

  #show(shown: Picture | undefined): void {
    for (const { canvas } of this.#pictures) {
      canvas.style.visibility = canvas === shown?.canvas ? 'visible' : 'hidden';
    }
    this.#target.style.visibility = shown === undefined ? '' : 'hidden';
  }

  #move(view: View, isOutward: boolean): void {
    const picture =
      this.#best(view) ??
      this.#paintPicture(widened(isOutward ? seenFromFarther(view, OUTWARD) : view));
    const placed = picture?.painted && placementOf(picture.painted, view);
    if (picture?.painted === undefined || placed === undefined) return;
    this.#used(picture);
    const { x, y, width } = placed;
    const { style } = picture.canvas;
    style.transform = `translate(${x}px, ${y}px) scale(${width / picture.painted.width})`;
    this.#show(picture);
  }

  /** Of the pictures that reach, the one that is stretched or shrunk least. */
  #best(view: View): Picture | undefined {
    const away = ({ painted }: Picture): number =>
      painted === undefined || placementOf(painted, view) === undefined
        ? Number.POSITIVE_INFINITY
        : Math.abs(Math.log(view.zoom / painted.zoom));
    let best: Picture | undefined;
    for (const picture of this.#pictures) {
      if (away(picture) < (best === undefined ? Number.POSITIVE_INFINITY : away(best))) {
        best = picture;
      }
    }
    return best;
  }

  /** The canvas that was not wanted for longest, in the size of the view. */
  #pictureFor(view: View): Picture | undefined {
    const size = sizeOf(view, this.#ratio);
    const most = Math.max(1, Math.floor(MOST_PIXELS / (size.width * size.height)));
    const picture = this.#pictures.slice(0, most).toSorted((a, b) => a.used - b.used)[0];
    if (picture === undefined) return undefined;
    resize(picture.canvas, size);
    picture.canvas.style.width = `${view.width}px`;
    picture.canvas.style.height = `${view.height}px`;
    return picture;
  }

  #paintPicture(view: View): Picture | undefined {
    const picture = this.#pictureFor(view);
    const context = picture?.canvas.getContext('2d');
    if (picture === undefined || !context) return undefined;
    paint(context, this.#scene, view, this.#colours, this.#ratio);
    picture.painted = view;
    this.#used(picture);
    return picture;
  }

  #used(picture: Picture): void {
    this.#uses += 1;
    picture.used = this.#uses;
  }
}

function isLargeScene({ edges }: Scene): boolean {
  return edges.reduce((sum, batch) => sum + batch.edges.length, 0) >= KEEP_FROM;
}

function sizeOf({ width, height }: View, ratio: number) {
  return { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) };
}

/** What is on the one canvas, instead of what was on the other. */
function copy(from: HTMLCanvasElement, context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, width, height);
  context.drawImage(from, 0, 0);
}

/** Given again, the same size would throw the pixels away and ask for new ones. */
function resize(
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
