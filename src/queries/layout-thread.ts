import { expose, transfer } from 'comlink';
import { layoutGraph } from '../derive/layout/layout.ts';
import type { LayoutInput, LayoutResult } from '../derive/layout/types.ts';
import type { LayoutProgress, LayoutWorker, NumberedStructure } from './layout.ts';
import { DRAFT_FROM, layoutKey } from './layout-key.ts';
import type { PackedStructure } from './packed-structure.ts';

/** A share is told when it has grown by so much. */
const TELL_EVERY = 0.04;

/** So often is a small graph laid out, which takes the browser about as long to make everything fast. */
const WARM_UPS = 24;
/** A draft that was made before anyone asked. */
interface Ahead {
  readonly key: string;
  readonly draft: LayoutResult;
}

/** How a structure is laid out: what the page asks for. */
export type Numbered = (structure: PackedStructure) => NumberedStructure;

/**
 * Makes this thread answer for layouts, and for drafts of structures that come through a port. Until
 * something large is asked for, it lays out a made-up plan again and again, in pieces between which
 * whatever is asked comes first.
 *
 * @param numbered makes the very numbers that the page is going to ask with
 */
export function answerLayouts(numbered: Numbered, madeUp: PackedStructure): void {
  let ahead: Ahead | undefined;
  let isWarm = false;
  const draftOf = (input: LayoutInput): Ahead => ({
    key: layoutKey(input),
    draft: layoutGraph({ ...input, draft: true }),
  });
  const worker: LayoutWorker = {
    layout: (input) => {
      if (input.nodes.width.length >= DRAFT_FROM) isWarm = true;
      const known = ahead;
      ahead = undefined;
      const isKnown = input.draft === true && known?.key === layoutKey(input);
      return moved(isKnown ? known.draft : laidOut(input));
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
          setTimeout(() => {
            ahead = draftOf(told.numbers.input);
          }, 0);
        };
      }),
  };
  const warmUp = (left: number): void => {
    if (isWarm) return;
    draftOf(numbered(madeUp).numbers.input);
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
