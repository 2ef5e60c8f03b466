import { expose, transfer } from 'comlink';
import { layoutGraph } from '../derive/layout/layout.ts';
import type { LayoutInput, LayoutResult } from '../derive/layout/types.ts';
import type { DraftLook, LayoutProgress, LayoutWorker, NumberedStructure } from './layout.ts';
import { DRAFT_FROM, layoutKey } from './layout-key.ts';
import type { PackedStructure } from './packed-structure.ts';

/** A share is told when it has grown by so much. */
const TELL_EVERY = 0.04;

/** So often is a small graph laid out, which takes the browser about as long to make everything fast. */
const WARM_UPS = 24;
/** How many of them are painted too. */
const PAINTED_WARM_UPS = 6;
const anyLook: DraftLook = {
  width: 320,
  height: 200,
  ratio: 1,
  colours: { group: '#eee', rim: '#999', edge: '#999', node: '#666' },
};

/** A draft that was made before anyone asked. */
interface Ahead {
  readonly key: string;
  readonly draft: LayoutResult;
}

/** Paints as the page would. */
export type PaintDraft = (
  context: OffscreenCanvasRenderingContext2D,
  input: LayoutInput,
  draft: LayoutResult,
  look: DraftLook,
) => void;

/** How a structure is laid out: what the page asks for. */
export type Numbered = (structure: PackedStructure) => NumberedStructure;

/**
 * Makes this thread answer for layouts, and for drafts of structures that come through a port. Until
 * something large is asked for, it lays out a made-up plan again and again, in pieces between which
 * whatever is asked comes first.
 *
 * @param numbered makes the very numbers that the page is going to ask with
 */
export function answerLayouts(
  numbered: Numbered,
  paintDraft: PaintDraft,
  madeUp: PackedStructure,
): void {
  let ahead: (() => Ahead) | undefined;
  let answered: { readonly input: LayoutInput; readonly draft: LayoutResult } | undefined;
  let isWarm = false;
  /** Made once, by whoever comes first: the question for it, or the moment after its numbers went out. */
  const draftOf = (input: LayoutInput): (() => Ahead) => {
    let made: Ahead | undefined;
    return () => {
      made ??= { key: layoutKey(input), draft: layoutGraph({ ...input, draft: true }) };
      return made;
    };
  };
  const worker: LayoutWorker = {
    layout: (input) => {
      if (input.nodes.width.length >= DRAFT_FROM) isWarm = true;
      const known = input.draft === true ? ahead?.() : undefined;
      ahead = undefined;
      answered = undefined;
      if (input.draft !== true) return moved(laidOut(input));
      const draft = known?.key === layoutKey(input) ? known.draft : laidOut(input);
      // It goes over as a copy, since it may be asked for as a picture.
      answered = { input, draft };
      return draft;
    },
    picture: (look) => {
      const bitmap = answered && painted(answered.input, answered.draft, look);
      return bitmap && transfer(bitmap, [bitmap]);
    },
    draftsFrom: (port) =>
      new Promise((resolve) => {
        port.onmessage = ({ data }: MessageEvent<PackedStructure | undefined>) => {
          port.close();
          if (data === undefined || data.items.titles.length < DRAFT_FROM) {
            resolve(undefined);
            return;
          }
          isWarm = true;
          const told = numbered(data);
          resolve(told);
          // In a later task: the numbers go out first, and the page is made while the draft is.
          ahead = draftOf(told.numbers.input);
          setTimeout(ahead, 0);
        };
      }),
  };
  const painted = (input: LayoutInput, draft: LayoutResult, look: DraftLook) => {
    if (typeof OffscreenCanvas === 'undefined') return undefined;
    const { width, height, ratio } = look;
    const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
    // In memory: it is painted once, and goes over as it is.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return undefined;
    paintDraft(context, input, draft, look);
    return canvas.transferToImageBitmap();
  };
  const warmUp = (left: number): void => {
    if (isWarm) return;
    const { input } = numbered(madeUp).numbers;
    const { draft } = draftOf(input)();
    if (left <= PAINTED_WARM_UPS) painted(input, draft, anyLook)?.close();
    if (left > 1) setTimeout(() => warmUp(left - 1), 0);
  };
  expose(worker);
  setTimeout(() => warmUp(WARM_UPS), 0);
}

function laidOut(input: LayoutInput): LayoutResult {
  let told = 0;
  return layoutGraph(input, undefined, (share) => {
    if (input.draft === true || share - told < TELL_EVERY) return;
    told = share;
    const message: LayoutProgress = { layoutProgress: share };
    postMessage(message);
  });
}

function moved(result: LayoutResult): LayoutResult {
  const { x, y, groups, routes, reversed, layer } = result;
  const arrays = [x, y, groups.x, groups.y, groups.width, groups.height];
  const buffers = [...arrays, routes.offsets, routes.points, reversed, layer].map(
    ({ buffer }) => buffer,
  );
  return transfer(
    result,
    buffers.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
