import { expose, transfer } from 'comlink';
import { layoutGraph } from '../../derive/layout/layout.ts';
import type { LayoutResult } from '../../derive/layout/types.ts';
import type { LayoutProgress, LayoutWorker } from '../../queries/layout.ts';
import { DRAFT_FROM, layoutKey } from '../../queries/layout-key.ts';
import {
  type PackedStructure,
  packStructure,
  unpackStructure,
} from '../../queries/packed-structure.ts';
import { madeUpStructure } from './made-up-structure.ts';
import { inItsDirection } from './plan-direction.ts';
import { buildPlanGraph } from './plan-graph.ts';

/** A share is told when it has grown by so much. */
const TELL_EVERY = 0.04;

/** So often is a small graph laid out, which takes the browser about as long to make everything fast. */
const WARM_UPS = 24;
/** Something large was asked for, which does the same. */
let isWarm = false;

/** A draft that was made before anyone asked. */
interface Ahead {
  readonly key: string;
  readonly draft: LayoutResult;
}

let ahead: Ahead | undefined;

const worker: LayoutWorker = {
  layout: (input) => {
    if (input.nodes.width.length >= DRAFT_FROM) isWarm = true;
    const known = ahead;
    ahead = undefined;
    if (input.draft === true && known?.key === layoutKey(input)) return moved(known.draft);
    let told = 0;
    const result = layoutGraph(input, undefined, (share) => {
      if (input.draft === true || share - told < TELL_EVERY) return;
      told = share;
      const message: LayoutProgress = { layoutProgress: share };
      postMessage(message);
    });
    return moved(result);
  },
  draftsFrom: (port) => {
    port.onmessage = ({ data }: MessageEvent<PackedStructure>) => {
      port.close();
      if (data.items.titles.length < DRAFT_FROM) return;
      isWarm = true;
      ahead = draftOf(data);
    };
  },
};

function draftOf(structure: PackedStructure): Ahead {
  const { input } = inItsDirection(buildPlanGraph(unpackStructure(structure)));
  return { key: layoutKey(input), draft: layoutGraph({ ...input, draft: true }) };
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

/** Enough of everything for the first large plan, in pieces: what is asked meanwhile comes first. */
function warmUp(structure: PackedStructure, left: number): void {
  if (isWarm) return;
  draftOf(structure);
  if (left > 1) setTimeout(() => warmUp(structure, left - 1), 0);
}

expose(worker);
setTimeout(() => warmUp(packStructure(madeUpStructure()), WARM_UPS), 0);
